// What a report format is: a pure function from the report to chunks of text.
import type { Severity } from '../../diagnostics/index.js';
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
  /** Problems that formats for people show; 100 when left out, all with `verbose`. */
  readonly maxProblems?: number;
  /** Between the cells of CSV; `,` when left out. */
  readonly csvDelimiter?: CsvDelimiter;
  /** Lowest severity that fails a test of JUnit; `error` when left out. */
  readonly failOn?: Severity | 'never';
}

export const csvDelimiters = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
export type CsvDelimiter = (typeof csvDelimiters)[keyof typeof csvDelimiters];

export type Renderer = (report: Report, options: RenderOptions) => Iterable<string>;
