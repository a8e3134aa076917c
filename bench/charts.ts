// The pages that the interpreters are measured with. Each comes back to where it started, so that any number of events can follow.

export interface Chart {
  readonly name: string;
  readonly text: string;
  /** Names of the events, sent one after the other; after the last one the page is where it was. */
  readonly events: readonly string[];
  /** What is counted, and how often one round of the events does it. */
  readonly unit: 'events' | 'microsteps';
  readonly units: number;
  /** The innermost states that are active after each round. */
  readonly rest: readonly string[];
}

const page = (body: string, attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript" ${attributes}>\n${body}\n</scxml>\n`;

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

export const pingPong = (): Chart => ({
  name: 'flat ping-pong',
  text: page(`
<state id="ping"><transition event="ball" target="pong"/></state>
<state id="pong"><transition event="ball" target="ping"/></state>`),
  events: ['ball', 'ball'],
  unit: 'events',
  units: 2,
  rest: ['ping'],
});

/** A ring of states; each knows the next one. */
export const ring = (states: number): Chart => ({
  name: `ring of ${states} states`,
  text: page(
    numbers(states)
      .map((n) => `<state id="s${n}"><transition event="go" target="s${(n + 1) % states}"/></state>`)
      .join('\n'),
  ),
  events: numbers(states).map(() => 'go'),
  unit: 'events',
  units: states,
  rest: ['s0'],
});

const nested = (depth: number, innermost: string, transitions: string): string =>
  numbers(depth).reduceRight(
    (inner, level) => `<state id="d${level}">${level === 0 ? transitions : ''}${inner}</state>`,
    innermost,
  );

const leaves =
  '<state id="left"><transition event="flip" target="right"/></state><state id="right"><transition event="flip" target="left"/></state>';

/** The event is for the innermost state, `depth` levels deep. */
export const deepLeaf = (depth: number): Chart => ({
  name: `${depth} levels, leaf event`,
  text: page(nested(depth - 1, leaves, '')),
  events: ['flip', 'flip'],
  unit: 'events',
  units: 2,
  rest: ['left'],
});

/** The event is for the outermost state, which is left and entered again with all that it holds. */
export const deepReentry = (depth: number): Chart => ({
  name: `${depth} levels, re-entry`,
  text: page(nested(depth - 1, leaves, '<transition event="again" target="d0"/>')),
  events: ['again'],
  unit: 'events',
  units: 1,
  rest: ['left'],
});

export const regions = (count: number): Chart => ({
  name: `${count} regions`,
  text: page(
    `<parallel id="all">${numbers(count)
      .map(
        (n) =>
          `<state id="r${n}"><state id="off${n}"><transition event="toggle" target="on${n}"/></state><state id="on${n}"><transition event="toggle" target="off${n}"/></state></state>`,
      )
      .join('\n')}</parallel>`,
  ),
  events: ['toggle', 'toggle'],
  unit: 'events',
  units: 2,
  rest: numbers(count).map((n) => `off${n}`),
});

export const conditionAndAssign = (): Chart => ({
  name: 'condition and assign',
  text: page(`
<datamodel><data id="n" expr="0"/></datamodel>
<state id="count">
  <transition event="tick" cond="n &lt; 1000" target="count"><assign location="n" expr="n + 1"/></transition>
  <transition event="tick" cond="n &gt;= 1000" target="count"><assign location="n" expr="0"/></transition>
</state>`),
  events: ['tick'],
  unit: 'events',
  units: 1,
  rest: ['count'],
});

const turns = 400;

export const eventlessLoop = (): Chart => ({
  name: 'eventless loop',
  text: page(`
<datamodel><data id="n" expr="0"/></datamodel>
<state id="idle"><transition event="go" target="loop"><assign location="n" expr="0"/></transition></state>
<state id="loop">
  <transition cond="n &lt; ${turns}" target="loop"><assign location="n" expr="n + 1"/></transition>
  <transition cond="n &gt;= ${turns}" target="idle"/>
</state>`),
  events: ['go'],
  unit: 'microsteps',
  // In, around, and back.
  units: turns + 2,
  rest: ['idle'],
});

/** Blocks that each compute, run a script and choose between two ways on, as pages of strategies do. */
export const strategy = (blocks: number): Chart => ({
  name: `${blocks} blocks of a strategy`,
  text: page(`
<datamodel><data id="calls" expr="0"/><data id="attempts" expr="0"/><data id="product" expr="'none'"/></datamodel>
<state id="idle"><transition event="call" target="b0"/></state>
${numbers(blocks)
  .map((n) => {
    const next = n + 1 < blocks ? `b${n + 1}` : 'idle';
    return `<state id="b${n}">
  <onentry>
    <assign location="attempts" expr="attempts + 1"/>
    <script>calls = calls + 1; product = 'gold_' + ${n};</script>
  </onentry>
  <transition cond="attempts &lt; 0" target="idle"/>
  <transition cond="attempts &gt;= 0 &amp;&amp; product !== 'none'" target="${next}"/>
</state>`;
  })
  .join('\n')}`),
  events: ['call'],
  unit: 'microsteps',
  units: blocks + 1,
  rest: ['idle'],
});

/** A page to be loaded: states in groups, with conditions and assignments. */
export const large = (states: number): Chart => ({
  name: `load of ${states} states`,
  text: page(`
<datamodel><data id="n" expr="0"/></datamodel>
${numbers(states)
  .map(
    (n) =>
      `<state id="s${n}"><onentry><assign location="n" expr="n + ${n % 7}"/></onentry><transition event="go.${n % 10}" cond="n &gt;= 0" target="s${(n + 1) % states}"/></state>`,
  )
  .join('\n')}`),
  events: [],
  unit: 'events',
  units: 0,
  rest: ['s0'],
});
