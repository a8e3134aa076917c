import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { validate } from '@probelabs/maid';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDot } from '../../src/drawing/dot.js';
import { renderMermaid } from '../../src/drawing/mermaid.js';
import { arrowKinds, shapes, type Drawing } from '../../src/drawing/model.js';
import { marks } from '../../src/drawing/signs.js';
import { renderSvg } from '../../src/drawing/svg.js';
import { elementsWithin, readXml } from '../../src/xml/index.js';
import { hostileText } from '../report/hostile.js';

const drawings: fc.Arbitrary<Drawing> = fc
  .record({
    name: hostileText,
    boxes: fc.uniqueArray(
      fc.record({
        id: hostileText,
        label: hostileText,
        kind: hostileText,
        shape: fc.constantFrom(...shapes),
        disposition: fc.constantFrom('', ...Object.keys(marks)),
        reason: hostileText,
        open: fc.array(hostileText, { maxLength: 2 }),
        isGrouped: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6, selector: ({ id }) => id },
    ),
    ends: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom(...arrowKinds), hostileText), {
      maxLength: 8,
    }),
    group: hostileText,
  })
  .map(({ name, boxes, ends, group }) => ({
    name,
    boxes: boxes.map(({ isGrouped, ...box }) => ({ ...box, ...(isGrouped ? { group } : {}) })),
    arrows: ends.map(([from, to, kind, label]) => ({
      from: boxes[from % boxes.length]?.id ?? '',
      to: boxes[to % boxes.length]?.id ?? '',
      label,
      title: label,
      kind,
    })),
    groups: [{ id: group, label: group }],
  }));

const blank: Drawing = {
  name: 'blank',
  boxes: ['\ud800', '\udc00'].map((id) => ({
    ...{ id, label: ' ', kind: '', shape: 'call', disposition: 'exact', reason: '', open: [] },
  })),
  arrows: ['BT', 'go to end', 'style'].map((label) => ({
    ...{ from: '\ud800', to: '\udc00', label, title: label, kind: 'usual' },
  })),
  groups: [],
};

describe('drawings of hostile names', () => {
  let graphviz: Graphviz;
  beforeAll(async () => {
    graphviz = await Graphviz.load();
  });

  it('are read by Graphviz, with as many nodes and edges', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        // Its own layout as JSON.
        const read = JSON.parse(graphviz.layout(renderDot(drawing), 'json', 'dot')) as {
          readonly objects?: readonly { readonly nodes?: unknown; readonly name: string }[];
          readonly edges?: readonly unknown[];
        };
        const nodes = (read.objects ?? []).filter(({ name }) => !name.startsWith('cluster '));
        expect(nodes).toHaveLength(drawing.boxes.length);
        expect(read.edges ?? []).toHaveLength(drawing.arrows.length);
      }),
      { numRuns: 60 },
    );
  });

  it('are read by a parser of Mermaid without an error', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const { type, errors } = validate(renderMermaid(drawing));
        expect(type).toBe('flowchart');
        expect(errors.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keep boxes without a text, boxes whose ids look alike, and words of the languages', () => {
    const { objects } = JSON.parse(graphviz.layout(renderDot(blank), 'json', 'dot')) as {
      readonly objects: readonly unknown[];
    };
    expect(objects).toHaveLength(2);
    expect(validate(renderMermaid(blank)).errors).toEqual([]);
  });

  it('are well-formed SVG that runs nothing and loads nothing', () => {
    fc.assert(
      fc.property(drawings, (drawing) => {
        const { value, diagnostics } = readXml(
          new TextEncoder().encode(renderSvg(drawing, drawing.name)),
          'x.svg',
        );
        expect(diagnostics).toEqual([]);
        const elements = value === undefined ? [] : [...elementsWithin(value.root)];
        const names = new Set(elements.map(({ local }) => local));
        expect(
          [...names].filter(
            (name) =>
              !['svg', 'style', 'rect', 'g', 'title', 'path', 'polygon', 'text', 'tspan', 'circle'].includes(
                name,
              ),
          ),
        ).toEqual([]);
        const attributes = elements.flatMap((element) => element.attributes.map(({ name }) => name));
        expect(attributes.filter((name) => /^on|href|^style$/.test(name))).toEqual([]);
        expect(
          elements.filter((element) =>
            element.attributes.some(
              ({ name, value: text }) => name === 'class' && text.text.startsWith('box '),
            ),
          ),
        ).toHaveLength(drawing.boxes.length);
      }),
      { numRuns: 60 },
    );
  });
});
