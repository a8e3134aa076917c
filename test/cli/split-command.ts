// Reads a line of cmd.txt: `NAME=value ird2scxml words "words with blanks"`.

export interface CommandLine {
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
}

/** Splits a command line at blanks outside double quotes. */
export function splitCommand(line: string): CommandLine {
  const words = [...line.matchAll(/(?:[^\s"]+|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));
  const start = words.indexOf('ird2scxml');
  if (start < 0) throw new Error(`not a command of ird2scxml: ${line}`);
  const env = words.slice(0, start).map((word): [string, string] => {
    const at = word.indexOf('=');
    return [word.slice(0, at), word.slice(at + 1)];
  });
  return { env: Object.fromEntries(env), args: words.slice(start + 1) };
}
