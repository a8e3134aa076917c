// SData: a statistic of a target, as the surroundings know it.
import { failedWith } from '../values.js';
import type { Family } from './define.js';

export const statistics: Family = {
  SData: (args, cx) => {
    const [object, name] = [args.text(0), args.text(1)];
    const found = cx.statistic(object, name);
    if (found !== undefined) return found;
    return cx.assume('sdata.missing') === 'error' ? failedWith(`"${name}" of "${object}" has no value`) : 0;
  },
};
