// Dispositions in drawings and tables: a sign and a word beside the colour, because not everybody sees colours, and printers do not.

export interface Mark {
  readonly sign: string;
  readonly about: string;
  /** Colours for light paper: line and paper. */
  readonly line: string;
  readonly fill: string;
}

/** In the order of how much they leave to do. */
export const marks: Readonly<Record<string, Mark>> = {
  exact: { sign: '\u2713', about: 'converted, does the same', line: '#2f7d4f', fill: '#e9f5ee' },
  omitted: { sign: '\u2212', about: 'not needed on the page', line: '#6b7280', fill: '#f1f2f4' },
  review: { sign: '?', about: 'converted, to be looked at', line: '#a16207', fill: '#fdf3d7' },
  urs: { sign: 'U', about: 'stays a call to URS', line: '#2563a8', fill: '#e5effa' },
  placeholder: { sign: '!', about: 'to be finished by hand', line: '#c2410c', fill: '#fdebe0' },
  unsupported: { sign: '\u00d7', about: 'cannot be converted', line: '#b42318', fill: '#fce8e6' },
  unreachable: { sign: '0', about: 'nothing leads here', line: '#7c3a9e', fill: '#f4eaf9' },
};

const neutral: Mark = { sign: '', about: '', line: '#5b6472', fill: '#f7f8fa' };
export const markOf = (disposition: string): Mark =>
  (Object.hasOwn(marks, disposition) ? marks[disposition] : undefined) ?? neutral;
