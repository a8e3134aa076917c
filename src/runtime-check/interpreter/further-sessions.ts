// Sessions that a run has besides its main one: loading their pages, starting them for the platform, ending them.
import { compileDocument } from '../document/compile.js';
import type { ResolveFile } from '../document/include.js';
import type { CompiledDocument } from '../document/nodes.js';
import { readPage } from '../document/read-page.js';
import { joinUri } from '../document/uri.js';
import type { Plain } from '../script/engine.js';
import { mayStartSession, type Session } from './session-state.js';

/** The page at `uri`, compiled for the dialect of the session that asks; undefined when it cannot be had or cannot run. */
export function pageAt(session: Session, uri: string): CompiledDocument | undefined {
  const { pages, options } = session.runtime;
  if (!pages.has(uri)) {
    const text = options.resolve?.(uri);
    pages.set(uri, text === undefined ? undefined : pageFrom(session, text, uri));
  }
  return pages.get(uri);
}

/** As `pageAt`, for a text that is at hand. */
export function pageFrom(session: Session, text: string, file: string): CompiledDocument | undefined {
  const { dialect } = session.document;
  const { resolve } = session.runtime.options;
  const beside: ResolveFile | undefined =
    resolve &&
    ((href, refuse) => {
      const uri = joinUri(file, href);
      return uri === undefined ? undefined : resolve(uri, refuse);
    });
  const page = readPage(text, file, dialect.includes ? beside : undefined).value;
  if (!page) return undefined;
  return compileDocument(page, dialect, resolve ? { resolve } : {}).value;
}

/** Starts a session that nobody has to wait for; gives its id. */
export function startSessionAt(
  session: Session,
  uri: string,
  given: Readonly<Record<string, Plain>>,
): string | undefined {
  const { runtime } = session;
  const document = pageAt(session, uri);
  if (!document || !mayStartSession(session)) return undefined;
  runtime.ids++;
  const id = `${session.id}.${runtime.ids}`;
  runtime.start(runtime.open(document, { id, isMain: false, parent: undefined, given }));
  return id;
}

/** Ends a session after what it is doing now; false when there is none of that id. */
export function terminateSession(session: Session, id: string): boolean {
  const ended = session.runtime.sessions.get(id);
  if (!ended?.running) return false;
  ended.running = false;
  return true;
}
