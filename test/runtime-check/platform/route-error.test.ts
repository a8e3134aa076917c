// A submit with route="true" whose delivery fails: the option on_route_error decides what becomes of the call.
import { describe, expect, it, test } from 'vitest';
import type { ScenarioWorld } from '../../../src/runtime-check/scenario/types.js';
import { bench, type Bench } from './bench.js';

const submit = `<queue:submit requestid="_data.rid" queue="'VQ'" timeout="20" route="true" clearontimeout="true">
  <queue:targets type="agentgroup"><queue:target name="'Sales'"/></queue:targets></queue:submit>`;

function played(
  option: string | undefined,
  more: Partial<ScenarioWorld> = { defaultDestination: '9000' },
  by = '',
): Bench {
  const b = bench({
    world: {
      agents: [
        { id: 'anna', groups: ['Sales'], ready: true },
        { id: 'bob', groups: ['Sales'], ready: [{ at: 5, value: true }] },
      ],
      ...(option === undefined ? {} : { options: { on_route_error: option } }),
      ...more,
    },
    answers: { deliveries: [{ to: 'anna', error: 'busy' }] },
  });
  b.pass(0);
  b.events();
  b.script(by);
  b.run(submit);
  b.pass(60);
  return b;
}

const told = (b: Bench): readonly string[] =>
  b
    .events()
    .slice(1)
    .map((event) => {
      const [at = '', name = ''] = event.split(' ');
      const error = /"error":"(\w+)"/.exec(event)?.[1];
      return [at, name, ...(error === undefined ? [] : [error])].join(' ');
    });
const visits = (b: Bench): readonly string[] =>
  b.world.requests.records.map(({ exit, to }) => `${exit} at ${String(to / 1000)}`);

describe('a delivery that fails', () => {
  test.each([undefined, 'try_other', 'reroute', 'nonsense'])(
    'with %s: the next target gets the call',
    (option) => {
      const b = played(option);
      expect(told(b)).toEqual(['5 queue.submit.done', '5 interaction.partystatechanged']);
      expect(b.world.interactions.main?.delivery?.target).toBe('bob');
      expect(visits(b)).toEqual(['routed at 5']);
      expect(b.assumptions()).toContainEqual(expect.stringContaining('route-error'));
    },
  );

  it('waits until the timeout when there is no next target', () => {
    const b = played(undefined, { agents: [{ id: 'anna', groups: ['Sales'], ready: true }] });
    expect(told(b)).toEqual(['20 error.queue.submit timeout']);
    expect(visits(b)).toEqual(['cleared at 20']);
    // Nobody has taken anna.
    const [anna] = b.world.staff.resources;
    expect(anna !== undefined && b.world.staff.isReady(anna, b.world.at())).toBe(true);
  });

  it('ends the request with ignore', () => {
    const b = played('ignore');
    expect(told(b)).toEqual(['0 error.queue.submit routeerror']);
    expect(b.world.interactions.main?.state).toBe('present');
    expect(visits(b)).toEqual(['cleared at 0']);
  });

  it('goes to the default destination with default, when there is one', () => {
    const b = played('default');
    expect(told(b)).toEqual(['0 error.queue.submit routeerror']);
    expect(b.world.interactions.main?.delivery?.target).toBe('9000');
    expect(b.steps.at(-1)?.params).toEqual({ target: '9000', by: 'on_route_error' });
    const none = played('default', {});
    expect(none.world.interactions.main?.state).toBe('present');
  });

  it('ends the call with delete', () => {
    const b = played('delete');
    expect(told(b)).toEqual(['0 interaction.deleted']);
    expect(b.world.interactions.main?.state).toBe('terminated');
    expect(b.steps.at(-1)).toEqual({ at: 0, kind: 'ended', params: { by: 'urs', reason: 'on_route_error' } });
  });

  it('is decided by the page when it says so', () => {
    expect(told(played('try_other', {}, `_genesys.queue.onRouteError('ignore')`))).toEqual([
      '0 error.queue.submit routeerror',
    ]);
  });
});
