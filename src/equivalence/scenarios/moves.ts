// All changes that may make a block do otherwise, some of each kind in turn.
import { answerMoves } from './answer-moves.js';
import { calendarMoves } from './calendar-moves.js';
import { dataMoves } from './data-moves.js';
import { eventMoves } from './event-moves.js';
import type { Move, MoveBase } from './move.js';
import { segmentMoves } from './segment-moves.js';
import { staffMoves } from './staff-moves.js';
import { waitMoves } from './wait-moves.js';

/** In turn from each kind, so that none of them waits for all of another. */
export function* movesAt(base: MoveBase): Generator<Move> {
  yield* inTurn([
    segmentMoves(base),
    calendarMoves(base),
    dataMoves(base),
    staffMoves(base),
    answerMoves(base),
    waitMoves(base),
    eventMoves(base),
  ]);
}

/** Only those that the length of the stay makes different. */
export function* movesInWait(base: MoveBase): Generator<Move> {
  yield* inTurn([waitMoves(base), staffMoves(base)]);
}

function* inTurn(given: readonly Generator<Move>[]): Generator<Move> {
  let kinds = given;
  while (kinds.length > 0) {
    const left: Generator<Move>[] = [];
    for (const kind of kinds) {
      for (let taken = 0; taken < perTurn; taken++) {
        const next = kind.next();
        if (next.done === true) break;
        yield next.value;
        if (taken === perTurn - 1) left.push(kind);
      }
    }
    kinds = left;
  }
}

const perTurn = 3;
