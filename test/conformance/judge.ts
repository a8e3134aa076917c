// Runs one test in virtual time and says whether it holds.
import path from 'node:path';
import { compileDocument } from '../../src/runtime-check/document/compile.js';
import type { CompiledDocument } from '../../src/runtime-check/document/nodes.js';
import { dialects } from '../../src/runtime-check/interpreter/dialects.js';
import { createSession, type RunningSession } from '../../src/runtime-check/interpreter/session.js';
import type { ScriptEngineFactory } from '../../src/runtime-check/script/engine.js';
import { readXml } from '../../src/xml/index.js';
import type { Case, Result, ScriptedCase, W3cCase } from './cases.js';
import { loopback } from './loopback.js';
import type { Files } from './tarball.js';

/** Virtual time at which every test starts. */
const start = Date.UTC(2015, 8, 1);

export function judge(test: Case, files: Files, engine: ScriptEngineFactory): Result {
  const resolve = (uri: string): string | undefined =>
    files.get(path.posix.join(path.posix.dirname(test.file), uri.replace(/^file:/, '')));
  const document = compile(test.file, files, resolve);
  if (typeof document === 'string') {
    const isWanted = test.kind === 'w3c' && test.wanted !== 'pass';
    return { test, failure: isWanted ? undefined : `it is refused: ${document}` };
  }
  const session = createSession(document, { engine, start, resolve, http: loopback() });
  const failure = test.kind === 'w3c' ? judgeEnd(test, session) : judgeSteps(test, session, document);
  session.dispose();
  return { test, failure };
}

/** The document, or why it is refused. */
function compile(
  file: string,
  files: Files,
  resolve: (uri: string) => string | undefined,
): CompiledDocument | string {
  const text = files.get(file);
  if (text === undefined) return 'the package does not hold it';
  const read = readXml(new TextEncoder().encode(text), file);
  const compiled = read.value && compileDocument(read.value, dialects.w3c, { resolve });
  const diagnostics = [...read.diagnostics, ...(compiled?.diagnostics ?? [])];
  return compiled?.value ?? diagnostics.map(({ message }) => message).join('; ');
}

function judgeEnd(test: W3cCase, session: RunningSession): string | undefined {
  if (test.wanted === 'refused') return 'it is not refused';
  const stop = session.run();
  if (stop.kind === 'final' && stop.state === 'pass') return undefined;
  return stop.kind === 'final' ? `it ends in "${stop.state}"` : `it stops (${stop.kind})`;
}

function judgeSteps(
  test: ScriptedCase,
  session: RunningSession,
  document: CompiledDocument,
): string | undefined {
  const settle = (wanted: readonly string[], what: string): string | undefined => {
    session.run(session.now());
    const active = session
      .configuration()
      .filter((id) => document.stateById.get(id)?.children.length === 0)
      .toSorted();
    const expected = wanted.toSorted();
    return active.join(' ') === expected.join(' ')
      ? undefined
      : `${what} it is in ${active.join(' ')}, not in ${expected.join(' ')}`;
  };
  let failure = settle(test.initial, 'at the start');
  for (const { after, event, states } of test.steps) {
    if (failure !== undefined) break;
    session.run(session.now() + after);
    session.send({ name: event, type: 'external' });
    failure = settle(states, `behind "${event}"`);
  }
  return failure;
}
