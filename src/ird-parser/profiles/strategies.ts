// Where the strategies of a file stand: what the choice of a profile and the reading by it have in common.
import type { XmlDocument, XmlElement } from '../../xml/index.js';
import type { StrategyRule } from './document.js';
import type { Compiled, ExportProfile } from './profile.js';
import { isElement, selectFromTop, type Marks } from './select.js';

/** The elements that hold strategies, each with the first rule that finds it, in the order of the file. */
export function eachStrategy(
  document: XmlDocument,
  profile: ExportProfile,
  marks: Marks,
): readonly { readonly rule: Compiled<StrategyRule>; readonly element: XmlElement }[] {
  const found = new Map<XmlElement, Compiled<StrategyRule>>();
  for (const rule of profile.strategies) {
    for (const item of selectFromTop(rule.at, document.root, marks)) {
      if (isElement(item) && !found.has(item)) found.set(item, rule);
    }
  }
  const startOf = ({ element }: { readonly element: XmlElement }): number => element.tagSpan.start.offset;
  return [...found]
    .map(([element, rule]) => ({ rule, element }))
    .toSorted((one, other) => startOf(one) - startOf(other));
}
