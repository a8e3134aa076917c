// Extensions of the call that earlier blocks have set (ExtensionAttach and its relatives): hints of the action that sends the call away.
import * as js from '../js.js';
import type { Js } from '../js.js';
import { value, type AttributeValue } from '../target-tree.js';

interface Reads {
  setting(name: string, otherwise: Js): Js | undefined;
}

/** The attribute `hints`, where a block on the way here has set extensions. */
export function hintsOf(cx: Reads): Readonly<Record<string, AttributeValue>> {
  const extensions = cx.setting('extensions', js.object({}));
  return extensions === undefined ? {} : { hints: value(js.object({ extensions })) };
}
