// The strategy as a whole: its name, the order of findings, what they rest on, and that lowering has no memory.
import { describe, expect, it } from 'vitest';
import { isAssumption } from '../../src/ir/assumptions/table.js';
import { lowerStrategy } from '../../src/ir/lower.js';
import { objectFacts } from '../../src/ir/vocabulary/objects.js';
import type { Expr } from '../../src/ird-parser/languages/ast.js';
import {
  binary,
  block,
  chain,
  codes,
  declare,
  environment,
  expression,
  group,
  line,
  lower,
  messages,
  name,
  num,
  str,
  strategy,
} from './build.js';

describe('the id of a strategy', () => {
  it.each([
    ['Main Line', 'Main_Line'],
    ['Линия 2', 'Liniya_2'],
    ['24 hours', 'strategy_24_hours'],
    ['ird_main', 'strategy_ird_main'],
    // Names without an ASCII form: the file name is next.
    ['客服', 'lines'],
    ['', 'lines'],
  ])('is its name in ASCII: %j', (called, id) => {
    expect(lower(chain([], { name: called })).value).toMatchObject({ id, nodeId: id, name: called });
  });

  it('comes from the text of the name when nothing else can be spelled', () => {
    const source = chain([], { name: '客服' });
    const file = {
      file: 'exports\\客服.xml',
      format: 'ird-xml',
      text: '',
      profile: { name: 'x', evidence: 'given' },
      strategies: [source],
      unread: [],
    } as const;
    expect(lowerStrategy(source, file, environment()).value.id).toMatch(/^strategy_[0-9a-f]{8}$/);
  });
});

describe('findings', () => {
  it('come in the order of the file', () => {
    const { diagnostics } = lower(
      chain(
        [
          block('a', 'If', { span: line(30) }),
          block('b', 'MultiAssign', { span: line(20), ports: ['odd'] }),
          block('c', 'If', { span: line(10) }),
        ],
        { variables: [declare('v', 'ODD', { span: line(40) })] },
      ),
    );
    const lines = diagnostics.map((found) => found.span.start.line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    expect(codes(diagnostics)).toContain('IRD2005');
  });

  it('say nothing about the kinds of variables that a diagram knows', () => {
    const { diagnostics } = lower(
      strategy({
        language: 'ecmascript',
        blocks: [block('a', 'ComposerEntry')],
        variables: [declare('system.Language', 'System')],
      }),
    );
    expect(codes(diagnostics)).not.toContain('IRD2005');
  });

  it('cut long captions, and write them in one line', () => {
    const caption = `Ask\n  the ${'very '.repeat(30)}patient caller`;
    const [message] = messages(lower(chain([block('a', 'If', { caption })])).diagnostics, 'IRD2016');
    expect(message).toMatch(/^"Ask the very .*\.\.\." has no condition$/);
    expect(message?.length).toBeLessThan(90);
  });

  it('belong to nodes of the strategy', () => {
    const { value, diagnostics } = lower(chain([block('a', 'If'), block('b', 'Assign')]));
    for (const found of diagnostics) expect(found.node.startsWith(value.nodeId)).toBe(true);
  });

  it('are the same for the same source, whatever was lowered in between', () => {
    const source = chain([block('a', 'If', { properties: { condition: expression(name('x')) } })]);
    const first = lower(source);
    lower(chain([block('z', 'Assign')], { name: 'Between' }));
    expect(lower(source)).toEqual(first);
  });
});

describe('an empty strategy', () => {
  it('is lowered, with the one error that nothing starts', () => {
    const { value, diagnostics } = lower(strategy());
    expect(value).toMatchObject({ blocks: [], links: [], entry: undefined, assumptions: [] });
    expect(codes(diagnostics)).toEqual(['IRD2101']);
  });
});

describe('the assumptions of a strategy', () => {
  const assumed = (...blocks: Parameters<typeof chain>[0]) => lower(chain(blocks)).value.assumptions;
  const condition = (tree: Expr) => block('1', 'If', { properties: { condition: expression(tree) } });

  it('are those of its blocks, as far as they are reached and not disabled', () => {
    expect(assumed()).toEqual([]);
    expect(assumed(block('1', 'Silence'))).toEqual(['port.meaning']);
    expect(assumed(block('1', 'Silence', { disabled: true }))).toEqual([]);
    expect(assumed(block('1', 'Time'))).toEqual(['segment.order', 'segment.ranges']);
    const { blocks, ...rest } = chain([]);
    expect(lower({ ...rest, blocks: [...blocks, block('lost', 'If')] }).value.assumptions).toEqual([]);
  });

  it.each<[string, Expr, readonly string[]]>([
    ['a text compared with a text', binary(str('a'), '=', str('b')), ['compare.strings']],
    ['a text compared with a number', binary(str('a'), '=', num(1)), ['compare.mixed']],
    [
      'a text beyond 32 bits compared with a number',
      binary(str('15550100999'), '=', num(1)),
      ['compare.mixed', 'convert.large-text'],
    ],
    ['a sum', binary(num(1), '+', num(2)), ['arithmetic.overflow']],
    ['a quotient', binary(num(1), '/', num(2)), ['arithmetic.division-by-zero']],
    ['logic of one kind', binary(binary(num(1), '|', num(0)), '&', num(1)), []],
    [
      'kinds of operators that meet',
      binary(binary(num(1), '<', num(2)), '&', num(1)),
      ['expression.precedence'],
    ],
    ['kinds of operators kept apart', binary(group(binary(num(1), '<', num(2))), '&', num(1)), []],
  ])('are those of its expressions: %s', (_, tree, expected) => {
    expect(assumed(condition(tree))).toEqual([...expected, 'port.if'].toSorted());
  });

  it('are rows of the table', () => {
    const known = objectFacts.flatMap((fact) => fact.restsOn ?? []);
    expect(known.filter((id) => !isAssumption(id))).toEqual([]);
  });
});
