// Archives: what is read from them, what is refused, and that a lie in one costs no memory.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '../../src/batch/discover.js';
import { readBytes } from '../../src/batch/read-file.js';
import { makeZip, type ZipEntry } from './make-zip.js';

let cwd = '';
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(path.join(tmpdir(), 'ird2scxml archive ')));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

async function find(entries: readonly ZipEntry[] | Buffer, input = 'a.zip') {
  mkdirSync(path.join(cwd, 'in'), { recursive: true });
  const bytes = Buffer.isBuffer(entries) ? entries : makeZip(entries);
  for (const name of ['a.zip', 'in/b.ZIP']) writeFileSync(path.join(cwd, name), bytes);
  const { value, diagnostics } = await discover([input], { cwd, endings: ['.xml'], except: [] });
  const contents = value.map(({ file, name, path: place, within }) => {
    const content = readBytes(place, within);
    return [file, name, content.ok ? Buffer.from(content.bytes).toString() : content.reason];
  });
  return { contents, findings: diagnostics.map(({ code, message }) => `${code} ${message}`) };
}

describe('archives', () => {
  it('are read with their folders, packed or stored, by their directory', async () => {
    const entries = [
      { name: 'b/Main.xml', text: '<a>ü</a>'.repeat(100) },
      { name: 'b/deep/er/Night.XML', text: '<b/>', isStored: true },
      { name: 'b/', text: '' },
      { name: 'read.me', text: 'no' },
      { name: '__MACOSX/b/._Main.xml', text: 'no' },
      { name: '.git/x.xml', text: 'no' },
    ];
    const contents = [
      ['a.zip!/b/Main.xml', 'b/Main.xml', '<a>ü</a>'.repeat(100)],
      ['a.zip!/b/deep/er/Night.XML', 'b/deep/er/Night.XML', '<b/>'],
    ];
    expect(await find(entries)).toEqual({ contents, findings: [] });
    const inFolder = contents.map(([file = '', ...rest]) => [file.replace('a.zip', 'in/b.ZIP'), ...rest]);
    expect((await find(entries, 'in')).contents).toEqual(inFolder);
    expect((await find(entries, 'in/*.ZIP')).contents).toEqual(inFolder);
  });

  it.each([
    ['encrypted', { name: 'x.xml', text: 'x', isEncrypted: true }, 'it is encrypted'],
    [
      'packed oddly',
      { name: 'x.xml', text: 'x', claims: { method: 12 } },
      'it is packed by an unusual method',
    ],
    ['a bomb', { name: 'x.xml', text: ' '.repeat(2_000_000) }, 'it unpacks to more than 200 times its size'],
    ['too large', { name: 'x.xml', text: 'x', claims: { size: 2 ** 30 } }, 'it is larger than 64 MiB'],
    [
      'said to be packed large',
      { name: 'x.xml', text: 'x', claims: { packedSize: 2 ** 30 } },
      'it is larger than 64 MiB',
    ],
    ['there twice', { name: 'good.xml', text: 'x' }, 'another entry has the same name'],
  ] as const)('refuse an entry that is %s, and give the others', async (_what, entry, reason) => {
    const { contents, findings } = await find([{ name: 'good.xml', text: 'good' }, entry]);
    expect(contents).toEqual([['a.zip!/good.xml', 'good.xml', 'good']]);
    expect(findings).toEqual([expect.stringMatching(/^IRD8170 /)]);
    expect(findings[0]).toContain(reason);
  });

  it.each([
    ['whose sum is wrong', { claims: { checksum: 1 } }, 'its content does not match its checksum'],
    ['that is longer than it says', { claims: { size: 2 } }, 'its packed content is broken'],
    ['that is shorter than it says', { claims: { size: 9 } }, 'its size is not what the archive says'],
  ])('are read up to an entry %s', async (_what, lie, reason) => {
    const { contents } = await find([
      { name: 'bad.xml', text: 'truth', ...lie },
      { name: 'good.xml', text: 'good' },
    ]);
    expect(contents.map(([, , text]) => text)).toEqual([reason, 'good']);
  });

  it.each([
    ['that leads out', { name: '../out.xml', text: 'x' }, 'its name leads out of the archive'],
    ['that leads out from within', { name: 'in/../../out.xml', text: 'x' }, 'its name leads out'],
    ['that leads out by backslashes', { name: '..\\out.xml', text: 'x' }, 'its name leads out'],
    ['that is absolute', { name: '/etc/out.xml', text: 'x' }, 'its name leads out'],
    ['that names a drive', { name: 'C:/out.xml', text: 'x' }, 'its name leads out'],
    ['that leads out and is no strategy', { name: '../out.sh', text: 'x' }, 'its name leads out'],
    [
      'that ends behind the archive',
      { name: 'x.xml', text: 'x', claims: { packedSize: 9_999 } },
      'its place in the archive is broken',
    ],
    [
      'whose sizes cannot both be true',
      { name: 'x.xml', text: 'xyz', isStored: true, claims: { size: 2 } },
      'its size is not what the archive says',
    ],
  ])('lose only an entry %s', async (_what, entry, reason) => {
    const good = { name: 'good.xml', text: 'good' };
    for (const entries of [
      [good, entry],
      [entry, good],
    ]) {
      const { contents, findings } = await find(entries);
      expect(contents).toContainEqual(['a.zip!/good.xml', 'good.xml', 'good']);
      expect([...findings, ...contents.flat()].join()).toContain(reason);
      expect(contents.map(([file]) => file).join()).not.toMatch(/out/);
    }
  });

  it.each([
    ['that is none', Buffer.from('not a zip'), /it is broken/],
    ['that is cut off', makeZip([{ name: 'x.xml', text: 'x' }]).subarray(0, -30), /it is broken/],
    ['that is empty', Buffer.alloc(0), /it is broken/],
    ['without strategies', makeZip([{ name: 'read.me', text: 'x' }]), /it holds no \.xml file/],
  ])('are refused as a whole %s', async (_what, bytes, reason) => {
    const { contents, findings } = await find(bytes);
    expect(contents).toEqual([]);
    expect(findings).toEqual([expect.stringMatching(/^IRD8169 Archive "a\.zip"/)]);
    expect(findings[0]).toMatch(reason);
  });

  /** The directory is broken at its second entry. */
  const brokenDirectory = (): Buffer => {
    const bytes = makeZip(['a.xml', 'b.xml', 'c.xml'].map((name) => ({ name, text: `<${name}/>` })));
    const entry = Buffer.from('PK\u0001\u0002');
    bytes[bytes.indexOf(entry, bytes.indexOf(entry) + 1)] = 0;
    return bytes;
  };

  it('whose directory is broken in the middle are refused, though a part could be read', async () => {
    expect(await find(brokenDirectory())).toEqual({
      contents: [],
      findings: [expect.stringMatching(/^IRD8169 .*it is broken/)],
    });
  });

  it.skipIf(spawnSync('zip', ['-h']).status !== 0)(
    'that are broken are mended as the help says (needs zip)',
    async () => {
      await find(brokenDirectory());
      const { status, stdout } = spawnSync('zip', ['-FF', 'a.zip', '--out', 'mended.zip'], {
        cwd,
        encoding: 'utf8',
      });
      expect(status, stdout).toBe(0);
      const mended = await discover(['mended.zip'], { cwd, endings: ['.xml'], except: [] });
      expect(mended.diagnostics).toEqual([]);
      expect(mended.value.map(({ name }) => name)).toEqual(['a.xml', 'b.xml', 'c.xml']);
    },
  );
});
