// Reads a line of cmd.txt: `NAME=value ird2scxml words "words with blanks"`, or `replace file text "another text"`, an edit by hand.

export interface CommandLine {
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

/** What somebody does to a file between two commands: every place that has one text gets another. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The edit that a line describes; undefined when it is a command. */
export function splitEdit(line: string): Edit | undefined {
  const [word, file = '', from = '', to = ''] = wordsOf(line);
  return word === 'replace' ? { file, from, to } : undefined;
}

const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:[^\s"]+|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));

/** Splits a command line at blanks outside double quotes. */
export function splitCommand(line: string): CommandLine {
  const words = wordsOf(line);
  const start = words.indexOf('ird2scxml');
  if (start < 0) throw new Error(`not a command of ird2scxml: ${line}`);
  const env = words.slice(0, start).map((word): [string, string] => {
    const at = word.indexOf('=');
    return [word.slice(0, at), word.slice(at + 1)];
  });
  return { env: Object.fromEntries(env), args: words.slice(start + 1) };
}
