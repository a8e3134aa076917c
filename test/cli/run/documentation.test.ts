import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { groups } from '../../../src/cli/run/language.js';
import { menuPage, openConsole } from './open-console.js';

const text = readFileSync(path.resolve(import.meta.dirname, '../../../docs/run.md'), 'utf8');

it('the example of docs/run.md is what happens', async () => {
  const example = /<!-- replayed[^>]*-->\s*```\n(.*?)```/s.exec(text)?.[1] ?? '';
  const commands = example.split('\n').filter((line) => line.startsWith('> '));
  expect(commands.length).toBeGreaterThan(5);
  const { console, say } = await openConsole(menuPage);
  const shown: string[] = [];
  for (const command of commands) shown.push(command, await say(command.slice(2)));
  expect(`${shown.join('\n')}\n`).toBe(example);
  console.run.dispose();
});

it('docs/run.md names every command', () => {
  const names = groups().flatMap(({ commands }) => commands.map(({ name }) => name));
  const missing = names.filter((name) => !text.includes(`\`${name}\``) && name !== 'quit');
  expect(missing).toEqual([]);
});
