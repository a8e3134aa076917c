// What a report format is: a pure function from the report to chunks of text.
import type { Report } from '../model.js';

/** Marks up text for the stream that it goes to; on a stream without colour every function gives its text back. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly info: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const same = (text: string): string => text;
export const plainPaint: Paint = {
  error: same,
  warning: same,
  info: same,
  good: same,
  strong: same,
  faint: same,
};

export interface RenderOptions {
  readonly paint: Paint;
  /** Decoded text of a source file, for code frames; undefined when it is not at hand. */
  readonly source: (file: string) => string | undefined;
  /** Everything in full: notes, repeated findings. */
  readonly verbose: boolean;
}

export type Renderer = (report: Report, options: RenderOptions) => Iterable<string>;
