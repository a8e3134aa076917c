// A session of `run` without a process: what each command prints, and what it complains of.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plainPaint } from '../../../src/report/formats/format.js';
import { perform } from '../../../src/cli/run/language.js';
import type { Console } from '../../../src/cli/run/console.js';
import { debugRun } from '../../../src/runtime-check/run-debug.js';
import { preparePage } from '../../../src/runtime-check/run-prepare.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import { loadEngine } from '../../runtime-check/load-engine.js';

const root = path.resolve(import.meta.dirname, '../../..');

/** The page of the cases for the command line. */
export const menuPage = readFileSync(path.join(root, 'fixtures/cli/run-commands/files/menu.scxml'), 'utf8');

export interface OpenConsole {
  readonly console: Console;
  /** Files that were saved, by name. */
  readonly files: ReadonlyMap<string, string>;
  /** What the line printed, or its complaint. */
  readonly say: (line: string) => Promise<string>;
}

export async function openConsole(
  text: string,
  given: Partial<Scenario> = {},
  isInterrupted: Console['isInterrupted'] = () => Promise.resolve(false),
): Promise<OpenConsole> {
  const prepared = await preparePage(text, 'menu.scxml', { wasm: await loadEngine(), verbose: true });
  if (prepared.value === undefined) throw new Error(prepared.diagnostics[0]?.message);
  const run = debugRun(prepared.value, {
    scenario: 1,
    name: 'by hand',
    world: { defaultDestination: 'default' },
    ...given,
  });
  const printed: string[] = [];
  const files = new Map<string, string>();
  const console: Console = {
    page: prepared.value,
    run,
    paint: plainPaint,
    source: (file) => (file === 'menu.scxml' ? text : undefined),
    print: (...lines) => {
      printed.push(...lines);
    },
    isInterrupted,
    save: (file, content, overwrite) => {
      if (files.has(file) && !overwrite) return `"${file}" exists`;
      files.set(file, content);
      return undefined;
    },
    settings: { detailed: false, history: [], over: false },
  };
  return {
    console,
    files,
    say: async (line) => {
      const complaint = await perform(line, console);
      return complaint ?? printed.splice(0).join('\n');
    },
  };
}
