// All cases of the ors dialect, in the order of the documentation.
import type { DialectCase } from './cases.js';
import { contentCases } from './content.js';
import { documentCases } from './documents.js';
import { scriptCases } from './scripts.js';

export const dialectCases: readonly DialectCase[] = [...documentCases, ...contentCases, ...scriptCases];
