// How a block reads what earlier blocks have set: a constant in place, or the data that it travels in.
import type { Block, Strategy } from '../../ir/nodes.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import type { Flow } from './reaching.js';

type Read = (name: string, otherwise: Js, of?: Js) => Js | undefined;

/** Reads settings at the entry of `block`; see `BlockContext.setting`. */
export function settingReader(
  flow: Flow,
  strategy: Strategy,
  block: Block,
  library: (name: string, ...args: readonly Js[]) => Js,
): Read {
  return (name, otherwise, of) => {
    if (of !== undefined && of.kind !== 'string') {
      const key = js.binary(js.text(`${name}@`), '+', of);
      return flow.isSetFor(name) ? library('setting', key, otherwise) : undefined;
    }
    const full = of === undefined ? name : `${name}@${of.value}`;
    const origin = flow.at(strategy, block.id, full);
    switch (origin.kind) {
      case 'unset':
        return undefined;
      case 'constant':
        return typeof origin.value === 'number' ? js.number(origin.value) : js.text(origin.value);
      case 'data':
        return library('setting', js.text(full), otherwise);
    }
  };
}
