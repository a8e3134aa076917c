// Reading scenarios with several interactions and happenings: what is accepted, and what is found wrong where.
import { describe, expect, it } from 'vitest';
import { readScenarios } from '../../../src/runtime-check/scenario/read.js';

const found = (body: string): readonly string[] =>
  readScenarios(`scenario: 1\nname: a\n${body}`, 's.yaml').diagnostics.map(
    ({ code, span, message }) =>
      `${code} ${String(span.start.line)}:${String(span.start.column)} ${message.split(';').at(-1)?.trim() ?? ''}`,
  );

describe('happenings', () => {
  it('say exactly one thing', () => {
    expect(found('happenings:\n  - { at: 3 }\n')).toEqual(['IRD5316 4:5 this one says none of them']);
    expect(found('happenings:\n  - { at: 3, hangup: true }\n  - { merge: true, hangup: true }\n')).toEqual([
      expect.stringMatching(/^IRD5316 .* this one says hangup and merge$/),
    ]);
    expect(found('happenings: [{ taken: false }]\n')).toEqual([expect.stringMatching(/^IRD5316/)]);
  });

  it('name interactions that there are, with consult calls of other happenings', () => {
    const body = `interactions: [{ id: caller }, { media: chat }]
happenings:
  - { interaction: ixn0001, hangup: true }
  - { interaction: ixn0003, message: { from: a, text: b } }
  - { consult: { to: '7002', id: question } }
  - { interaction: question, hangup: true }
  - { merge: { into: caler } }
  - { interaction: nobody, held: true }
`;
    expect(found(body)).toEqual([
      expect.stringMatching(/^IRD5317 9:\d+ did you mean "caller"/),
      expect.stringMatching(/^IRD5317 10:\d+ .*"nobody"/),
    ]);
  });

  it('wait for one thing', () => {
    expect(found('happenings: [{ after: tick, in: Menu, hangup: true }]\n')).toEqual([
      expect.stringMatching(/^IRD5304 3:\d+ write two entries$/),
    ]);
  });

  it('take no unknown key and no wrong value', () => {
    expect(found('happenings: [{ hangup: false }]\n')[0]).toMatch(/^IRD5304/);
    expect(found('happenings: [{ transfer: { to: "1", how: two } }]\n')[0]).toMatch(/^IRD5304/);
    expect(found('happenings: [{ taken: { too: "1" } }]\n')[0]).toMatch(/^IRD5302/);
    expect(found('happenings: [{ after: x, nth: 0, hangup: true }]\n')[0]).toMatch(/^IRD5304/);
  });
});

describe('interactions', () => {
  it('have ids of their own, and parents that there are', () => {
    expect(found('interactions: [{ id: ixn0001 }]\n')).toEqual([
      expect.stringMatching(/^IRD5318 3:\d+ .*"ixn0001"/),
    ]);
    expect(found('interaction: { id: ixn0002 }\ninteractions: [{}]\n')).toEqual([
      expect.stringMatching(/^IRD5318/),
    ]);
    const consult = 'happenings: [{ consult: { to: "1", id: ixn0001 } }]\n';
    expect(found(consult)).toEqual([expect.stringMatching(/^IRD5318 3:\d+/)]);
    expect(found('interaction: { parent: main }\n')).toEqual([expect.stringMatching(/^IRD5317 3:\d+/)]);
    expect(found('interaction: { parent: main }\ninteractions: [{ id: main, parent: ixn0001 }]\n')).toEqual(
      [],
    );
  });

  it('are there beside a session that has none', () => {
    expect(
      found(
        'interaction: { media: none }\ninteractions: [{ attached: true, at: 3 }]\nhappenings: [{ interaction: ixn0002, hangup: true }]\n',
      ),
    ).toEqual([]);
    expect(found('interactions: [{ media: none }]\n')[0]).toMatch(/^IRD5304/);
  });
});
