// The version of Orchestration Server that pages are to run on: what needs a later one becomes a placeholder that names it.
import { describe, expect, it, test } from 'vitest';
import { checkSettings } from '../../src/mappings/check-settings.js';
import { defaultTarget, isLater, isVersion, targetGap } from '../../src/mappings/target-version.js';
import { functionMappings } from '../../src/mappings/functions/index.js';
import { blockMappings } from '../../src/mappings/blocks/index.js';
import { createPipeline } from '../../src/migrate.js';
import { strategyText, property } from './lifting/run-strategy.js';

test.each([
  ['8.1.440', '8.1.410.14', true],
  ['8.1.410.14', '8.1.410.13', true],
  ['8.1.410', '8.1.410.1', false],
  ['8.1.440', '8.1.440', false],
  // The release 8.1.4 begins with 8.1.400.
  ['8.1.4', '8.1.300.36', true],
  ['8.1.3', '8.1.400', false],
  ['8.5.0', '8.1.999', true],
])('%s is later than %s: %s', (version, other, later) => {
  expect(isLater(version, other)).toBe(later);
});

test.each([
  ['8.1.4', true],
  ['8.1.440', true],
  ['8.1.410.14', true],
  ['8.1', false],
  ['8.1.x', false],
  ['', false],
  ['8.1.4.1.1', false],
])('"%s" is a version: %s', (text, is) => {
  expect(isVersion(text)).toBe(is);
  expect(checkSettings({}, text).map(({ code }) => code)).toEqual(is ? [] : ['IRD8130']);
});

it('lets every row through when nothing is said', () => {
  const gaps = [...functionMappings, ...blockMappings].flatMap(
    ({ target }) => targetGap(target, undefined) ?? [],
  );
  expect(gaps).toEqual([]);
  expect(targetGap({ from: '8.1.2', until: '8.1.3' }, defaultTarget)).toContain('until 8.1.3');
  expect(targetGap({ from: 'whatever a plug-in says' }, '8.1.3')).toBeUndefined();
});

describe('a conversion', () => {
  const converted = (expression: string, target?: string) => {
    const text = strategyText({
      blocks: [
        { id: '1', type: 'Entry', links: ['green 2'] },
        {
          id: '2',
          type: 'Function',
          inside: property('Expression', expression),
          links: ['green 9', 'red 9'],
        },
        { id: '9', type: 'Default' },
      ],
    });
    const { value: pipeline } = createPipeline({
      selection: 'urs',
      notes: true,
      assumptions: {},
      version: '0',
      ...(target === undefined ? {} : { target }),
    });
    const read = pipeline?.read({ file: 'a.xml', name: 'a.xml', bytes: Buffer.from(text) });
    const [strategy] = (read && pipeline?.link([read]).strategies) ?? [];
    return strategy?.convert();
  };
  const found = (expression: string, target?: string): readonly string[] =>
    (converted(expression, target)?.diagnostics ?? [])
      .filter(({ code }) => code === 'IRD3001')
      .map(({ message }) => message);

  it.each([
    ["GetMapValue['m','k']", '8.1.440'],
    ["SetIdealAgent['Skill1 > 5']", '8.1.410.14'],
  ])('%s needs %s', (expression, version) => {
    expect(found(expression)).toEqual([]);
    expect(found(expression, version)).toEqual([]);
    const [message] = found(expression, '8.1.400');
    expect(message).toContain(`it needs Orchestration Server ${version} or later, and the target is 8.1.400`);
    expect(converted(expression, '8.1.400')?.page?.text).not.toContain('session:fetch');
  });

  it('of an object that needs a later version is a placeholder', () => {
    const { page, diagnostics } = converted("StrLen['a']", '8.0.0') ?? {};
    expect(page?.text).toContain('error.ird2scxml.placeholder');
    const messages = diagnostics?.filter(({ code }) => code === 'IRD3003').map(({ message }) => message);
    expect(messages?.[0]).toContain('it needs Orchestration Server 8.1.2 or later, and the target is 8.0.0');
  });
});
