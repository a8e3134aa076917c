// Events that a block waits for, by the names that it gives: they come in the middle of the wait.
import type { Block } from '../../ir/nodes.js';
import { callsOf } from '../../ir/walk.js';
import { withAnswers } from '../../runtime-check/explore/edit-scenario.js';
import type { Move, MoveBase } from './move.js';
import { waitsIn } from './wait-moves.js';

export function* eventMoves(base: MoveBase): Generator<Move> {
  const { block, log } = base;
  const names = namesIn(base);
  if (names.length === 0) return;
  const [wait] = waitsIn(base);
  const middle = wait === undefined ? base.stay.from : (wait.from + wait.to) / 2;
  const at = Math.round(middle * 1000) / 1000;
  for (const name of names) {
    const words = `the event "${name}" comes while "${block.caption}" waits`;
    yield { scenario: withAnswers(log.scenario, { events: [{ at, name }] }), words };
  }
}

function namesIn({ block, code }: MoveBase): readonly string[] {
  const waited = code.expressions(block).flatMap((expr) =>
    callsOf(expr).flatMap(({ name, args }) => {
      const [, , event] = name === 'SuspendForEvent' ? args : [];
      return event?.kind === 'string' ? [event.value] : [];
    }),
  );
  return [...new Set([...waited, ...eventsOf(block)])].filter((name) => name !== '');
}

/** What a Wait of Composer names. */
function eventsOf(block: Block): readonly string[] {
  if (block.type !== 'ComposerWait') return [];
  return (block.properties.rows['events'] ?? []).flatMap(({ columns }) =>
    columns['event']?.kind === 'text' ? [columns['event'].value] : [],
  );
}
