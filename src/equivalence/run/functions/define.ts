// Functions that ask or change the world, by their names in the vocabulary.
import type { RunFunction } from '../session.js';

export type FunctionFamily = Readonly<Record<string, RunFunction>>;
