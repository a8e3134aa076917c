// Where an error of a block leads: to the exception port of the block that listens to its event, to that of the Entry, which listens everywhere, else
// nowhere: the call goes to its default destination.
import type { Port, Strategy } from '../../../ir/nodes.js';
import type { IrdError } from '../faults.js';
import { rowsOf, word, type ComposerBlock } from './values.js';
import type { ComposerScripts } from './scripts.js';

/** Whether an event descriptor means an event: `error` means all errors, `*` everything. */
export function means(descriptor: string, event: string): boolean {
  const words = descriptor.replace(/\.?\*$/, '');
  return words === '' || event === words || event.startsWith(`${words}.`);
}

/** The port by which an error leaves a block; undefined when nothing listens. A port that nothing is connected to does not listen. */
export function exceptionPort(
  block: ComposerBlock,
  error: IrdError,
  scripts: ComposerScripts,
): Port | undefined {
  const listening = block.ports.filter(
    (port) => port.role === 'exception' && port.target !== undefined && means(port.name, error.event),
  );
  if (listening.length === 0) return undefined;
  const { event, description } = error;
  scripts.setEvent({ name: event, data: { error: error.error, description } });
  return listening.find((port) => {
    const condition = conditionOf(block, port.name);
    return condition === undefined || scripts.holds(condition);
  });
}

/** The condition of an exception. Composer's own test of the request id holds for the block's own replies, which these are. */
function conditionOf(block: ComposerBlock, event: string): string | undefined {
  const row = rowsOf(block, 'exceptions').find(
    ({ columns }) => word(columns['event'] ?? columns['name']) === event,
  );
  const condition = row?.columns['condition'];
  if (condition?.kind !== 'ecmascript' || condition.code.trim() === '' || condition.code.includes('App_'))
    return undefined;
  return condition.code;
}

/** The Entry of a diagram, whose exceptions hold everywhere. */
export const entryOf = (strategy: Strategy): ComposerBlock | undefined =>
  strategy.blocks.find((block): block is ComposerBlock => block.type === 'ComposerEntry');
