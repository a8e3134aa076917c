// Drives a flow: begins each wait, goes on when it is over, and gives up what is waited for when the flow is interrupted.
import type { Flow, Wait } from './flow.js';

/** What the driver needs of virtual time: `soon` runs after what the world does at this moment. */
export interface DriveClock {
  soon(action: () => void): void;
}

export interface Driven {
  /** What the flow waits for; undefined when it has ended. */
  readonly waitingFor: { readonly what: string } | undefined;
  /** Gives up the flow; `next` takes its place. May be called by the flow itself: it ends at its next wait. */
  replace(next: Flow<void> | undefined): void;
  /** Gives up what the flow waits for and throws into it, where it waits. Nothing happens to a flow that does not wait. */
  raise(error: Error): void;
}

/** Starts a flow. `ended` is called when it, or what has taken its place, has run to its end; `failed` for what it throws. */
export function drive(
  first: Flow<void>,
  clock: DriveClock,
  ended: () => void,
  failed: (error: unknown) => void,
): Driven {
  let flow: Flow<void> | undefined = first;
  let turn = 0;
  let running = false;
  let giveUp: (() => void) | undefined;
  let waiting: Driven['waitingFor'];

  const advance = (step: (own: Flow<void>) => IteratorResult<Wait, void>): void => {
    const own = flow;
    if (own === undefined) return;
    running = true;
    let outcome: IteratorResult<Wait, void>;
    try {
      outcome = step(own);
    } catch (error) {
      running = false;
      failed(error);
      return;
    }
    running = false;
    if (flow !== own) {
      own.return();
      start();
      return;
    }
    if (outcome.done === true) {
      flow = undefined;
      ended();
      return;
    }
    begin(outcome.value);
  };

  const begin = (wait: Wait): void => {
    const mine = ++turn;
    const { what } = wait;
    waiting = { what };
    const cancel = wait.begin((result) => {
      if (mine !== turn) return;
      turn++;
      waiting = undefined;
      giveUp = undefined;
      const now = turn;
      clock.soon(() => {
        if (now === turn) advance((own) => own.next(result));
      });
    });
    if (mine === turn) giveUp = cancel;
  };

  const start = (): void => {
    const now = ++turn;
    waiting = undefined;
    if (flow === undefined) {
      ended();
      return;
    }
    clock.soon(() => {
      if (now === turn) advance((own) => own.next(undefined));
    });
  };

  start();
  return {
    get waitingFor() {
      return waiting;
    },
    replace: (next) => {
      const own = flow;
      flow = next;
      if (running) return;
      const stop = giveUp;
      giveUp = undefined;
      turn++;
      stop?.();
      own?.return();
      start();
    },
    raise: (error) => {
      if (running || waiting === undefined) return;
      const stop = giveUp;
      giveUp = undefined;
      waiting = undefined;
      const now = ++turn;
      stop?.();
      clock.soon(() => {
        if (now === turn) advance((own) => own.throw(error));
      });
    },
  };
}
