// Data of the frame that only some pages have.
import * as js from '../../mappings/js.js';
import type { DataItem } from '../../mappings/target-tree.js';
import type { FrameParts } from './states.js';

export const lastError: DataItem = {
  id: 'ird_error',
  value: js.object({}),
  comment: 'The last error that a block has met.',
};

export const home: DataItem = {
  id: 'ird_home',
  value: js.text(''),
  comment: 'Where the call stood when the strategy began.',
};

export const lost = ({ hooks }: Pick<FrameParts, 'hooks'>): DataItem => ({
  id: 'ird_lost',
  value: js.boolean(false),
  comment:
    hooks === undefined
      ? 'Set by a handler of the strategy when the interaction is lost.'
      : 'Set when blocks run without the call.',
});

export const set: DataItem = {
  id: 'ird_set',
  value: js.object({}),
  comment: 'What a block has set for later ones, by name.',
};

export const answers: DataItem = {
  id: 'ird_lifted',
  value: js.object({}),
  comment: 'What a block has asked for or computed before it goes on.',
};
