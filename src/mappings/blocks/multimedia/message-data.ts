// Data that blocks of messages share: the message that was made last, the categories that were found last.
import type { BlockContext } from '../../define.js';
import type { Js } from '../../js.js';

/** Where the id of the message stands that was made last. */
export const messageShared = (cx: BlockContext): Js =>
  cx.shared('message', 'The message that was made last; empty: the interaction of the page is sent.');

/** Where the categories of the last classification stand, as JSON. */
export const categoriesShared = (cx: BlockContext): Js =>
  cx.shared('categories', 'Categories of the last classification, as JSON.');
