// What `graph` is told; apart from its code, which loads the layout.
import type { OwnOptions } from '../own-options.js';
import type { PipelineOptions } from './convert.js';

export const graphFormats = ['svg', 'mermaid', 'dot'] as const;

export interface GraphOptions extends OwnOptions, Omit<PipelineOptions, keyof OwnOptions> {
  readonly strategy?: string;
  readonly machine: boolean;
  readonly format: (typeof graphFormats)[number];
  readonly output?: string;
}
