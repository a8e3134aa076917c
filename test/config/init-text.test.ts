import { describe, expect, it } from 'vitest';
import { schemas } from '../../src/cli/configuration/published.js';
import { checkConfig } from '../../src/config/check.js';
import { firstConfig, firstOverrides } from '../../src/config/init-text.js';
import { readConfigText } from '../../src/config/read-text.js';
import { readOverrides } from '../../src/mappings/overrides/read.js';

const schema = schemas['config.schema.json'] ?? {};
const answers = {
  inputs: ['exports/', 'a b: c.xml'],
  output: 'my pages',
  failOn: 'warning',
  profile: undefined,
};
const text = firstConfig(answers, () => ({ about: 'said', choices: undefined }));
const checked = (yaml: string) => {
  const { value } = readConfigText(yaml, 'a.yaml');
  return value === undefined ? 'unreadable' : checkConfig(value, schema).map(({ message }) => message);
};

describe('the first configuration', () => {
  it('says what was answered', () => {
    expect(checked(text)).toEqual([]);
    expect(readConfigText(text, 'a.yaml').value?.value).toEqual({
      inputs: ['exports/', 'a b: c.xml'],
      failOn: 'warning',
      convert: { output: 'my pages', check: true },
      audit: { output: 'audit' },
    });
  });

  it('has examples that hold when they are uncommented, but for words that only the options know', () => {
    const uncommented = text.replace(/^( *)# (\w+: .*)$/gm, '$1$2');
    expect(checked(uncommented)).not.toBe('unreadable');
    expect([checked(uncommented)].flat().filter((message) => !message.includes(' takes '))).toEqual([]);
  });

  it.each(['true', 'a: b', '- x', '"', "'", '# x', 'Zentrale \u2028 Süd', '../../x', ''])(
    'keeps the folder %j a text',
    (output) => {
      const { value } = readConfigText(
        firstConfig({ ...answers, output }, () => ({ about: '', choices: undefined })),
        'a',
      );
      expect(value?.value).toMatchObject({ convert: { output } });
    },
  );
});

describe('the first overrides', () => {
  const line = { count: 1, strategies: 1, unblocks: 1 };
  const wanted = [
    { kind: 'function', name: 'PartnerOf', count: 12, strategies: 4, unblocks: 2 },
    { kind: 'object', name: 'Beeper: "loud"\n- x', ...line },
    { kind: 'statistic', name: '#{}', ...line },
  ];

  it('are valid as they are, with everything and with nothing in them', () => {
    for (const entries of [wanted, []])
      expect(readOverrides(firstOverrides(entries), 'o.yaml')).toMatchObject({
        value: { entries: [] },
        diagnostics: [],
      });
  });

  it('are valid when they are uncommented, whatever the names are', () => {
    const [head, rest = ''] = firstOverrides(wanted).split('overrides: 1');
    const filled = `${head ?? ''}overrides: 1${rest.replace(/^# /gm, '')}`;
    const { value, diagnostics } = readOverrides(filled, 'o.yaml');
    expect(diagnostics).toEqual([]);
    expect(value?.entries.map(({ name }) => name)).toEqual(['PartnerOf', '#{}', 'Beeper: "loud"\n- x']);
  });

  it('say how much each is wanted', () => {
    const written = firstOverrides(wanted);
    expect(written).toContain('12 uses in 4 strategies; would complete 2 strategies');
    expect(written).toContain('1 use in 1 strategy; would complete 1 strategy');
  });
});
