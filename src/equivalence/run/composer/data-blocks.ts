// Blocks of a diagram that write user data or ask servers.
import type { Plain } from '../../../runtime-check/script/engine.js';
import { BlockFailure } from '../faults.js';
import { askServer } from '../servers/ask.js';
import type { RunComposer } from './define.js';
import type { ComposerScripts } from './scripts.js';
import { given, number, rowsOf, text, valueNow, word, type ComposerBlock } from './values.js';

/** One write of all pairs. The block goes on when the platform has confirmed it, which takes no time. */
export const userData: RunComposer = function* (block, { session, scripts }) {
  const pairs: Record<string, Plain> = {};
  for (const { columns } of rowsOf(block, 'pairs')) {
    const { key, value } = columns;
    if (key !== undefined && value !== undefined)
      pairs[text(valueNow(key, scripts))] = valueNow(value, scripts);
  }
  session.recorder.step('udata', { set: pairs });
  session.world.interactions.setData(session.interaction().id, pairs);
  return { port: 'default' };
};

/** Seconds that generated pages wait for an answer. */
const usualTimeout = 10;

export const httpRequest: RunComposer = function* (block, { session, scripts }) {
  const now = (name: string): Plain => valueNow(given(block, name), scripts);
  const named = (rows: string): Readonly<Record<string, Plain>> =>
    Object.fromEntries(
      rowsOf(block, rows).flatMap(({ columns }) =>
        columns['value'] === undefined ? [] : [[word(columns['name']), valueNow(columns['value'], scripts)]],
      ),
    );
  const params = named('parameters');
  const headers = named('headers');
  const content = given(block, 'jsonContent') ?? given(block, 'jsonPayload');
  const answer = yield* askServer(session, {
    method: word(given(block, 'requestMethod')).toLowerCase() === 'post' ? 'post' : 'get',
    url: text(now('uri')),
    params,
    ...(content === undefined ? {} : { body: text(valueNow(content, scripts)) }),
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    timeout: number(now('timeout'), usualTimeout),
  });
  keepAnswer(block, answer, scripts);
  return { port: 'default' };
};

/** The parsed answer in the result variable, its members in the output parameters. Nothing is parsed that nobody keeps. */
function keepAnswer(block: ComposerBlock, answer: string, scripts: ComposerScripts): void {
  const places: { readonly to: string; readonly of: (parsed: Plain) => Plain }[] = [];
  const result = given(block, 'result');
  if (result?.kind === 'variable') places.push({ to: result.name, of: (parsed) => parsed });
  for (const { columns } of rowsOf(block, 'outputs')) {
    const { variable, name } = columns;
    if (variable?.kind === 'variable')
      places.push({ to: variable.name, of: (parsed) => member(parsed, word(name)) });
  }
  const after: readonly (readonly [string, Plain])[] = [
    ['statusCode', 200],
    ['responseStatus', true],
  ];
  for (const [name, value] of after) {
    const variable = given(block, name);
    if (variable?.kind === 'variable') places.push({ to: variable.name, of: () => value });
  }
  if (places.length === 0) return;
  let parsed: Plain;
  try {
    parsed = JSON.parse(answer) as Plain;
  } catch {
    throw new BlockFailure('SyntaxError', 'The answer is no JSON.', 'error.script.SyntaxError');
  }
  for (const { to, of } of places) scripts.assign(to, of(parsed));
}

function member(parsed: Plain, name: string): Plain {
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  return new Map<string, Plain>(Object.entries(parsed)).get(name);
}
