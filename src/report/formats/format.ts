// What a report format is: a pure function from the report to chunks of text.
import type { GraphPlaces } from '../../drawing/graph-places.js';
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
  /** HTML: name of the folder beside the report that may take the pages of the strategies; one file when left out. */
  readonly folder?: string;
  /** HTML: more strategies become a folder; 200 when left out. */
  readonly htmlLimit?: number;
  /** HTML: places of drawings that were found already, by the hash of their graph; the others are found when they are drawn. */
  readonly places?: (graph: string) => GraphPlaces | undefined;
  /** Lowest severity that fails a test of JUnit; `error` when left out. */
  readonly failOn?: Severity | 'never';
}

export const csvDelimiters = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
export type CsvDelimiter = (typeof csvDelimiters)[keyof typeof csvDelimiters];

export type Renderer = (report: Report, options: RenderOptions) => Iterable<string>;

/** A further file of a report. */
export interface ReportPage {
  /** Name within the folder. */
  readonly name: string;
  readonly chunks: Iterable<string>;
}

export interface Format {
  readonly name: string;
  readonly about: string;
  readonly render: Renderer;
  /** Further files in `options.folder`, where the report is more than one; `index` is the name of what `render` makes. */
  readonly pages?: (
    report: Report,
    options: RenderOptions,
    index: string,
  ) => Iterable<ReportPage> | undefined;
}
