// What the last selection chose: fields of the reply to queue:submit. Selections keep them where the strategy asks for them.
import { defineFunctions, type FunctionMapping } from '../define.js';
import * as js from '../js.js';
import { since813 } from './row.js';

/** The functions, and the field that each reads. */
export const choiceFields: Readonly<Record<string, string>> = {
  TargetSelected: 'targetselected',
  TargetObjectSelected: 'targetobjectselected',
  TargetComponentSelected: 'targetcomponentselected',
  VQSelected: 'vqselected',
};

export const choice = defineFunctions(
  Object.entries(choiceFields).map(([ird, field]): FunctionMapping => ({
    ird,
    evidence: 'documented',
    disposition: 'review',
    cost: 1,
    target: since813,
    source: 'SCXML Technical Reference 8.1, Queue Interface: data of queue.submit.done',
    about: `Field ${field} of the reply to the last selection of the same strategy, empty before the first; that IRD writes its value alike is not documented`,
    examples: [{ ird: `${ird}[]`, js: `ird.chosen('${field}')`, value: '' }],
    build: (_args, cx) => cx.library('chosen', js.text(field)),
  })),
);
