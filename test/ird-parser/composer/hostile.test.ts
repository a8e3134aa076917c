// Odd and hostile diagrams: names that all objects inherit, very long texts, many of everything. Nothing throws, nothing takes long.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recoverIrd } from '../../../src/ird-parser/composer/recover.js';
import { unescapeMarkup } from '../../../src/ird-parser/composer/located.js';
import type { LocatedText } from '../../../src/xml/index.js';
import { readText, shown, workflow } from './read-diagram-text.js';

/** Text that stands in a file of its own, unescaped. */
const located = (text: string): LocatedText => ({
  text,
  span: (start = 0, end = text.length) => ({
    file: 'f',
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  }),
});

describe('names that every object inherits', () => {
  it('are unknown types, properties and ports like any other', () => {
    const read = readText(
      workflow(`<blocks xmi:type="ird:constructorBlock" xmi:id="__proto__" name="toString" valueOf="1"><hasOwnProperty/></blocks>
<blocks xmi:type="ird:LogBlock" xmi:id="constructor" name="L" constructor="2" __proto__="3"><toString value="4"/></blocks>
<blocks xmi:type="ird:TargetBlock" xmi:id="t" name="T"><targets name="x" targetType="constructor" source="s"/></blocks>
<links xmi:type="ird:WorkflowOutputLink" name="constructor" fromBlock="constructor" toBlock="__proto__"/>`),
    );
    expect(read.strategy.blocks.map((block) => [block.id, block.type])).toEqual([
      ['_entry', 'ComposerEntry'],
      ['__proto__', 'Unknown'],
      ['constructor', 'ComposerLog'],
      ['t', 'ComposerTarget'],
    ]);
    expect(read.block('L').others.map((other) => [other.name, other.value.text])).toEqual([
      ['constructor', '2'],
      ['__proto__', '3'],
      ['toString.value', '4'],
    ]);
    expect(shown(read.block('T').rows['targets']?.[0]?.columns['name'])).toBe('literal:x');
    expect(read.diagnostics.map((d) => d.code).sort()).toEqual([
      'IRD1710',
      'IRD1711',
      'IRD1711',
      'IRD1711',
      'IRD1714',
    ]);
  });
});

describe('size', () => {
  it('ten thousand blocks, links and repeated ids are read in one pass', () => {
    const many = 10_000;
    const blocks = Array.from(
      { length: many },
      (_, i) => `<blocks xmi:type="ird:LogBlock" xmi:id="${i % 2 ? 'same' : `b${String(i)}`}" name="L"/>`,
    );
    const links = Array.from(
      { length: many },
      (_, i) => `<links xmi:type="ird:WorkflowOutputLink" fromBlock="b${String(i & ~1)}" toBlock="same"/>`,
    );
    const exceptions = Array.from({ length: many }, () => '<conditionalExceptions name="e" event="error"/>');
    const read = readText(
      workflow(
        `${blocks.join('')}${links.join('')}<blocks xmi:type="ird:LogBlock" xmi:id="x" name="X">${exceptions.join('')}</blocks>`,
      ),
    );
    expect(new Set(read.strategy.blocks.map((block) => block.id)).size).toBe(many + 2);
    expect(read.diagnostics.filter((d) => d.code === 'IRD1707')).toHaveLength(many / 2 - 1);
    expect(read.block('X').ports.filter((port) => port.kind === 'exception')).toHaveLength(1);
  });

  it.each([
    ['slashes and brackets', '/['.repeat(200_000)],
    ['open comments', '/*'.repeat(200_000)],
    ['blanks in a comment', `/*${' *'.repeat(200_000)}x*/`],
    ['quotes', `'"\``.repeat(100_000)],
    ['lines with open brackets', `/*${'Cat[\n'.repeat(60_000)}*/`],
    ['one long name', `// ${'A'.repeat(300_000)}`],
  ])('scripts of %s are searched in linear time', (_, text) => {
    expect(recoverIrd(located(text)).length).toBeLessThan(10);
  });
});

describe('long values', () => {
  it('that almost name a variable stay literals', () => {
    const text = `Variable(${')'.repeat(300_000)} x`;
    const read = readText(workflow(`<blocks xmi:type="ird:LogBlock" xmi:id="l" name="L" device="${text}"/>`));
    expect(shown(read.block('L').properties['device'])).toBe(`literal:${text}`);
  });

  it('are cut in messages', () => {
    const read = readText(
      workflow(`<blocks xmi:type="ird:WaitBlock" xmi:id="w" name="W" timeout="${'9 '.repeat(1000)}"/>`),
    );
    expect(read.diagnostics).toMatchObject([{ code: 'IRD1713' }]);
    expect(read.diagnostics[0]?.message.length).toBeLessThan(200);
  });
});

describe('laws', () => {
  it('recovered text is a piece of the script, in order and without overlap', () => {
    const piece = fc.constantFrom(
      '//',
      '/*',
      '*/',
      '\n',
      "Cat['a']",
      'Rand[',
      ']',
      "'",
      '"',
      '/',
      ' ',
      'x=1;',
      'IRD: ',
      '`',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const script = pieces.join('');
        let last = 0;
        for (const text of recoverIrd(located(script))) {
          const { start, end } = text.span();
          expect(script.slice(start.offset, end.offset)).toBe(text.text);
          expect(start.offset).toBeGreaterThanOrEqual(last);
          expect(text.text.trim()).toBe(text.text);
          last = end.offset;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('unescaping keeps the place of each character', () => {
    const piece = fc.constantFrom(
      'a',
      '&',
      '&amp;',
      '&lt;',
      '&#65;',
      '&#x1F600;',
      '&#0;',
      '&nbsp;',
      ';',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const raw = pieces.join('');
        const text = unescapeMarkup(located(raw));
        const again = [...Array(text.text.length).keys()].map((index) => text.span(index, index + 1));
        expect(text.span().start.offset).toBe(0);
        expect(text.span().end.offset).toBe(raw.length);
        again.forEach((span, index) => {
          const source = raw.slice(span.start.offset, span.end.offset);
          const character = text.text.charAt(index);
          expect(source === character || source === '' || source.startsWith('&')).toBe(true);
        });
      }),
    );
  });

  it('attributes of a block are never lost: each is a property, a fact of the block or kept as text', () => {
    const name = fc.constantFrom(
      'timeout',
      'route',
      'from',
      'colour',
      'virtualQueue',
      'condition',
      'requestID',
      'x-y',
      'Statistic',
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(name),
        fc.constantFrom('7', 'true', 'Variable(a)', "'q'"),
        (names, value) => {
          const attributes = names.map((n) => `${n}="${value}"`).join(' ');
          const read = readText(
            workflow(`<blocks xmi:type="ird:TargetBlock" xmi:id="t" name="T" ${attributes}/>`),
          );
          const block = read.block('T');
          expect(Object.keys(block.properties).length + block.others.length).toBe(names.length);
        },
      ),
      { numRuns: 50 },
    );
  });
});
