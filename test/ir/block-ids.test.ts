// Ids of blocks: readable, legal, unique, and steady when other blocks come and go.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockIds } from '../../src/ir/lowering/block-ids.js';
import { slug } from '../../src/ir/lowering/slug.js';
import type { SourceBlock } from '../../src/ird-parser/source-model.js';
import { block, call, expression, name, row, str, text, variable } from './build.js';

const idOf = (one: SourceBlock): string => blockIds([one])[0] ?? '';
const captioned = (caption: string, id = '7'): SourceBlock => block(id, 'If', { caption });

describe('an id', () => {
  it.each([
    ['Ask for number', 'Ask_for_number'],
    ['  VIP?  -> yes! ', 'VIP_yes'],
    ['Größe prüfen', 'Grosse_prufen'],
    ['Żółć', 'Zolc'],
    ['Кол-во звонков', 'Kol_vo_zvonkov'],
    ['Щука й Ёж', 'Shchuka_y_Ezh'],
    ['Επόμενο βήμα', 'Epomeno_vima'],
    ['ＶＩＰ　２', 'VIP_2'],
    ['客服 VIP', 'VIP'],
    ['vQueue__1', 'vQueue_1'],
  ])('is the caption in ASCII: %s', (caption, id) => {
    expect(idOf(captioned(caption))).toBe(id);
  });

  it.each([
    ['24h service', 'If_24h_service'],
    ['3', 'If_3'],
    ['default', 'If_default'],
    ['ird_end', 'If_ird_end'],
    ['IRD', 'If_IRD'],
    ['routed', 'If_routed'],
  ])('that could not stand alone has the type before it: %s', (caption, id) => {
    expect(idOf(captioned(caption))).toBe(id);
  });

  it.each(['客服', '客服 2', '???', '', '\u0000', 'عربي'])(
    'never is what is left when the caption has no ASCII form: %j',
    (caption) => {
      expect(idOf(captioned(caption))).toBe('If_7');
    },
  );

  it('is cut at a word when the caption is long', () => {
    const id = idOf(captioned('word '.repeat(40)));
    expect(id).toBe(Array(13).fill('word').join('_'));
  });

  it.each<[SourceBlock, string]>([
    [block('3', 'Selection', { properties: { virtualQueue: text('VQ_Sales') } }), 'Selection_VQ_Sales'],
    [
      block('3', 'Selection', { rows: { targets: [row({ name: text('Sales East') })] } }),
      'Selection_Sales_East',
    ],
    [block('3', 'Assign', { properties: { variable: variable('vCount') } }), 'Assign_vCount'],
    [
      block('3', 'Function', { properties: { expression: expression(call('StrLen', str('x'))) } }),
      'Function_StrLen',
    ],
    [
      block('3', 'CallSubroutine', { properties: { subroutine: text('Init Call') } }),
      'CallSubroutine_Init_Call',
    ],
    [
      block('3', 'SetDefaultDestination', { properties: { destination: expression(name('vDn')) } }),
      'SetDefaultDestination_vDn',
    ],
    [block('3', 'If'), 'If_3'],
    [block('{3F-2}', 'Entry'), 'Entry_3F_2'],
    [block('例', 'Exit'), 'Exit_4f8b'],
    [block('3', 'Unknown', { sourceType: 'My Gadget' }), 'My_Gadget_3'],
    [block('3', 'Unknown', { sourceType: '' }), 'Block_3'],
  ])('without a caption is type and main property, else type and source id', (one, id) => {
    expect(idOf(one)).toBe(id);
  });
});

describe('ids together', () => {
  it('that collide get the source id, every one of them', () => {
    expect(blockIds([captioned('Check', '5'), captioned('check!', '9'), captioned('Other', '6')])).toEqual([
      'Check_5',
      'check_9',
      'Other',
    ]);
  });

  it('stay apart when a caption looks like what a collision gives', () => {
    const ids = blockIds([captioned('A', '5'), captioned('A', '6'), captioned('A 5', '7')]);
    expect(new Set(ids).size).toBe(3);
    expect(ids.slice(1)).toEqual(['A_6', 'A_5_7']);
    expect(ids[0]).not.toBe('A_5');
  });

  it('stay apart when source ids differ only in signs, or not at all', () => {
    const ids = blockIds(['1.2', '1-2', '1_2', '1.2', '例', '例'].map((id) => captioned('Same', id)));
    expect(new Set(ids).size).toBe(6);
  });

  // Few captions and ids, so that nearly everything collides.
  const hostile = fc.record({
    caption: fc.constantFrom(
      '',
      'A',
      'a',
      'A 1',
      'A_1',
      'A 1 1',
      'If_1',
      '1',
      'ird_x',
      '客',
      'class',
      'A_0031xx',
    ),
    id: fc.oneof(fc.constantFrom('1', '2', '1.1', '1-1', '1~2', '', 'x'), fc.string({ maxLength: 3 })),
  });
  const blocksOf = (drafts: readonly { caption: string; id: string }[]): readonly SourceBlock[] =>
    drafts.map(({ caption, id }) => captioned(caption, id));

  it('are unique without regard to case, legal, and without double underscores', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 40 }), (drafts) => {
        const ids = blockIds(blocksOf(drafts));
        expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(drafts.length);
        for (const id of ids) {
          expect(id).toMatch(/^[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*$/);
          expect(id).not.toMatch(/^ird(_|$)/i);
        }
      }),
    );
  });

  it('do not depend on the order of the blocks', () => {
    const distinctIds = fc.uniqueArray(hostile, { maxLength: 25, selector: ({ id }) => id });
    fc.assert(
      fc.property(distinctIds, (drafts) => {
        const blocks = blocksOf(drafts);
        const forwards = blockIds(blocks);
        const backwards = blockIds(blocks.toReversed()).toReversed();
        expect(backwards).toEqual(forwards);
      }),
    );
  });

  it('stay the same when an unrelated block is put in anywhere', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 25 }), fc.nat(), (drafts, place) => {
        const blocks = blocksOf(drafts);
        const at = place % (blocks.length + 1);
        const unrelated = captioned('Something else entirely', 'unrelated');
        const ids = blockIds(blocks.toSpliced(at, 0, unrelated));
        expect(ids.toSpliced(at, 1)).toEqual(blockIds(blocks));
      }),
    );
  });

  it('of many blocks with one caption are found in a moment', () => {
    const ids = blockIds(Array.from({ length: 20_000 }, (_, n) => captioned('Same', `${n}`)));
    expect(ids[19_999]).toBe('Same_19999');
  });
});

describe('slug', () => {
  const character = fc.integer({ min: 0, max: 0x2ffff }).map((code) => String.fromCodePoint(code));
  const anyText = fc.array(character, { maxLength: 40 }).map((characters) => characters.join(''));

  it('has only letters, digits and single underscores, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (words) => {
        expect(slug(words)).toMatch(/^([A-Za-z0-9]+(_[A-Za-z0-9]+)*)?$/);
      }),
    );
  });
});
