// IRD text in comments of scripts: what is recognised, what is not, and where it stands in the file.
import { describe, expect, it } from 'vitest';
import { readFixture, readText, workflow } from './read-diagram-text.js';

const escape = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#xD;')
    .replace(/\n/g, '&#xA;');

function recovered(script: string): readonly string[] {
  const read = readText(
    workflow(`<blocks xmi:type="ird:EcmaScriptBlock" xmi:id="_s" name="S" script="${escape(script)}"/>`),
  );
  const value = read.block('S').properties['script'];
  if (value?.kind !== 'ecmascript') throw new Error('no script');
  expect(read.diagnostics.filter((d) => d.code === 'IRD1717').length).toBe(value.recovered?.length ?? 0);
  return (value.recovered ?? []).map((text) => text.text);
}

describe('IRD text in comments', () => {
  it.each([
    ['// IRD: ward = StrSub[DNIS[], 1, 3]\nx = 1;', ['ward = StrSub[DNIS[], 1, 3]']],
    ['x = 1; // IRD expression: DNIS = 5550100', ['DNIS = 5550100']],
    ["//Cat['a','b']", ["Cat['a','b']"]],
    ["// total = ListGetInteger[prices, 'tea'];", ["total = ListGetInteger[prices, 'tea']"]],
    ['/* sdata[Desk@.GA, StatAgentsReady] > 0 */', ['sdata[Desk@.GA, StatAgentsReady] > 0']],
    ["/*\n * Cat['a',\n *   TimeStamp[]]\n * nothing\n */", ["Cat['a',\n *   TimeStamp[]]"]],
    ["/* Cat['x', 'y'] */ a(); // Rand[10]", ["Cat['x', 'y']", 'Rand[10]']],
  ])('is recognised in %j', (script, texts) => {
    expect(recovered(script)).toEqual(texts);
  });

  it.each([
    ['no comment', 'x = Cat[1];'],
    ['plain words', '// your code goes here'],
    ['ECMAScript that was switched off', "//\tv_list['PhoneNo'] = system.ANI;\r\n//\tItems[0].count = 1;"],
    ['ECMAScript with a capital', '// if (Items[i] === 3) { go(); }\n// var first = Items[0];'],
    ['a string that looks like a comment', 'x = \'// Cat[1]\'; y = "/* Cat[1] */"; z = `// Cat[1]`;'],
    ['an address', "// see http://x.invalid/a\nload('http://x.invalid/Cat[1]');"],
    ['a regular expression', "x = y.replace(/[/'//]Cat[1]/g, ''); z = a / b / c;"],
    ['a bracket that is never closed', "// Cat['a', "],
    ['an empty marker', '// IRD:  ;'],
  ])('is not found in %s', (_, script) => {
    expect(recovered(script)).toEqual([]);
  });

  it('finds the comment behind a division', () => {
    expect(recovered("x = a / b; // Cat['a','b']")).toEqual(["Cat['a','b']"]);
    expect(recovered('x = (a) / 2 /* Rand[6] */ / 3;')).toEqual(['Rand[6]']);
    expect(recovered("return /'/.test(x); // Rand[6]")).toEqual(['Rand[6]']);
  });

  it('is found in conditions too', () => {
    const read = readText(
      workflow(
        '<blocks xmi:type="ird:BranchingBlock" xmi:id="_b" name="B"><conditions name="A" expression="false /* Day[] = Sunday */"/></blocks>',
      ),
    );
    expect(read.block('B').rows['conditions']?.[0]?.columns['expression']).toMatchObject({
      recovered: [{ text: 'Day[] = Sunday' }],
    });
  });

  it('keeps its place in the file, through escapes and line ends', () => {
    const read = readFixture('every-block.workflow');
    const script = read.block('SetWard').properties['script'];
    if (script?.kind !== 'ecmascript') throw new Error('no script');
    const places = (script.recovered ?? []).map((text) => {
      const { start, end } = text.span();
      return [start.line, read.text.slice(start.offset, end.offset)];
    });
    expect(places).toEqual([
      [17, 'ward = StrSub[DNIS[], 1, 3]'],
      [17, "Cat['ward ',&#xD;&#xA;   ward]"],
    ]);
    const [first] = read.diagnostics;
    const column = read.text.split('\n')[16]?.indexOf('ward = StrSub') ?? -1;
    expect(first).toMatchObject({ code: 'IRD1717', node: 'HarbourClinic/_script', severity: 'info' });
    expect(first?.span.start).toMatchObject({ line: 17, column: column + 1 });
    // A character inside: position 12 of the expression is the `b` of `StrSub`.
    const inner = script.recovered?.[0]?.span(12, 13);
    expect(read.text.slice(inner?.start.offset, inner?.end.offset)).toBe('b');
  });
});
