// SData and its relative: a statistic of a target, as the surroundings know it.
import { failedWith } from '../values.js';
import type { Compute, Family } from './define.js';

const ofTarget: Compute = (args, cx) => {
  const [object, name] = [args.text(0), args.text(1)];
  const found = cx.statistic(object, name);
  if (found !== undefined) return found;
  return cx.assume('sdata.missing') === 'error' ? failedWith(`"${name}" of "${object}" has no value`) : 0;
};

export const statistics: Family = {
  GetStatData: ofTarget,
  SData: ofTarget,
};
