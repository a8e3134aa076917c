// The report formats by name: what `--format` takes, the help lists and the documentation describes.
import type { Renderer } from './format.js';
import { renderJson } from './json.js';
import { renderJunit } from './junit.js';
import { renderPretty } from './pretty.js';

export interface Format {
  readonly name: string;
  readonly about: string;
  readonly render: Renderer;
}

export const formats: readonly Format[] = [
  { name: 'pretty', about: 'for people: findings with the place in the source', render: renderPretty },
  { name: 'json', about: 'the whole report; schema in report.schema.json', render: renderJson },
  {
    name: 'junit',
    about: 'JUnit XML for CI: a suite for each page, a case for each scenario',
    render: renderJunit,
  },
];
