// Ports, links and the flow: connections, starts, ends, what is not reached, loops in which nothing waits.
import { describe, expect, it } from 'vitest';
import type { Block, Port, Strategy } from '../../src/ir/nodes.js';
import type { SourceBlock } from '../../src/ird-parser/source-model.js';
import {
  binary,
  block,
  blockOf,
  call,
  chain,
  codes,
  environment,
  expression,
  link,
  lower,
  messages,
  name,
  num,
  row,
  str,
  strategy,
  text,
} from './build.js';

const ports = (one: Block): readonly string[] =>
  one.ports.map(
    ({ name: port, role, target, implied }) => `${port} ${role}${implied ? '?' : ''} ${target ?? '-'}`,
  );

const condition = { condition: expression(call('IsSpecialDay', str('holidays'))) };
const pass = (id: string): SourceBlock => block(id, 'If', { properties: condition });
const selection = (id: string, timeout?: number): SourceBlock =>
  block(id, 'Selection', {
    properties: timeout === undefined ? {} : { timeout: expression(num(timeout)) },
    rows: { targets: [row({ name: text('Sales') })] },
  });

describe('ports', () => {
  it('are those of the file, then those that the type has', () => {
    const source = strategy({
      blocks: [block('1', 'Entry', { ports: ['green'] }), pass('2'), block('3', 'Exit')],
      links: ['1.green -> 2', '2.red -> 3', '2.green -> 3'],
    });
    const { value } = lower(source);
    expect(ports(blockOf(value, '1'))).toEqual(['green success If_2']);
    expect(ports(blockOf(value, '2'))).toEqual(['green branch? Exit_3', 'red branch? Exit_3']);
    expect(ports(blockOf(value, '3'))).toEqual([]);
    expect(blockOf(value, '2').ports[1]?.id).toBe('Main/2/port[red]');
  });

  it('of segments are one for each segment, and a default', () => {
    const segments = [row({ port: text(' night ') }), row({ port: text('day') }), row({})];
    const { value } = lower(chain([block('s', 'Time', { ports: ['day'], rows: { segments } })]));
    expect(ports(blockOf(value, 's')).slice(0, 3)).toEqual([
      'day branch -',
      'night branch? -',
      'default default? -',
    ]);
  });

  it('that the type is not known to have are kept with a warning', () => {
    const source = chain([block('1', 'Silence', { ports: ['purple'] })], { links: ['1.blue -> end'] });
    const { value, diagnostics } = lower(source);
    expect(ports(blockOf(value, '1'))).toEqual([
      'purple branch -',
      'green success? Exit_end',
      'red failure? -',
      'blue branch? Exit_end',
    ]);
    expect(messages(diagnostics, 'IRD2109')).toEqual([
      'Silence "1" has the port "purple", which blocks of type "Silence" are not known to have',
      'Silence "1" has the port "blue", which blocks of type "Silence" are not known to have',
    ]);
  });

  it('of unknown blocks are taken as they come', () => {
    const { value, diagnostics } = lower(chain([block('1', 'Unknown', { ports: ['blue', 'red'] })]));
    expect(ports(blockOf(value, '1'))).toEqual(['blue branch -', 'red failure -', 'green success? Exit_end']);
    expect(codes(diagnostics)).not.toContain('IRD2109');
  });

  it('listed twice are both counted, and links lead from the first', () => {
    const { value, diagnostics } = lower(chain([block('1', 'Silence', { ports: ['green', 'green'] })]));
    const lowered = blockOf(value, '1');
    expect(ports(lowered).slice(0, 2)).toEqual(['green success Exit_end', 'green success -']);
    expect(lowered.ports.map((port: Port) => port.id).slice(0, 2)).toEqual([
      'Main/1/port[green]',
      'Main/1/port[green~2]',
    ]);
    expect(messages(diagnostics, 'IRD2111')).toHaveLength(1);
  });

  it('of exceptions are apart from outputs of the same name', () => {
    const source = strategy({
      language: 'ecmascript',
      blocks: [
        block('e', 'ComposerEntry'),
        block('t', 'ComposerWait', { ports: ['default', 'timeout'], exceptions: ['timeout'] }),
        block('x', 'ComposerExit'),
        block('y', 'ComposerDisconnect'),
      ],
      links: ['e.default -> t', 't.default -> x', 't.timeout -> x', link('t.timeout -> y', 'exception')],
    });
    const { value, diagnostics } = lower(source);
    expect(ports(blockOf(value, 't'))).toEqual([
      'default success ComposerExit_x',
      'timeout branch ComposerExit_x',
      'timeout exception ComposerDisconnect_y',
    ]);
    expect(blockOf(value, 't').ports[2]?.id).toBe('Main/t/exception[timeout]');
    expect(diagnostics).toEqual([]);
  });

  it('of a parallel block are one for each branch', () => {
    const source = strategy({
      language: 'ecmascript',
      blocks: [
        block('e', 'ComposerEntry'),
        block('p', 'ComposerBeginParallel', { ports: ['default'] }),
        block('x', 'ComposerExit'),
        block('y', 'ComposerExit'),
      ],
      links: ['e.default -> p', 'p.default -> x', 'p.default -> y'],
    });
    const { value, diagnostics } = lower(source);
    expect(blockOf(value, 'p').ports.map((port) => port.target)).toEqual([
      'ComposerExit_x',
      'ComposerExit_y',
    ]);
    expect(value.blocks.every((each) => each.reachable)).toBe(true);
    expect(diagnostics).toEqual([]);
  });
});

describe('links', () => {
  it('that lead nowhere or come from nowhere are errors, and stay in the strategy', () => {
    const source = chain([pass('1')], { links: ['1.red -> ghost', 'ghost.green -> 1'] });
    const { value, diagnostics } = lower(source);
    expect(messages(diagnostics, 'IRD2106')).toEqual([
      'The link from port "red" of If "1" leads to "ghost", which is not a block of the strategy',
    ]);
    expect(messages(diagnostics, 'IRD2107')).toEqual([
      'A link to "1" comes from "ghost", which is not a block of the strategy',
    ]);
    expect(value.links.slice(-2)).toMatchObject([
      { id: 'Main/link[1.red -> ghost]', from: 'If_1', to: undefined },
      { from: undefined, to: 'If_1' },
    ]);
  });

  it('that lack an end are left to the reader', () => {
    const { diagnostics } = lower(chain([], { links: [{ ...link('start.green -> end'), id: 'x', to: '' }] }));
    expect(codes(diagnostics)).not.toContain('IRD2106');
  });

  it('from one port are one; a second is an error that names both targets', () => {
    const source = chain([pass('1'), block('2', 'CancelCall', { caption: 'Stop music' })], {
      links: ['1.green -> end'],
    });
    const { value, diagnostics } = lower(source);
    expect(messages(diagnostics, 'IRD2108')).toEqual([
      'Port "green" of If "1" leads to "Stop music" and to Exit "end"; the first link is used',
    ]);
    expect(blockOf(value, '1').ports.find((port) => port.name === 'green')?.target).toBe('Stop_music');
    expect(value.links).toHaveLength(4);
  });

  it('with one id, or none, are still different nodes', () => {
    const twice = { ...link('start.green -> end'), id: 'L' };
    const { value } = lower(chain([], { links: [twice, twice, { ...twice, id: '' }] }));
    expect(new Set(value.links.map((each) => each.id)).size).toBe(4);
  });
});

describe('the start', () => {
  it('is the Entry', () => {
    expect(lower(chain([])).value.entry).toBe('Entry_start');
  });

  it('is missing when there is no Entry: an error, and nothing is claimed about the rest', () => {
    const { value, diagnostics } = lower(
      strategy({ blocks: [pass('1'), block('2', 'Exit')], links: ['1.green -> 2'] }),
    );
    expect(value.entry).toBeUndefined();
    expect(value.blocks.every((each) => each.reachable)).toBe(true);
    expect(messages(diagnostics, 'IRD2101')).toEqual(['"Main" has no Entry block']);
    expect(codes(diagnostics)).not.toContain('IRD2103');
  });

  it('is the first of several', () => {
    const { value, diagnostics } = lower(chain([block('again', 'Entry', { caption: 'Other start' })]));
    expect(value.entry).toBe('Entry_start');
    expect(messages(diagnostics, 'IRD2102')).toEqual([
      '"Main" has the start blocks Entry "start" and "Other start"; the first is used',
    ]);
  });

  it('is no question for interaction processes, whose nodes are no steps', () => {
    const { value, diagnostics } = lower(
      strategy({ kind: 'process', language: 'ecmascript', blocks: [block('q', 'ComposerIpdNode')] }),
    );
    expect(value.blocks[0]?.reachable).toBe(true);
    expect(diagnostics).toEqual([]);
  });
});

describe('what is not reached', () => {
  it('is reported, but not the loose ends in it', () => {
    const source = chain([], { blocks: [] });
    const blocks = [...source.blocks, pass('old'), pass('older'), block('note', 'Comment')];
    const { value, diagnostics } = lower({
      ...source,
      blocks,
      links: [...source.links, link('old.green -> older')],
    });
    expect(messages(diagnostics, 'IRD2103')).toEqual([
      'No path leads from the start to If "old"',
      'No path leads from the start to If "older"',
    ]);
    expect(codes(diagnostics)).toEqual(['IRD2103', 'IRD2103']);
    expect(blockOf(value, 'note').reachable).toBe(true);
  });
});

describe('ports that lead nowhere', () => {
  it('are warnings where control would go on, one note where errors are not handled', () => {
    const source = strategy({
      blocks: [block('1', 'Entry'), block('2', 'CancelCall'), pass('3')],
      links: ['1.green -> 2', '2.green -> 3'],
    });
    const { diagnostics } = lower(source);
    expect(messages(diagnostics, 'IRD2104')).toEqual([
      'Port "green" of If "3" is not connected: the strategy ends there',
      'Port "red" of If "3" is not connected: the strategy ends there',
    ]);
    expect(messages(diagnostics, 'IRD2105')).toEqual([
      'One block has no connection at the red port: CancelCall "2"',
    ]);
  });

  it('name a few blocks of many', () => {
    const many = Array.from({ length: 12 }, (_, n) => block(`${n}`, 'Silence'));
    const [message] = messages(lower(chain(many)).diagnostics, 'IRD2105');
    expect(message).toMatch(/^12 blocks have .*: Silence "0", .*, Silence "7" and 4 more$/);
  });

  it('are as they should be after a Selection has routed', () => {
    const source = strategy({ blocks: [block('1', 'Entry'), selection('2', 30)], links: ['1.green -> 2'] });
    expect(codes(lower(source).diagnostics)).toEqual(['IRD2105']);
  });

  it('are as they should be at the end of the busy treatments of a diagram', () => {
    const source = strategy({
      language: 'ecmascript',
      blocks: [
        block('e', 'ComposerEntry'),
        block('t', 'ComposerTarget', { ports: ['default', 'busyTreatments'] }),
        block('m', 'ComposerPlaySound'),
        block('n', 'ComposerPlaySound'),
      ],
      links: ['e.default -> t', 't.busyTreatments -> m', 'm.default -> n'],
    });
    expect(lower(source).diagnostics).toEqual([]);
  });
});

describe('loops in which nothing waits', () => {
  const loops = (
    strategyOrBlocks: readonly SourceBlock[],
    back: string,
    subroutines: Parameters<typeof environment>[0] = [],
  ) =>
    messages(
      lower(chain(strategyOrBlocks, { links: [back] }), environment(subroutines)).diagnostics,
      'IRD2110',
    );

  it('are warnings that name the blocks in the order of the flow', () => {
    expect(loops([pass('1'), pass('2'), pass('3')], '3.red -> 1')).toEqual([
      'A loop runs through If "1", If "2", If "3" and nothing in it waits',
    ]);
    expect(loops([pass('1')], '1.red -> 1')).toEqual(['If "1" leads back to itself and does not wait']);
  });

  it('are reported once for blocks that reach each other, by a shortest round', () => {
    const source = chain([pass('1'), pass('2'), pass('3')], {
      links: ['2.red -> 1', '3.red -> 1', '1.red -> 3'],
    });
    expect(messages(lower(source).diagnostics, 'IRD2110')).toEqual([
      'A loop runs through If "1", If "2" and nothing in it waits',
    ]);
  });

  it('are no loops when something waits: a treatment, or a Selection with a timeout', () => {
    expect(loops([pass('1'), block('2', 'Silence')], '2.red -> 1')).toEqual([]);
    expect(loops([selection('1', 30)], '1.red -> 1')).toEqual([]);
    expect(loops([selection('1')], '1.red -> 1')).toEqual([]);
    expect(loops([selection('1', 0)], '1.red -> 1')).toHaveLength(1);
    expect(loops([{ ...selection('1', 0), type: 'RouteInteraction' }], '1.red -> 1')).toHaveLength(1);
    expect(loops([{ ...selection('1', 5), type: 'RouteInteraction' }], '1.red -> 1')).toEqual([]);
  });

  it('run through disabled blocks as well', () => {
    expect(loops([pass('1'), block('2', 'Silence', { disabled: true })], '2.red -> 1')).toHaveLength(1);
  });

  it('run through subroutines that do not wait', () => {
    const calls = block('1', 'CallSubroutine', { properties: { subroutine: text('Sub') } });
    const quick = chain([pass('x')], { kind: 'subroutine', name: 'Sub' });
    const slow = chain([block('x', 'Silence')], { kind: 'subroutine', name: 'Sub' });
    expect(loops([calls], '1.red -> 1', [quick])).toHaveLength(1);
    expect(loops([calls], '1.red -> 1', [slow])).toEqual([]);
    expect(loops([calls], '1.red -> 1')).toEqual([]);
  });

  it('are no finding where nothing leads to them', () => {
    const source = chain([]);
    const lowered = lower({
      ...source,
      blocks: [...source.blocks, pass('1')],
      links: [...source.links, link('1.green -> 1')],
    });
    expect(codes(lowered.diagnostics)).toEqual(['IRD2103']);
  });
});

describe('size', () => {
  const long = (length: number): Strategy => {
    const blocks = Array.from({ length }, (_, n) =>
      block(`${n}`, 'If', { properties: { condition: expression(binary(name('true'), '&', num(n))) } }),
    );
    const { value, diagnostics } = lower(chain(blocks, { links: [`${length - 1}.red -> 0`] }));
    expect(messages(diagnostics, 'IRD2110')).toHaveLength(1);
    return value;
  };

  it('is no matter: a ring of 12,000 blocks needs no deep stack', () => {
    const lowered = long(12_000);
    expect(lowered.blocks.every((each) => each.reachable)).toBe(true);
  });

  it('is no matter for a diagram in which each of 120 blocks leads to each', () => {
    const ids = Array.from({ length: 120 }, (_, n) => `${n}`);
    const blocks = ids.map((id) => block(id, 'Unknown', { ports: ids }));
    const links = ids.flatMap((from) => ids.map((to) => `${from}.${to} -> ${to}`));
    const { value } = lower(chain(blocks, { links }));
    expect(value.links).toHaveLength(120 * 120 + 121);
  });
});
