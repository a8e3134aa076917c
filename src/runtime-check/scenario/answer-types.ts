// What other servers answer in a scenario: HTTP servers and URS, the classification server, Elasticsearch, and requests that come from outside.

export interface FetchAnswer {
  /** Part of the URL; the first answer that fits is taken. */
  readonly url?: string;
  readonly method?: string;
  /** Part of the body, written as JSON when it is no text. */
  readonly body?: string;
  /** Values that these params must have. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Only for that request of the run, counted from 1. */
  readonly nth?: number;
  readonly times?: number;
  readonly lasts?: number;
  readonly content?: unknown;
  /** Headers of the answer. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly error?: string;
}

/** A category that a classification finds. */
export interface ScenarioCategory {
  readonly name: string;
  readonly id?: string;
  /** 1 to 100. */
  readonly relevancy?: number;
}

/** A screening rule that was applied. */
export interface ScenarioScreenRule {
  readonly name: string;
  readonly id?: string;
  readonly match: boolean;
  readonly value?: string;
}

export interface ClassificationAnswer {
  /** Part of the element's name or of its evaluated attributes: `classification:screen`, the root category. */
  readonly match?: string;
  readonly times?: number;
  readonly lasts?: number;
  readonly categories?: readonly ScenarioCategory[];
  readonly rules?: readonly ScenarioScreenRule[];
  readonly error?: string;
}

export interface ElasticAnswer {
  /** Part of the element's name or of its evaluated attributes. */
  readonly match?: string;
  readonly times?: number;
  readonly lasts?: number;
  readonly error?: string;
}
