// Names contents, so that it can be told whether they are what they were.
import { createHash } from 'node:crypto';

/** SHA-256 in hex. */
export const contentHash = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');
