// An estate of strategies that nobody has, and the truth about it: how much of what stands where, which defects, which copies, which calls.
import * as blocks from './blocks.mjs';
import { openDraws } from './draw.mjs';

/** Defects by the code of the finding that they cause. `make` gives the block that has it. */
const defects = {
  IRD2150: (draws) => blocks.selection(draws, { timeout: null }),
  IRD2151: (draws) => blocks.selection(draws, { timeout: 0 }),
  IRD2152: (draws) => blocks.selection(draws, { level: 0 }),
  IRD2110: () => blocks.busyLoop(),
  IRD2120: (draws) => blocks.subroutine(`Lost routine ${draws.between(1, 9)}`),
  IRD3003: () => blocks.unknownObject(),
};
const shareOfDefects = 0.12;
const shareOfCopies = 0.04;
const shareOfNearCopies = 0.03;
const deadBlocks = 0.08;

/**
 * Gives `{ file, text }` for each file of the estate, in order, and returns the truth about all of them. `count` strategies, subroutines included.
 */
export function* generateEstate({ count, seed }) {
  const draws = openDraws(seed);
  const truth = {
    count,
    seed,
    strategies: 0,
    subroutines: 0,
    blocks: 0,
    byType: {},
    uses: {},
    defects: Object.fromEntries([...Object.keys(defects), 'IRD2103'].map((code) => [code, 0])),
    defectPlaces: [],
    calls: [],
    missing: [],
    copies: [],
    nearCopies: [],
  };
  const subroutines = Math.min(count - 1, Math.max(2, Math.floor(count / 25)));
  const routines = [];
  const made = [];
  for (let number = 1; number <= count; number++) {
    const isSubroutine = number <= subroutines;
    const name = `${isSubroutine ? 'Routine' : 'Line'} ${String(number).padStart(5, '0')}`;
    const folder = `part-${String(Math.ceil(number / 500)).padStart(2, '0')}`;
    const file = `${folder}/${name.replace(' ', '-').toLowerCase()}.xml`;
    const drawn = isSubroutine
      ? newBody(draws, number, routines, true)
      : bodyOf(draws, number, routines, made);
    const { body, of, near } = drawn;
    if (of !== undefined) truth.copies.push([of, name]);
    if (near !== undefined) truth.nearCopies.push([near, name]);
    record(truth, { name, file, body, isSubroutine });
    if (isSubroutine) routines.push(name);
    else if (made.length < 200) made.push({ name, body });
    yield { file, text: xmlOf(name, body, isSubroutine) };
  }
  truth.calls.sort(byText);
  truth.missing = [...new Set(truth.missing)].sort();
  return truth;
}

const byText = (a, b) => (a.join('\n') < b.join('\n') ? -1 : 1);

function bodyOf(draws, number, routines, made) {
  if (made.length > 0 && draws.chance(shareOfCopies)) {
    const { name, body } = draws.pick(made);
    return { body, of: name };
  }
  const large = made.filter(({ body }) => body.length >= 30);
  if (large.length > 0 && draws.chance(shareOfNearCopies)) {
    const { name, body } = draws.pick(large);
    // One announcement and the number of last resort differ.
    const changed = body.map((block, index) =>
      index === 1 ? blocks.defaultDestination(numberOf(number)) : block,
    );
    return { body: changed, near: name };
  }
  return newBody(draws, number, routines, false);
}

const numberOf = (number) => `555${String(number).padStart(5, '0')}`;

/** A new strategy: a chain with branches that skip a block, Selections that go on when nobody is free, and at times a defect. */
function newBody(draws, number, routines, isSubroutine) {
  const size = isSubroutine ? draws.size(10, 0.4, 5, 40) : draws.size(32, 0.75, 5, 300);
  const body = [blocks.entry(), blocks.defaultDestination(numberOf(number))];
  const tail = isSubroutine ? [blocks.exit()] : [blocks.selection(draws), blocks.lastResort()];
  const middle = size - body.length - tail.length;
  const defect = middle > 2 && draws.chance(shareOfDefects) ? draws.pick(Object.keys(defects)) : undefined;
  const at = draws.between(1, Math.max(1, middle - 2));
  const isDead = middle > 3 && draws.chance(deadBlocks);
  for (let index = 0; index < middle; index++) {
    if (defect !== undefined && index === at) body.push({ ...defects[defect](draws), defect });
    else if (isDead && index === middle - 1) body.push({ ...blocks.announce(draws), ports: {}, dead: true });
    else if (routines.length > 0 && draws.chance(0.05)) body.push(blocks.subroutine(draws.often(routines)));
    else if (!isSubroutine && draws.chance(0.06)) body.push(blocks.selection(draws));
    else body.push(draws.pick(blocks.usual)(draws));
  }
  return { body: [...body, ...tail] };
}

function record(truth, { name, file, body, isSubroutine }) {
  truth[isSubroutine ? 'subroutines' : 'strategies'] += 1;
  truth.blocks += body.length;
  const calls = new Map();
  for (const block of body) {
    truth.byType[block.type] = (truth.byType[block.type] ?? 0) + 1;
    for (const [kind, used] of block.uses) {
      const names = (truth.uses[kind] ??= {});
      names[used] = (names[used] ?? 0) + 1;
    }
    if (block.call !== undefined) calls.set(block.call, (calls.get(block.call) ?? 0) + 1);
    if (block.call?.startsWith('Lost')) truth.missing.push(block.call);
    const code = block.dead ? 'IRD2103' : block.defect;
    if (code === undefined) continue;
    truth.defects[code] += 1;
    truth.defectPlaces.push({ code, file, strategy: name, block: String(101 + body.indexOf(block)) });
  }
  for (const [called, times] of calls) truth.calls.push([name, called, String(times)]);
}

function xmlOf(name, body, isSubroutine) {
  const idOf = (index) => String(101 + index);
  /** The next block that control can come to: dead ones are passed over. */
  const after = (index, steps) => {
    let at = index;
    for (let left = steps; left > 0 && at < body.length - 1; left--) {
      at += 1;
      while (body[at]?.dead) at += 1;
    }
    return at;
  };
  const target = (where, index) => {
    if (where === 'next') return after(index, 1);
    if (where === 'skip') return after(index, 2);
    return where === 'back' ? index : undefined;
  };
  const objects = body.map(
    ({ type, xml }, index) =>
      `      <Object id="${idOf(index)}" type="${type}" name="${blocks.escapeXml(`${type} ${index + 1}`)}" x="60" y="${40 + 90 * index}"${xml === '' ? '/>\n' : `>\n${xml}      </Object>\n`}`,
  );
  const links = body.flatMap(({ ports, dead }, index) =>
    Object.entries(ports).flatMap(([port, where]) => {
      const to = dead ? undefined : target(where, index);
      return to === undefined
        ? []
        : [`      <Link id="${port}${index}" from="${idOf(index)}" port="${port}" to="${idOf(to)}"/>\n`];
    }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<IRDExport version="8.1.400">
  <Strategy name="${blocks.escapeXml(name)}" type="${isSubroutine ? 'subroutine' : 'strategy'}">
    <Variables>
      <Variable name="note" type="STRING" scope="local" description=""/>
    </Variables>
    <Objects>
${objects.join('')}    </Objects>
    <Links>
${links.join('')}    </Links>
  </Strategy>
</IRDExport>
`;
}
