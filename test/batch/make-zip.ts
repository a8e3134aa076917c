// Zip archives made by hand, so that tests can make what no tool makes: lies about sizes, sums and names.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly text: string;
  /** Stored as it is. */
  readonly isStored?: boolean;
  readonly isEncrypted?: boolean;
  /** What the archive says, where that is not the truth. */
  readonly claims?: {
    readonly size?: number;
    readonly packedSize?: number;
    readonly checksum?: number;
    readonly method?: number;
  };
}

/** The bytes of an archive. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, isStored = false, isEncrypted = false, claims = {} } of entries) {
    const content = Buffer.from(text);
    const packed = isStored ? content : deflateRawSync(content);
    const called = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((isEncrypted ? 1 : 0) | 0x800, 2);
    fields.writeUInt16LE(claims.method ?? (isStored ? 0 : 8), 4);
    fields.writeUInt32LE(claims.checksum ?? crc32(content), 10);
    fields.writeUInt32LE(claims.packedSize ?? packed.length, 14);
    fields.writeUInt32LE(claims.size ?? content.length, 18);
    fields.writeUInt16LE(called.length, 22);
    const before = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, called, packed]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, where, called);
    local.push(before);
    offset += before.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, list, Buffer.from('PK\u0005\u0006'), end]);
}
