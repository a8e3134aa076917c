// Requests to the Outbound server: about the record that a call carries, or for a new record of a calling list (docs/messages.md, Outbound).
import type { Flow } from '../flow.js';
import type { SourceSession } from '../session.js';
import { askServer } from './ask.js';
import { setting } from './requests.js';

export type Fields = Readonly<Record<string, string | number>>;

/** What the server calls what an object asks for. */
export type RecordRequest =
  'DoNotCall' | 'RecordProcessed' | 'RecordReschedule' | 'RequestRecordCancel' | 'UpdateCallCompletionStats';

/** About the record of the call. One that carries none has no address: the request fails. */
export function* askAboutRecord(
  session: SourceSession,
  request: RecordRequest,
  fields: Fields,
  timeout: number,
): Flow<void> {
  const record = recordOf(session);
  yield* post(session, record === '' ? '' : `${record}?req=${request}`, fields, timeout);
}

/** A new record of a calling list. */
export function* addRecord(
  session: SourceSession,
  list: string,
  fields: Fields,
  timeout: number,
): Flow<void> {
  const server = serverOf(session) || hostOf(session.data.read('GSW_RECORD_URI') ?? '');
  const url = server === '' ? '' : `${server}/lists/${encodeURIComponent(list)}?req=AddRecord`;
  yield* post(session, url, { GSW_CALLING_LIST: list, ...fields }, timeout);
}

function* post(session: SourceSession, url: string, fields: Fields, timeout: number): Flow<void> {
  yield* askServer(session, { method: 'post', url, body: JSON.stringify(fields), timeout });
}

function recordOf(session: SourceSession): string {
  const address = session.data.read('GSW_RECORD_URI') ?? '';
  if (address !== '') return address;
  const server = serverOf(session);
  const handle = session.data.read('GSW_RECORD_HANDLE') ?? '';
  return server === '' || handle === '' ? '' : `${server}/records/${encodeURIComponent(handle)}`;
}

/** Address of the server without slashes at its end; '' when nobody has set it. */
function serverOf(session: SourceSession): string {
  let server = setting(session, 'ird_outbound_url');
  while (server.endsWith('/')) server = server.slice(0, -1);
  return server;
}

/** Scheme and host of an address over HTTP; '' for anything else. */
function hostOf(address: string): string {
  const scheme = ['http://', 'https://'].find((each) => address.startsWith(each));
  if (scheme === undefined) return '';
  const host = address.slice(scheme.length).split('/')[0] ?? '';
  return host === '' ? '' : `${scheme}${host}`;
}
