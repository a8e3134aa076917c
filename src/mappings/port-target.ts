// Where a port leads: to the state of the connected block, or to what the frame provides when nothing is connected.
import type { Block } from '../ir/nodes.js';
import type { FrameIds } from './define.js';
import type { Scope } from './map-state.js';

/** Where a port leads. Not connected: red and exceptions go to default routing (assumption), everything else ends the strategy. */
export function portTarget(
  block: Block,
  name: string,
  scope: Scope,
  frame: FrameIds,
  assume: (id: string) => string,
): string {
  const port = block.ports.find((p) => p.name === name);
  if (port?.target !== undefined) return scope.stateOf(port.target);
  const fails = port === undefined ? /^(red|error)/.test(name) : ['failure', 'exception'].includes(port.role);
  if (fails && assume('port.red-unconnected') === 'default routing') return frame.defaultRouting;
  if (!fails) assume('port.green-unconnected');
  return frame.end;
}
