// Findings that judge nothing in the input: ird2scxml could not do its work. No gate, baseline or threshold lets them pass.

/** `fault`: a fault of ird2scxml itself. `unwritten`: the system did not let it write what it had made. */
export type Trouble = 'fault' | 'unwritten';

/** What kept ird2scxml from its work, by the code of the finding that says so; undefined for all other findings. */
export function troubleOf(code: string): Trouble | undefined {
  if (code.startsWith('IRD9')) return 'fault';
  return code === 'IRD8009' ? 'unwritten' : undefined;
}
