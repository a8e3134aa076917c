import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPlaces, layOut } from '../../src/drawing/layout.js';
import { drawMachine } from '../../src/drawing/machine.js';
import type { Box, Drawing, StrategyGraph } from '../../src/drawing/model.js';
import { renderMermaid } from '../../src/drawing/mermaid.js';
import { renderSvg } from '../../src/drawing/svg.js';
import { shorten, widthOf, wrap } from '../../src/drawing/words.js';
import { migrate } from '../../src/api.js';

const example = path.resolve(import.meta.dirname, '../../fixtures/strategies');
const graphOf = (text: string): StrategyGraph => {
  const [strategy] = migrate([{ file: 'x.xml', content: text }]).strategies;
  const graph = strategy?.graph?.();
  if (graph === undefined) throw new Error('nothing was drawn');
  return graph;
};
const inExamples = (file: string): string => readFileSync(path.join(example, file), 'utf8');
const page = (states: string): Uint8Array =>
  new TextEncoder().encode(
    `<scxml xmlns="http://www.w3.org/2005/07/scxml" name="p" initial="a">${states}</scxml>`,
  );
const box = (id: string, more: Partial<Box> = {}): Box => ({
  id,
  label: id,
  kind: '',
  shape: 'data',
  disposition: '',
  reason: '',
  open: [],
  ...more,
});
const chain = (size: number): Drawing => ({
  name: 'chain',
  boxes: Array.from({ length: size }, (_, i) =>
    box(`b${String(i)}`, { kind: 'Function', disposition: 'exact' }),
  ),
  arrows: Array.from({ length: size - 1 }, (_, i) => [
    {
      from: `b${String(i)}`,
      to: `b${String(i + 1)}`,
      label: 'green',
      kind: 'usual' as const,
      title: 'green',
    },
    {
      from: `b${String(i)}`,
      to: `b${String(Math.max(0, i - 7))}`,
      label: 'red',
      kind: 'failure' as const,
      title: 'red',
    },
  ]).flat(),
  groups: [],
});

describe('the flow of a strategy', () => {
  it('has every block and every link, and says what became of the blocks', () => {
    const { flow } = graphOf(inExamples('flow/given-up/support-line.xml'));
    expect(renderMermaid(flow)).toMatchSnapshot();
    expect(flow.boxes.every(({ disposition }) => disposition !== '')).toBe(true);
  });

  it('leads from every block to states that are drawn', () => {
    const { flow, machine, links } = graphOf(inExamples('flow/given-up/support-line.xml'));
    const states = new Set(machine?.boxes.map(({ id }) => id));
    const blocks = new Set(flow.boxes.map(({ id }) => id));
    expect(links.length).toBe(flow.boxes.length);
    expect(links.filter(({ block }) => !blocks.has(block))).toEqual([]);
    expect(links.flatMap((link) => link.states.slice(0, 1)).filter(({ id }) => !states.has(id))).toEqual([]);
  });
});

describe('the state machine of a page', () => {
  it('draws transitions of outer states from a box of their own, and leads to the state that is entered', () => {
    const { value } = drawMachine(
      page(
        '<state id="a"><transition event="go" target="c"/></state><state id="b"/><state id="d"/><state id="e"/><state id="c" initial="c2"><transition event="error.x" target="a"/><state id="c1"/><state id="c2"><transition cond="_data.v &gt; 1" target="c1"/></state></state><final id="f"/>',
      ),
      'p.scxml',
    );
    expect(value?.arrows.map(({ from, to, label, kind }) => [from, to, label, kind])).toEqual([
      ['a', 'c2', 'go', 'event'],
      ['c', 'a', 'error.x', 'failure'],
      ['c2', 'c1', '[v > 1]', 'usual'],
    ]);
    expect(value?.groups).toEqual([{ id: 'c', label: 'c' }]);
    expect(value?.boxes.find(({ id }) => id === 'c')?.kind).toBe('any state within');
    expect(value?.boxes.find(({ id }) => id === 'f')?.shape).toBe('terminal');
  });

  it('draws several transitions between two states once, with how many labels are left out', () => {
    const { value } = drawMachine(
      page(
        `<state id="a">${['p', 'q', 'r'].map((event) => `<transition event="${event}" target="b"/>`).join('')}</state><state id="b"/>`,
      ),
      'p.scxml',
    );
    expect(value?.arrows.map(({ label, title }) => [label, title])).toEqual([['p\nq\n+1', 'p\nq\nr']]);
  });

  it('stands targets that do not exist, ids that occur twice, and states without id', () => {
    const { value } = drawMachine(
      page(
        '<state id="a"><transition target="nowhere"/></state><state id="a"/><state><transition target="a"/></state>',
      ),
      'p.scxml',
    );
    expect(value && renderSvg(value, 'p')).toContain('state of line 1');
  });

  it('gives findings for what is no XML', () => {
    const { value, diagnostics } = drawMachine(new TextEncoder().encode('<scxml>'), 'p.scxml');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('IRD1011');
  });
});

describe('layout', () => {
  it('lets no box lie on another, keeps all within the paper, and is the same each time', () => {
    const layout = layOut(chain(120));
    const boxes = layout.boxes;
    const touching = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) => Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height,
        ),
    );
    expect(touching).toEqual([]);
    expect(
      boxes.filter(
        (b) =>
          b.x - b.width / 2 < 0 || b.x + b.width / 2 > layout.width || b.y + b.height / 2 > layout.height,
      ),
    ).toEqual([]);
    expect(layout.arrows.filter(({ isBack }) => isBack)).not.toEqual([]);
    expect(layOut(chain(120))).toEqual(layout);
  });

  it('draws every arrow of a small drawing', () => {
    const drawing = chain(20);
    const layout = layOut(drawing);
    expect(layout.arrows.length).toBe(drawing.arrows.length);
    expect(layout.boxes.flatMap(({ notes }) => notes)).toEqual([]);
  });

  it('says in the boxes of a large drawing what would be a line across half of it', () => {
    const boxes = Array.from({ length: 60 }, (_, i) => box(`b${String(i)}`));
    const arrow = (from: number, to: number, label: string, kind: 'usual' | 'failure') => ({
      ...{ from: `b${String(from)}`, to: `b${String(to)}`, label, kind, title: `${label} in full` },
    });
    const arrows = [
      ...boxes.slice(2).map((_, i) => arrow(i, i + 1, '', 'usual')),
      ...boxes.slice(10, 40).map((_, i) => arrow(i + 10, 59, 'red', 'failure')),
    ];
    const layout = layOut({ name: '', boxes, arrows, groups: [] });
    const jumps = layout.boxes.filter(({ jumps: own }) => own.length > 0);
    expect(layout.arrows.length + jumps.length).toBe(arrows.length);
    expect(layout.boxes[12]?.notes).toEqual([{ text: 'red \u2192 b59', kind: 'failure' }]);
    expect(layout.boxes[12]?.jumps).toEqual(['red in full \u2192 b59']);
    expect(layout.boxes[59]?.notes[0]?.text).toBe(`\u2190 ${String(jumps.length)} from elsewhere`);
    // What something leads to keeps a line to it.
    const reached = new Set(layout.arrows.map(({ arrow: { to } }) => to));
    expect(boxes.slice(1, 58).filter(({ id }) => !reached.has(id))).toEqual([]);
  });

  it('crosses no box with an arrow', () => {
    const { machine } = graphOf(inExamples('production/bank-main-line/bank-main-line.xml'));
    const drawings = [chain(60), ...(machine === undefined ? [] : [machine])];
    for (const { boxes, arrows } of drawings.map((drawing) => layOut(drawing))) {
      const crossed = arrows.flatMap(({ points, arrow }) =>
        points.slice(1).flatMap((to, i) => {
          const from = points[i] ?? to;
          const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
          return boxes
            .filter(({ box: { id } }) => id !== arrow.from && id !== arrow.to)
            .filter(({ x, y, width, height }) =>
              [from, middle, to].some(
                (at) => Math.abs(at.x - x) < width / 2 - 1 && Math.abs(at.y - y) < height / 2 - 1,
              ),
            )
            .map(({ box: { id } }) => `${arrow.from} > ${arrow.to} crosses ${id}`);
        }),
      );
      expect(crossed).toEqual([]);
    }
  });

  it('places with what it has found before, unless that is about another drawing', () => {
    const places = findPlaces(chain(40));
    expect(layOut(chain(40), places)).toEqual(layOut(chain(40)));
    expect(layOut(chain(41), places)).toEqual(layOut(chain(41)));
  });

  it('takes ids that are names of objects in JavaScript, and loops of one box', () => {
    const ids = ['__proto__', 'constructor', 'toString'];
    const arrows = ids.map((id) => ({ from: id, to: id, label: 'again', kind: 'usual' as const, title: '' }));
    const layout = layOut({ name: '', boxes: ids.map((id) => box(id)), arrows, groups: [] });
    expect(layout.boxes.map((each) => each.box.id)).toEqual(ids);
    expect(layout.arrows.every(({ points }) => points.length > 2)).toBe(true);
  });

  it('draws nothing for nothing', () => {
    expect(layOut({ name: '', boxes: [], arrows: [], groups: [] }).boxes).toEqual([]);
  });
});

describe('words', () => {
  it('break between words, behind marks, and anywhere when nothing else helps', () => {
    expect(wrap('Ask for the number of the account', 16, 3)).toEqual([
      'Ask for the',
      'number of the',
      'account',
    ]);
    expect(wrap('Expected_wait_use_ask_1_timer', 16, 3)).toEqual(['Expected_wait_', 'use_ask_1_timer']);
    expect(wrap('a'.repeat(40), 16, 2)).toEqual(['a'.repeat(16), `${'a'.repeat(15)}\u2026`]);
    expect(wrap('', 16, 2)).toEqual(['']);
  });

  it('tear no character apart, and take more room for wide ones', () => {
    expect(shorten('\u{1f600}'.repeat(10), 4)).toBe('\u{1f600}\u2026');
    expect(widthOf('\u65e5\u672c', 10)).toBeGreaterThan(widthOf('ab', 10));
  });
});
