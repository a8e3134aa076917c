import { describe, expect, it } from 'vitest';
import { readScenarios } from '../../../src/runtime-check/scenario/read.js';

const found = (answers: string): readonly string[] =>
  readScenarios(`scenario: 1\nname: a\nanswers:\n${answers}\n`, 's.yaml').diagnostics.map(
    (d) => `${d.code} ${String(d.span.start.line)}:${String(d.span.start.column)} ${d.message}`,
  );

const failure = (text: string): readonly string[] => found(`  failures: [${text}]`);

describe('failures of a scenario', () => {
  it('are of actions that exist', () => {
    expect(failure("{ action: 'queue:sumbit' }")).toEqual([
      'IRD5304 4:16 "answers.failures.0.action" names "queue:sumbit", which is not an action; did you mean "queue:submit"?',
    ]);
    // Elements that only describe their parent cannot fail.
    expect(failure("{ action: 'queue:targets' }")[0]).toMatch(/^IRD5304/);
    expect(failure("{ action: 'toString' }")[0]).toMatch(/^IRD5304/);
    expect(failure("{ action: 'queue:submit' }, { action: 'agent:setdnd', error: any }")).toEqual([]);
  });

  it('have an error that is documented for the action', () => {
    expect(failure("{ action: 'ixn:redirect', error: invaliddestinaton }")).toEqual([
      'IRD5310 4:40 "invaliddestinaton" is none of the documented errors of "ixn:redirect"; did you mean "invaliddestination"?',
    ]);
    expect(failure("{ action: 'statistic:unsubscribe', error: 'Subscription Already Active' }")[0]).toMatch(
      /^IRD5310/,
    );
    for (const error of [
      'invaliddestination',
      'badtranslation',
      'invalidstate.ringing',
      'remote',
      'unknown',
    ]) {
      expect(failure(`{ action: 'ixn:redirect', error: ${error} }`), error).toEqual([]);
    }
  });

  it('are noted where the errors are known by analogy', () => {
    expect(failure("{ action: 'dialog:play', error: cancled }")).toEqual([
      'IRD5311 4:39 "cancled" is no known error of "dialog:play"; did you mean "cancelled"?',
    ]);
    expect(failure("{ action: 'ixn:detach', error: remote }")[0]).toMatch(/^IRD5311/);
  });

  it('are seen by the page', () => {
    expect(failure("{ action: 'ws:response' }")).toEqual([
      'IRD5312 4:16 "ws:response" raises no events: the page does not learn that it failed',
    ]);
  });

  it('are looked at in answers, too', () => {
    expect(
      found(
        "  treatments: [{ match: 'dialog:play in Menu', error: remot }, { error: timout }, { error: remote }]",
      ),
    ).toEqual([
      'IRD5311 4:48 "remot" is no known error of "dialog:play"; did you mean "remote"?',
      'IRD5311 4:66 "timout" is no known error of "a treatment"; did you mean "timeout"?',
    ]);
    expect(
      found("  classification: [{ error: 'Request invalid' }, { match: 'classification:screen', error: x }]"),
    ).toEqual([
      'IRD5310 4:22 "Request invalid" is none of the documented errors of "classification:classify"; did you mean "Request Invalid"?',
      'IRD5311 4:84 "x" is no known error of "classification:screen"',
    ]);
  });
});
