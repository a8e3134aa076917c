// Runs small pages for the tests of the interpreter and keeps what they did as lines of text.
import type { Diagnostic } from '../../../src/diagnostics/index.js';
import { compileDocument } from '../../../src/runtime-check/document/compile.js';
import type { CompiledDocument } from '../../../src/runtime-check/document/nodes.js';
import { dialects } from '../../../src/runtime-check/interpreter/dialects.js';
import {
  createSession,
  type RunningSession,
  type SessionOptions,
} from '../../../src/runtime-check/interpreter/session.js';
import type { Stop } from '../../../src/runtime-check/interpreter/types.js';
import type { Plain } from '../../../src/runtime-check/script/engine.js';
import { readXml } from '../../../src/xml/index.js';
import { loadEngine, startOfTime } from '../load-engine.js';

type DialectName = keyof typeof dialects;

export interface Options extends Partial<Omit<SessionOptions, 'engine' | 'observer'>> {
  readonly dialect?: DialectName;
  /** Attributes of the root. */
  readonly root?: string;
}

export interface Played {
  readonly session: RunningSession;
  readonly stop: Stop;
  /** `enter a`, `exit a`, `a -> b c on e`, `log label: text`, `event e`, `failure TypeError`. */
  readonly lines: readonly string[];
  /** Texts of the logs alone. */
  readonly logs: readonly string[];
  /** Names of the events that were processed. */
  readonly events: readonly string[];
}

const namespaces =
  'xmlns="http://www.w3.org/2005/07/scxml" xmlns:queue="http://www.genesyslab.com/modules/queue"';

export const pageText = (body: string, root = ''): string =>
  `<scxml ${namespaces} version="1.0" ${root}>${body}</scxml>`;

/** What compiling gives for the text of a whole page. */
export function compileText(
  text: string,
  dialect: DialectName = 'w3c',
): { readonly document: CompiledDocument | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const read = readXml(new TextEncoder().encode(text), 'page.scxml');
  if (!read.value) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'));
  const { value, diagnostics } = compileDocument(read.value, dialects[dialect]);
  return { document: value, diagnostics };
}

/** Compiles the children of a root element; faults of the page fail the test. */
export function compileBody(body: string, { dialect = 'w3c', root = '' }: Options = {}): CompiledDocument {
  const { document, diagnostics } = compileText(pageText(body, root), dialect);
  if (!document) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return document;
}

/** Runs a page given by the children of its root until it stops. */
export async function play(body: string, options: Options = {}): Promise<Played> {
  const lines: string[] = [];
  const logs: string[] = [];
  const events: string[] = [];
  const { dialect: _dialect, root: _root, ...rest } = options;
  const session = createSession(compileBody(body, options), {
    start: startOfTime,
    ...rest,
    engine: await loadEngine(),
    observer: {
      enter: (state) => lines.push(`enter ${state}`),
      exit: (state) => lines.push(`exit ${state}`),
      transition: (source, targets, event) =>
        lines.push(`${source} -> ${targets.join(' ')}${event === undefined ? '' : ` on ${event}`}`),
      event: ({ name }) => {
        events.push(name);
        lines.push(`event ${name}`);
      },
      log(label, text, level) {
        logs.push(text);
        const suffix = level === undefined ? '' : ` (level ${level})`;
        lines.push(`log ${label === '' ? '' : `${label}: `}${text}${suffix}`);
      },
      scriptFailure: ({ kind }) => lines.push(`failure ${kind}`),
    },
  });
  return { session, stop: session.run(), lines, logs, events };
}

/** Sends an event from outside, with the session run before and after. */
export function tell(session: RunningSession, name: string, data?: Plain): Stop {
  session.send({ name, type: 'external', ...(data === undefined ? {} : { data }) });
  return session.run();
}
