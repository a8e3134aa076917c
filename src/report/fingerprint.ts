// What names a finding from run to run. Baselines and code scanning tell known findings from new ones by it, so that nothing may be in it that changes
// when something else in the file does: no line, no column, no wording of the message.
import { createHash } from 'node:crypto';

/** What identifies a finding. */
export interface Identity {
  readonly code: string;
  /** Name of the strategy that it belongs to; of the file, when it belongs to none. */
  readonly strategy: string;
  /** Path of the source node, which is made of names and source ids. */
  readonly node: string;
  /** The finding's message: the names that it quotes are the construct that the finding is about. */
  readonly message: string;
  /** What it is about, where the names in the message change from run to run. */
  readonly identity?: readonly string[] | undefined;
}

/** 32 hexadecimal digits of SHA-256. */
export function fingerprintOf({ code, strategy, node, message, identity }: Identity): string {
  const text = JSON.stringify([code, strategy, node, ...(identity ?? constructOf(message))]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** What stands between double quotes, blanks made one: messages quote names and source text, and say the rest in words of ours. */
const constructOf = (message: string): readonly string[] =>
  [...message.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text.trim().replace(/\s+/g, ' '));
