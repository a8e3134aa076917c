import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover, displayPath } from '../../src/batch/discover.js';

let cwd = '';
const endings = ['.xml', '.workflow'];

beforeEach(() => {
  cwd = realpathSync(mkdtempSync(path.join(tmpdir(), 'ird2scxml discover ')));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), 'x');
  }
}

const find = async (inputs: readonly string[], except: readonly string[] = []) => {
  const { value, diagnostics } = await discover(inputs, { cwd, endings, except });
  return {
    files: value.map(({ file }) => file),
    value,
    codes: diagnostics.map(({ code }) => code),
    diagnostics,
  };
};

describe('discover', () => {
  it('searches folders with everything below them, in the order of the paths', async () => {
    put('in/b.xml', 'in/a.XML', 'in/deep/er/c.workflow', 'in/readme.txt');
    expect(await find(['in'])).toMatchObject({
      files: ['in/a.XML', 'in/b.xml', 'in/deep/er/c.workflow'],
      codes: [],
    });
  });

  it('names files below the input that was given, whatever the working directory is', async () => {
    put('in/deep/c.xml');
    expect((await find(['in'])).value[0]?.name).toBe('deep/c.xml');
    expect((await find(['in/deep/c.xml'])).value[0]?.name).toBe('c.xml');
  });

  it('passes over hidden folders, node_modules and the output folder', async () => {
    put('in/.git/a.xml', 'in/node_modules/b.xml', 'in/out/c.xml', 'in/d.xml');
    expect((await find(['in'], [path.join(cwd, 'in/out')])).files).toEqual(['in/d.xml']);
  });

  it('takes a file that is named whatever it is called', async () => {
    put('strategy.txt');
    expect((await find(['strategy.txt'])).files).toEqual(['strategy.txt']);
  });

  it('finds a file once, however often it is named', async () => {
    put('in/a.xml');
    expect((await find(['in/a.xml', 'in', './in/../in/a.xml', 'in/*.xml'])).files).toEqual(['in/a.xml']);
  });

  it('expands patterns, and takes a name with brackets that exists as it is', async () => {
    put('in/a.xml', 'in/b.xml', 'in/b.txt', 'in/[x].xml');
    expect((await find(['in/{a,b}.xml'])).files).toEqual(['in/a.xml', 'in/b.xml']);
    expect((await find(['in/[x].xml'])).files).toEqual(['in/[x].xml']);
  });

  it('reports what does not exist and goes on', async () => {
    put('a.xml');
    const { files, diagnostics } = await find(['missing.xml', 'no/*.xml', 'a.xml', 'a.xml/below']);
    expect(files).toEqual(['a.xml']);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'IRD8001 There is no file, folder or pattern match for "missing.xml"',
      'IRD8001 There is no file, folder or pattern match for "no/*.xml"',
      'IRD8001 There is no file, folder or pattern match for "a.xml/below"',
    ]);
  });

  it('reports a folder without strategies', async () => {
    put('in/readme.txt');
    expect(await find(['in'])).toMatchObject({ files: [], codes: ['IRD8002'] });
  });

  it('mentions compiled and archived files that a search passes over, and zip files that are none', async () => {
    put('in/a.rbn', 'in/b.ZCF', 'in/c.zip', 'in/d.xml');
    const { files, diagnostics } = await find(['in']);
    expect(files).toEqual(['in/d.xml']);
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['IRD8005', 'In folder "in" 2 compiled or archived file(s) were passed over'],
      ['IRD8169', expect.stringContaining('"in/c.zip" cannot be used: it is broken')],
    ]);
  });

  it.skipIf(process.platform === 'win32')(
    'follows links to files, not to folders, and refuses devices (Windows has rights on links)',
    async () => {
      put('elsewhere/a.xml', 'in/b.xml');
      symlinkSync(path.join(cwd, 'elsewhere/a.xml'), path.join(cwd, 'in/link.xml'));
      symlinkSync(path.join(cwd, 'in'), path.join(cwd, 'in/circle'));
      expect((await find(['in'])).files).toEqual(['in/b.xml', 'in/link.xml']);
      const device = await find(['/dev/null']);
      expect(device.codes).toEqual(['IRD8003']);
    },
  );
});

describe('displayPath', () => {
  it('is relative where that is the shorter way', async () => {
    expect(displayPath('/work/in/a.xml', '/work')).toBe('in/a.xml');
    expect(displayPath('/work', '/work')).toBe('.');
    expect(displayPath('/a.xml', '/very/deep/working/directory')).toBe('/a.xml');
  });
});
