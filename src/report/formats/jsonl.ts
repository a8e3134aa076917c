// The report as JSON lines: a record on each line, for programs that read one at a time.
import type { Renderer } from './format.js';
import { inertJson } from './inert.js';

/** The header, then findings of no strategy, strategies, inventory, details, and the totals at last: a file without them was cut short. */
export const renderJsonl: Renderer = function* ({
  strategies,
  findings,
  inventory = [],
  details = [],
  totals,
  ...header
}) {
  const line = (record: string, content: object): string => `${inertJson({ record, ...content })}\n`;
  yield line('header', header);
  for (const finding of findings) yield line('finding', { finding });
  for (const strategy of strategies) yield line('strategy', { strategy });
  for (const item of inventory) yield line('inventory', { item });
  for (const [hash, text] of details) yield line('detail', { hash, text });
  yield line('totals', { totals });
};
