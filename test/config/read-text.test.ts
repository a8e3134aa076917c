import { describe, expect, it } from 'vitest';
import { readConfigText } from '../../src/config/read-text.js';
import { saidAbout } from '../../src/config/resolve.js';

const yaml = 'failOn: info\nconvert:\n  failOn: never\n  format: [json, md=x.md]\n';

describe('readConfigText', () => {
  it('knows the place of keys and values', () => {
    const { value, diagnostics } = readConfigText(yaml, 'a.yaml');
    expect(diagnostics).toEqual([]);
    const at = (place: readonly string[], what?: 'key' | 'value') => {
      const { start, end } = value?.placeOf(place, what) ?? { start: undefined, end: undefined };
      return [start?.line, start?.column, yaml.slice(start?.offset, end?.offset)];
    };
    expect(at(['failOn'])).toEqual([1, 1, 'failOn']);
    expect(at(['convert', 'failOn'], 'value')).toEqual([3, 11, 'never']);
    expect(at(['convert', 'format', '1'], 'value')).toEqual([4, 18, 'md=x.md']);
    expect(at(['convert', 'missing'])).toEqual([2, 1, 'convert']);
  });

  it('reads the part of package.json that is ours, with its places', () => {
    const text = '{\n "name": "x",\n "ird2scxml": {\n  "failOn": "info"\n }\n}';
    const { value } = readConfigText(text, 'package.json', ['ird2scxml']);
    expect(value?.value).toEqual({ failOn: 'info' });
    expect(value?.placeOf(['failOn']).start).toMatchObject({ line: 4, column: 3 });
  });

  it.each([
    ['a.yaml', ''],
    ['a.yaml', '# nothing yet\n'],
    ['a.json', ''],
    ['a.json', '\ufeff{}'],
  ])('takes an empty %s (%j) for no settings', (file, text) => {
    expect(readConfigText(text, file)).toMatchObject({ value: { value: {} }, diagnostics: [] });
  });

  it.each([
    ['a.yaml', 'a: 1\na: 2', { line: 2, column: 1 }],
    ['a.yaml', 'a: [1', { line: 1 }],
    ['a.json', '{"a": 1,}', { line: 1 }],
    ['a.json', 'failOn: info', { line: 1 }],
    ['a.yaml', `a: ${'['.repeat(20000)}`, { line: 1 }],
    [
      'a.yaml',
      `a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [${'*b, '.repeat(60)}*b]`,
      { line: 1 },
    ],
    ['a.yaml', 'x'.repeat(1024 * 1024 + 1), { line: 1 }],
  ])('refuses %s %.30j', (file, text, start) => {
    const { value, diagnostics } = readConfigText(text, file);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'IRD8210', span: { start } }]);
  });
});

describe('saidAbout', () => {
  const config = readConfigText(yaml, 'a.yaml').value;
  const said = (verb: string, env: Readonly<Record<string, string>> = {}) =>
    saidAbout(verb, config, env).map(({ setting, value, origin }) => [setting.key, value, origin.from]);

  it('takes the section of a verb before the top of the file, and the environment before both', () => {
    expect(said('convert')).toEqual([
      ['failOn', 'never', 'file'],
      ['format', ['json', 'md=x.md'], 'file'],
    ]);
    expect(said('audit')).toEqual([['failOn', 'info', 'file']]);
    expect(said('audit', { IRD2SCXML_FAIL_ON: 'error' })).toEqual([['failOn', 'error', 'environment']]);
    expect(said('audit', { IRD2SCXML_FAIL_ON: '' })).toEqual([['failOn', 'info', 'file']]);
  });

  it('gives a verb nothing that is not its own', () => {
    expect(said('report')).toEqual([]);
    expect(said('run', { IRD2SCXML_FAIL_ON: 'error' })).toEqual([]);
  });
});
