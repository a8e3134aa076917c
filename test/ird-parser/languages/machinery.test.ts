import type * as Chevrotain from 'chevrotain';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { languagesEntries } from '../../../src/diagnostics/catalogue/languages.js';
import { located } from './located.js';

const built = vi.hoisted(() => ({ lexers: 0, parsers: 0 }));

vi.mock('chevrotain', async (importOriginal) => {
  const original = await importOriginal<typeof Chevrotain>();
  class CountedLexer extends original.Lexer {
    constructor(...args: ConstructorParameters<typeof original.Lexer>) {
      super(...args);
      built.lexers++;
    }
  }
  class CountedParser extends original.CstParser {
    constructor(...args: ConstructorParameters<typeof original.CstParser>) {
      super(...args);
      built.parsers++;
    }
  }
  return { ...original, Lexer: CountedLexer, CstParser: CountedParser };
});

describe('lexer and parser', () => {
  beforeEach(() => {
    vi.resetModules();
    built.lexers = 0;
    built.parsers = 0;
  });

  it('are built on first need, once: a lexer for each language, one parser for all', async () => {
    const { parseLanguage } = await import('../../../src/ird-parser/languages/index.js');
    expect(built).toEqual({ lexers: 0, parsers: 0 });
    parseLanguage('expression', located("'simple'"), 'block');
    expect(built).toEqual({ lexers: 0, parsers: 0 });
    parseLanguage('expression', located('a + b'), 'block');
    parseLanguage('targets', located('a@s.GA'), 'block');
    expect(built).toEqual({ lexers: 2, parsers: 1 });
    parseLanguage('list', located('a:b'), 'block');
    parseLanguage('expression', located('a + c'), 'block');
    expect(built).toEqual({ lexers: 3, parsers: 1 });
  });

  it('have a definition without faults', async () => {
    const { createLexer } = await import('../../../src/ird-parser/languages/lexer.js');
    const { LanguageParser } = await import('../../../src/ird-parser/languages/grammar.js');
    for (const language of ['expression', 'targets', 'skill', 'threshold', 'list'] as const)
      expect(createLexer(language, true).lexerDefinitionErrors).toEqual([]);
    expect(new LanguageParser(true).errors).toEqual([]);
  });

  it('know no token whose role is unknown', async () => {
    const tokens = await import('../../../src/ird-parser/languages/tokens.js');
    const { roles } = await import('../../../src/ird-parser/languages/roles.js');
    const { binaryOperator } = await import('../../../src/ird-parser/languages/operators.js');
    const inExpressions = [
      ...tokens.modes.braced,
      ...tokens.modes.targets,
      ...tokens.modes.weight,
      ...tokens.modes.skillTarget,
      ...tokens.modes.nested,
    ];
    const unknown = inExpressions.filter(
      ({ name }) => name !== 'Blank' && !(name in roles) && binaryOperator(name) === undefined,
    );
    expect(unknown).toEqual([]);
  });
});

describe('findings of the languages', () => {
  it('each say what is next', () => {
    for (const [code, entry] of Object.entries(languagesEntries)) {
      expect(code).toMatch(/^IRD15\d\d$/);
      expect(entry.help, code).toMatch(/\.$/);
      expect(entry.title, code).not.toMatch(/\.$/);
    }
  });
});
