// Events by HTTP (SCXML C.2), over transports that reach no network: what is sent, what comes in, and what the clock does meanwhile.
import { describe, expect, test } from 'vitest';
import type { Pair } from '../../../../src/runtime-check/interpreter/event-data.js';
import { dialects } from '../../../../src/runtime-check/interpreter/dialects.js';
import { eventOf, requestOf } from '../../../../src/runtime-check/interpreter/io/http-messages.js';
import type {
  HttpRequest,
  HttpTransport,
} from '../../../../src/runtime-check/interpreter/io/http-transport.js';
import type { Plain } from '../../../../src/runtime-check/script/engine.js';
import { xmlPlain } from '../../../../src/runtime-check/script/xml-plain.js';
import { loopback } from '../../../conformance/loopback.js';
import { startOfTime } from '../../load-engine.js';
import { play, tell } from '../page.js';

const http = 'http://www.w3.org/TR/scxml/#BasicHTTPEventProcessor';
const address = 'http://example.invalid/there';

const toSelf = (attributes: string, children = ''): string =>
  `<send type="${http}" targetexpr="_ioprocessors['basichttp'].location" ${attributes}>${children}</send>`;

/** A state that sends on entry, logs `expr` of the first event and ends. */
const page = (send: string, expr: string): string => `
  <datamodel><data id="x" expr="1"/><data id="y" expr="({ z: 'a b' })"/></datamodel>
  <state id="s"><onentry>${send}</onentry>
    <transition event="*" target="end"><log expr="${expr}"/></transition></state>
  <final id="end"/>`;

/** A transport that keeps what it is given, and lets the test answer. */
function held(): HttpTransport & {
  readonly sent: HttpRequest[];
  readonly answers: ((status: number | undefined) => void)[];
  receive: Parameters<HttpTransport['connect']>[0];
} {
  const made: ReturnType<typeof held> = {
    sent: [],
    answers: [],
    receive: () => false,
    connect(receive) {
      made.receive = receive;
    },
    addressOf: (id) => `http://example.invalid/${id}`,
    send(request, answer) {
      made.sent.push(request);
      made.answers.push(answer);
    },
  };
  return made;
}

describe('messages', () => {
  test.each<[string, string, readonly Pair[], Plain]>([
    [
      'parameters',
      'e',
      [
        ['a', 1],
        ['b', 'x y&z=ü'],
      ],
      { a: '1', b: 'x y&z=ü' },
    ],
    ['no data', 'e', [], undefined],
    [
      'parameters of odd names',
      'e.f',
      [
        ['a b', '='],
        ['&', '?'],
        ['__proto__', '1'],
      ],
      { 'a b': '=', '&': '?', ['__proto__']: '1' },
    ],
    [
      'a parameter twice',
      'e',
      [
        ['a', 1],
        ['b', 0],
        ['a', [2, 3]],
      ],
      { a: ['1', '[2,3]'], b: '0' },
    ],
  ])('%s come back as they went', (_what, name, pairs, data) => {
    const event = eventOf(requestOf(address, { event: name, value: undefined, pairs }), dialects.w3c);
    expect(event).toMatchObject({ name, type: 'external', origintype: http });
    expect(event.data).toEqual(data);
  });

  test.each<[string, Plain]>([
    ['text', 'some text'],
    ['an object', { a: [1, { b: null }] }],
    ['text that looks like parameters', 'a=b&c=d+e%20f'],
    ['XML', xmlPlain(['+a', '@n=1', '#t', '-'])],
    ['a number', 5],
  ])('content comes back as it went: %s', (_what, value) => {
    const event = eventOf(requestOf(address, { event: 'e', value, pairs: undefined }), dialects.w3c);
    expect(event.name).toBe('e');
    expect(event.data).toEqual(value);
  });

  test('are POST requests with a form, spaces as %20', () => {
    const request = requestOf(address, { event: 'e', value: undefined, pairs: [['p', 'a b']] });
    expect(request).toEqual({
      method: 'POST',
      url: address,
      contentType: 'application/x-www-form-urlencoded',
      body: '_scxmleventname=e&p=a%20b',
    });
  });

  test('half of a surrogate pair does not keep a message from being sent', () => {
    const { body } = requestOf(address, { event: '', value: '\ud800', pairs: undefined });
    expect(body).toBe('%EF%BF%BD');
  });

  const request: HttpRequest = { method: 'POST', url: address, contentType: '', body: '' };
  test.each<[string, Partial<HttpRequest>, string, unknown]>([
    ['nothing', {}, 'HTTP.POST', undefined],
    ['another method', { method: 'PUT', body: 'a=1' }, 'HTTP.PUT', { a: '1' }],
    [
      'parameters in the address',
      { method: 'GET', url: `${address}?a=1&b=2` },
      'HTTP.GET',
      { a: '1', b: '2' },
    ],
    ['a name in the address', { url: `${address}?_scxmleventname=n`, body: 'a=1' }, 'n', { a: '1' }],
    ['two names', { body: '_scxmleventname=a&_scxmleventname=b' }, 'HTTP.POST', undefined],
    ['a parameter twice', { body: 'a=1&a=2' }, 'HTTP.POST', { a: ['1', '2'] }],
    ['a parameter of a name that objects have', { body: '__proto__=1' }, 'HTTP.POST', { ['__proto__']: '1' }],
    ['JSON', { contentType: 'application/json', body: '{"a":[1]}' }, 'HTTP.POST', { a: [1] }],
    ['text', { contentType: 'text/plain', body: ' a=b \n c ' }, 'HTTP.POST', 'a=b c'],
    ['XML', { contentType: 'application/xml', body: '<a/>' }, 'HTTP.POST', xmlPlain(['+a', '-'])],
    ['broken percent signs', { body: 'a=%zz' }, 'HTTP.POST', { a: '%zz' }],
  ])('%s', (_what, part, name, data) => {
    const event = eventOf({ ...request, ...part }, dialects.w3c);
    expect(event.name).toBe(name);
    expect(event.data).toEqual(data);
  });
});

describe('a session that sends to its own address', () => {
  test.each([
    ['gets the event', toSelf('event="e"'), "_event.name + ' ' + _event.type", 'e external'],
    ['gets its type', toSelf('event="e"'), '_event.origintype', http],
    [
      'gets parameters',
      toSelf('event="e" namelist="x"', '<param name="y" expr="y.z"/>'),
      '_event.data.x + _event.data.y',
      '1a b',
    ],
    [
      'gets content',
      toSelf('', '<content>some text</content>'),
      "_event.name + ' ' + _event.data",
      'HTTP.POST some text',
    ],
    [
      'gets content and name',
      toSelf('event="e"', '<content expr="y"/>'),
      "_event.name + ' ' + _event.data.z",
      'e a b',
    ],
    [
      'sees the message',
      toSelf('event="e" namelist="x"'),
      "_event.raw.split('\\r\\n').pop()",
      '_scxmleventname=e&x=1',
    ],
    [
      'sees no message in others',
      '<raise event="e"/>',
      "'raw' in _event ? String(_event.raw) : 'none'",
      'undefined',
    ],
    ['may delay it', toSelf('event="e" delay="2s"'), 'Date.now()', String(startOfTime + 2000)],
  ])('%s', async (_what, send, expr, log) => {
    const { logs, stop } = await play(page(send, expr), { http: loopback() });
    expect(logs).toEqual([log]);
    expect(stop).toEqual({ kind: 'final', state: 'end' });
  });

  test('gets it behind what is on its internal queue', async () => {
    const { events } = await play(
      `<state id="s"><onentry>${toSelf('event="far"')}<raise event="near"/></onentry></state>`,
      { http: loopback() },
    );
    expect(events).toEqual(['near', 'far']);
  });

  test('reaches the sessions that it has invoked at addresses of their own', async () => {
    const { logs } = await play(
      `<datamodel><data id="there"/></datamodel>
       <state id="s">
         <invoke><content><scxml version="1.0" xmlns="http://www.w3.org/2005/07/scxml"><state id="c">
           <onentry><send target="#_parent" event="hello"><param name="at" expr="_ioprocessors.basichttp.location"/></send></onentry>
           <transition event="reply"><log expr="'child ' + _event.type"/></transition></state></scxml></content></invoke>
         <transition event="hello" cond="_event.data.at !== _ioprocessors.basichttp.location">
           <send type="${http}" targetexpr="_event.data.at" event="reply"/></transition>
         <transition event="*"><log expr="'parent ' + _event.name"/></transition></state>`,
      { http: loopback() },
    );
    expect(logs).toEqual(['child external']);
  });

  test('can cancel what is delayed', async () => {
    const { events } = await play(
      `<state id="s"><onentry>${toSelf('event="e" delay="2s" id="i"')}<cancel sendid="i"/></onentry></state>`,
      { http: loopback() },
    );
    expect(events).toEqual([]);
  });
});

describe('what cannot be sent', () => {
  test.each([
    ['no target', `<send type="${http}" event="e" id="i"/>`, 'error.communication i'],
    [
      'nobody there',
      `<send type="basichttp" event="e" target="${address}" id="i"/>`,
      'error.communication i',
    ],
    ['parameters that fail', toSelf('event="e" id="i" namelist="nothing"'), 'error.execution undefined'],
  ])('%s is an error event', async (_what, send, log) => {
    const { logs } = await play(page(send, "_event.name + ' ' + _event.sendid"), { http: loopback() });
    expect(logs).toEqual([log]);
  });

  test('without a transport there is no such type, and no address', async () => {
    const { logs } = await play(
      page(
        `<send type="${http}" event="e" target="${address}"/>`,
        "_event.name + ' ' + ('basichttp' in _ioprocessors)",
      ),
    );
    expect(logs).toEqual(['error.execution false']);
  });

  test('a session that is over takes nothing in', async () => {
    const http = held();
    const { session } = await play('<final id="end"/>', { http });
    const request: HttpRequest = { method: 'POST', url: '', contentType: '', body: '' };
    expect(http.receive(session.id, request)).toBe(false);
    expect(http.receive('another', request)).toBe(false);
  });
});

describe('while a request is open', () => {
  const waiting = `
    <state id="s"><onentry><send type="${http}" event="ask" target="${address}" id="i"/><send event="late" delay="1s"/></onentry>
      <transition event="*" target="end"><log expr="_event.name + ' ' + (Date.now() - ${startOfTime})"/></transition></state>
    <final id="end"/>`;

  test('the clock stands still, and what comes in is processed', async () => {
    const http = held();
    const { session, stop, logs } = await play(waiting, { http });
    expect(stop).toEqual({ kind: 'idle' });
    expect(session.openRequests).toBe(1);
    expect(session.run(startOfTime + 5000)).toEqual({ kind: 'idle' });
    expect(session.now()).toBe(startOfTime);
    http.receive(session.id, { method: 'POST', url: '', contentType: '', body: '_scxmleventname=reply' });
    expect(session.run()).toEqual({ kind: 'final', state: 'end' });
    expect(logs).toEqual(['reply 0']);
  });

  test.each([
    [200, 'late 1000'],
    [204, 'late 1000'],
    [404, 'error.communication 0'],
    [undefined, 'error.communication 0'],
  ])('an answer of %s lets it go on', async (status, log) => {
    const http = held();
    const { session, logs } = await play(waiting, { http });
    for (const answer of http.answers) {
      answer(status);
      answer(500);
    }
    expect(session.openRequests).toBe(0);
    expect(session.run()).toEqual({ kind: 'final', state: 'end' });
    expect(logs).toEqual([log]);
  });

  test('an answer that comes when the session is over changes nothing', async () => {
    const http = held();
    const { session } = await play(waiting, { http });
    tell(session, 'leave');
    http.answers[0]?.(500);
    expect(session.run()).toEqual({ kind: 'final', state: 'end' });
    expect(session.openRequests).toBe(0);
  });
});

describe('in the ors dialect', () => {
  test('the type and the target are expressions', async () => {
    const { logs } = await play(
      `<state id="s"><onentry><send targettype="'basichttp'" target="_ioprocessors.basichttp.location" event="'e'"/></onentry>
        <transition event="e" target="end"><log expr="_event.name + ' ' + ('raw' in _event)"/></transition></state><final id="end"/>`,
      { dialect: 'ors', http: loopback() },
    );
    expect(logs).toEqual(['e false']);
  });
});
