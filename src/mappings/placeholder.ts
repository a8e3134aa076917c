// A placeholder: a real state that says what is missing and hands the call to default routing. It does not take the block's red port: URS would not
// have failed there.
import type { Block } from '../ir/nodes.js';
import { valuesOf } from '../ir/walk.js';
import { logLine } from './block-context.js';
import type { Region } from './define.js';
import * as js from './js.js';
import type { Scope } from './map-state.js';

/** The event that a placeholder raises; a run that meets it ends as `notExecutable`. */
export const placeholderEvent = 'error.ird2scxml.placeholder';

/** Builds the placeholder of `block`. Its comments carry the block's properties and where its ports led, for the person who fills it. */
export function placeholderRegion(block: Block, scope: Scope, reason: string, code: string): Region {
  const name = block.caption || block.sourceType;
  const properties = [
    ...valuesOf(block).map((v) => `  ${v.id.slice(block.nodeId.length + 1)}: ${v.text}`),
    ...block.others.map((o) => `  ${o.name}: ${o.text}`),
  ];
  const ports = block.ports
    .filter((p) => p.target !== undefined)
    .map((p) => `  port ${p.name} -> ${scope.stateOf(p.target ?? '')}`);
  return {
    states: [
      {
        kind: 'state',
        id: scope.stateOf(block.id),
        comments: [`Placeholder (${code}): ${reason}.`, ...properties, ...ports],
        onentry: [
          logLine(scope, block),
          {
            kind: 'raise',
            event: placeholderEvent,
            params: { block: js.text(name), code: js.text(code), reason: js.text(reason) },
          },
        ],
        transitions: [{ event: placeholderEvent, target: scope.frame.defaultRouting }],
      },
    ],
  };
}
