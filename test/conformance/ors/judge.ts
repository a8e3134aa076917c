// Runs one case of the ors dialect: validated, compiled and run without a platform.
import { compareSpans } from '../../../src/diagnostics/index.js';
import { compileDocument } from '../../../src/runtime-check/document/compile.js';
import type { ResolveFile } from '../../../src/runtime-check/document/include.js';
import { readPage } from '../../../src/runtime-check/document/read-page.js';
import { dialects } from '../../../src/runtime-check/interpreter/dialects.js';
import { createSession } from '../../../src/runtime-check/interpreter/session.js';
import type { ScriptEngineFactory } from '../../../src/runtime-check/script/engine.js';
import { validatePage } from '../../../src/runtime-check/validate/validate.js';
import type { DialectCase, Expected } from './cases.js';

const file = 'pages/case.scxml';
/** Findings about states that nothing leads to, and ends that are missing: the pages of cases are not whole. */
const besides: ReadonlySet<string> = new Set(['IRD5011', 'IRD5013']);
const start = Date.UTC(2026, 2, 2, 9);

/** What came of a case, in the shape of what is expected. */
export function outcomeOf(each: DialectCase, engine: ScriptEngineFactory): Required<Expected> {
  const text = pageOf(each);
  const { files = {} } = each;
  const resolve: ResolveFile = (uri) => (Object.hasOwn(files, uri) ? files[uri] : undefined);
  const findings = validatePage(text, file, resolve)
    .filter(({ code }) => !besides.has(code))
    .toSorted((a, b) => compareSpans(a.span, b.span))
    // The root stands in the first line of the body.
    .map(({ code, span }) => [code, Math.max(1, span.start.line - (hasDeclaration(each) ? 1 : 0))] as const);
  const page = readPage(text, file, resolve).value;
  const document = page && compileDocument(page, dialects.ors, { resolve }).value;
  const logs: string[] = [];
  const events: string[] = [];
  if (!document) return { findings, logs, events, states: [], runs: false };
  const session = createSession(document, {
    engine,
    start,
    resolve,
    data: each.data ?? {},
    observer: {
      log: (_label, line, level) =>
        logs.push(level === undefined ? line : `${line} (level ${String(level)})`),
      event: ({ name }) => events.push(name),
    },
  });
  session.run();
  const states = session.configuration().filter((id) => document.stateById.get(id)?.children.length === 0);
  session.dispose();
  return { findings, logs, events, states, runs: true };
}

const hasDeclaration = ({ root }: DialectCase): boolean => root !== 'without-declaration';

function pageOf(each: DialectCase): string {
  const { body, root = '' } = each;
  const attributes = hasDeclaration(each) ? root : '';
  const declaration = hasDeclaration(each) ? '<?xml version="1.0" encoding="utf-8"?>\n' : '';
  return `${declaration}<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:xi="http://www.w3.org/2001/XInclude" version="1.0" profile="ecmascript" ${attributes}>${body}</scxml>`;
}

/** What differs from what is expected; undefined: the case holds. */
export function failureOf({ expected }: DialectCase, found: Required<Expected>): string | undefined {
  const wrong = Object.entries(expected).flatMap(([name, wanted]) => {
    // The names of both are those of Expected.
    const [a, b] = [JSON.stringify(wanted), JSON.stringify(found[name as keyof Expected])];
    return a === b ? [] : [`${name} ${b}, not ${a}`];
  });
  return wrong.length === 0 ? undefined : wrong.join('; ');
}
