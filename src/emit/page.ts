// Puts a page together: data, frame, states of blocks and of embedded subroutines, and a header that says where it came from.
import type { Variable } from '../ir/nodes.js';
import * as js from '../mappings/js.js';
import type { MappedBlock, MappedPage, MappedStrategy } from '../mappings/map-strategy.js';
import { placeholderEvent } from '../mappings/placeholder.js';
import { ownVariables, sharedName, sharedVariables } from '../mappings/script-variables.js';
import { emptyValue, startLiteral, variableName } from '../mappings/start-values.js';
import type { Action, DataItem, Page, StateNode } from '../mappings/target-tree.js';
import { goesOnRouted } from './frame/coming-back.js';
import { answers, home, lastError, lost, set } from './frame/data-items.js';
import { frameLibrary, frameStates, goesOnLost, type FrameParts } from './frame/states.js';

/** Whether what needs review stands as comment at the spot. The strategy's own comments always do. */
export type Notes = 'none' | 'all';

export interface PageOptions {
  readonly notes: Notes;
  readonly version: string;
  /** Names that were exchanged before the strategy was mapped, and the table that says so. */
  readonly renamed?: {
    readonly file: string;
    readonly uses: readonly { readonly kind: string; readonly old: string; readonly new: string }[];
  };
}

/** Builds the page of a mapped strategy. Undefined when the strategy has no start block. */
export function buildPage(mapped: MappedPage, options: PageOptions): Page | undefined {
  const { strategy } = mapped.root;
  if (mapped.root.entry === undefined) return undefined;
  const parts: FrameParts = {
    entry: mapped.root.entry,
    states: [mapped.root, ...mapped.subroutines].flatMap((m) => statesOf(m, mapped, options.notes)),
    submits: mapped.submits,
    waits: mapped.waits,
    redirects: mapped.options.selection === 'redirect',
    defaultRoutesVoice: mapped.options.assumptions['end.voice'] !== 'stays at the routing point',
    handlers: mapped.root.blocks.flatMap((b) => b.region.handlers ?? []),
    restart: restart(mapped),
    hooks: mapped.shared.has('hook') ? mapped.hooks : undefined,
    everyLoss: mapped.options.assumptions['abandoned.event'] === 'every loss',
  };
  return {
    name: strategy.id,
    header: header(mapped, options),
    initial: 'ird_page',
    data: [
      ...frameData(mapped),
      ...(goesOnRouted(parts) ? [home] : []),
      ...(goesOnLost(parts) ? [lost(parts)] : []),
      ...(mapped.lifts ? [answers] : []),
      ...settings(mapped),
      ...(segmentsErrors(mapped) ? [lastError] : []),
      ...[...mapped.shared].map(([name, about]) => ({
        id: `ird_${name}`,
        value: js.text(''),
        comment: about,
      })),
      ...variables(ownVariables(strategy.variables), strategy.language),
      ...sharedData(mapped),
    ],
    library: [
      ...new Set([...mapped.library, ...frameLibrary(parts), ...(segmentsErrors(mapped) ? ['errorOf'] : [])]),
    ],
    globals: strategy.language === 'ecmascript' ? composerGlobals(strategy.variables) : [],
    states: frameStates(parts),
  };
}

function statesOf(part: MappedStrategy, mapped: MappedPage, notes: Notes): readonly StateNode[] {
  const waits = new Set(mapped.waits);
  const segments = segmentsErrors(mapped);
  const states = inOrderOfFlow(part)
    .flatMap((b) => b.region.states)
    .map((s) => (waits.has(s.id) ? marksWait(s) : s))
    .map((s) => (segments ? keepsErrors(s) : s));
  const all = [...states, ...part.extra];
  return notes === 'all' ? all : all.map((s) => ({ ...s, notes: [] }));
}

/** The order in which a reader follows the flow: from the start, each port's way to its end before the next port's. */
function inOrderOfFlow(part: MappedStrategy): readonly MappedBlock[] {
  const byId = new Map(part.blocks.map((b) => [b.block.id, b]));
  const ordered = new Set<MappedBlock>();
  const open = [part.strategy.entry];
  while (open.length > 0) {
    const next = byId.get(open.pop() ?? '');
    if (next === undefined || ordered.has(next)) continue;
    ordered.add(next);
    open.push(...next.block.ports.map((p) => p.target).toReversed());
  }
  return [...ordered, ...part.blocks.filter((b) => !ordered.has(b))];
}

/** A later `interaction.present` comes back to the state that waited last. */
function marksWait(state: StateNode): StateNode {
  const mark: Action = { kind: 'assign', location: js.path('_data.ird_waiting'), value: js.text(state.id) };
  const [log, ...rest] = state.onentry ?? [];
  return { ...state, onentry: log ? [log, mark, ...rest] : [mark] };
}

/** An Error Segmentation of the page asks which error a block has met. */
const segmentsErrors = ({ library }: MappedPage): boolean =>
  library.has('isError') || library.has('lastError');

/** Ways out by an error, or by the end of a wait, keep what they left by. */
function keepsErrors(state: StateNode): StateNode {
  const keep: Action = {
    kind: 'assign',
    location: js.path('_data.ird_error'),
    value: js.call('ird.errorOf', js.path('_event')),
  };
  const transitions = state.transitions?.map((t) =>
    /^error\b|\.timeout$/.test(t.event ?? '') && t.event !== placeholderEvent && t.isAnswer === undefined
      ? { ...t, actions: [keep, ...(t.actions ?? [])] }
      : t,
  );
  return transitions ? { ...state, transitions } : state;
}

/** Where settings travel, on pages that have some. */
const settings = ({ library }: MappedPage): readonly DataItem[] =>
  ['set', 'setting', 'excludeAgents', 'extension', 'incrementPriority', 'beginWait'].some((name) =>
    library.has(name),
  )
    ? [set]
    : [];

function frameData(mapped: MappedPage): readonly DataItem[] {
  const item = (id: string, value: js.Js, comment?: string): DataItem =>
    comment === undefined ? { id: `ird_${id}`, value } : { id: `ird_${id}`, value, comment };
  const always = [
    item('ixn', js.text(''), 'The interaction, and the DN where it stands.'),
    item('dn', js.text('')),
    item('voice', js.boolean(false)),
    item('presented', js.boolean(false)),
    item(
      'default_destination',
      js.text(''),
      'Where default routing sends the call; empty: what the platform calls default.',
    ),
    item('routed', js.boolean(false)),
    item('done', js.text('')),
    item('choice', js.number(0)),
    item(
      'requests',
      js.object({}),
      'Request ids by block, and which submits are open: pending, live or kept.',
    ),
    item('live', js.object({})),
    item('waiting', js.text('')),
    item('target', js.text('')),
  ];
  const macros = mapped.subroutines.some(isCopy)
    ? [item('macros', js.object({}), 'Variables of macros, by the block that uses each.')]
    : [];
  return mapped.subroutines.every(isCopy)
    ? [...always, ...macros]
    : [
        ...always,
        ...macros,
        item('stack', js.array(), 'Frames of subroutine calls; the current one, and the last that returned.'),
        item('local', js.object({})),
        item('returned', js.object({})),
      ];
}

/** Data that whoever runs the page gives it: addresses, and what a server asks for. */
const isGiven = (name: string): boolean => /_(url|authorization)$/.test(name);

/** What a strategy that starts again finds as at its first start; what the frame knows of the interaction stays, and so does what the page was given. */
function restart(mapped: MappedPage): readonly Action[] {
  const { variables: declared, language } = mapped.root.strategy;
  const own = frameData(mapped).filter(({ id }) =>
    /^ird_(done|choice|target|macros|stack|local|returned)$/.test(id),
  );
  const shared = [...mapped.shared.keys()].filter((name) => !isGiven(name));
  return [
    ...own,
    ...settings(mapped),
    ...(segmentsErrors(mapped) ? [lastError] : []),
    ...shared.map((name) => ({ id: `ird_${name}`, value: js.text('') })),
    ...variables(ownVariables(declared), language),
    ...sharedData(mapped),
  ].flatMap(({ id, value }) =>
    value === undefined ? [] : [{ kind: 'assign', location: js.path(`_data.${id}`), value }],
  );
}

function variables(declared: readonly Variable[], language: 'ird' | 'ecmascript'): readonly DataItem[] {
  if (language === 'ecmascript') return [];
  return declared.map((v) => ({
    id: variableName(v),
    value: startLiteral(v) ?? emptyValue(v.type),
    from: v.nodeId,
    comment: [`${v.name}: ${v.declaredType || v.type}`, v.description].filter((s) => s !== '').join(', '),
  }));
}

/** Variables that the strategies of the page share. One whose start must be computed is open until the first Entry that declares it. */
const sharedData = ({ root, subroutines }: MappedPage): readonly DataItem[] =>
  sharedVariables([root, ...subroutines].map(({ strategy }) => strategy.variables)).map((v) => ({
    id: sharedName(v),
    value: startLiteral(v) ?? js.path('undefined'),
    ...(root.strategy.variables.includes(v) ? { from: v.nodeId } : {}),
    comment: [`${v.name}: ${v.declaredType || v.type}, shared by all strategies of the page`, v.description]
      .filter((s) => s !== '')
      .join(', '),
  }));

/** `system` and the user's variables, as Composer's own pages declare them. */
function composerGlobals(declared: readonly Variable[]): readonly js.Statement[] {
  const names = declared.map((v) => v.name).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
  return [js.rawStatement('var system = {};'), ...names.map((name) => js.rawStatement(`var ${name};`))];
}

function header(mapped: MappedPage, options: PageOptions): readonly string[] {
  const { strategy } = mapped.root;
  const file = strategy.source.file.split(/[\\/]/).at(-1) ?? '';
  const { profile } = strategy.source;
  const onPage = new Set(mapped.root.blocks.map(({ block }) => block.id));
  const skipped = strategy.blocks.filter((b) => !b.reachable).map((b) => b.caption || b.id);
  const counts = new Map<string, number>();
  for (const { account } of mapped.root.blocks) {
    counts.set(account.disposition, (counts.get(account.disposition) ?? 0) + 1);
  }
  const summary = [...counts].map(([name, n]) => `${n} ${name}`).join(', ');
  return [
    `${strategy.kind} "${strategy.name}", converted from ${file} by ird2scxml ${options.version}.`,
    `Read with ${profile.name} (${profile.evidence}). Blocks: ${summary}.`,
    ...renamedLine(options),
    ...embeddedLines(mapped),
    ...(skipped.length > 0
      ? [`Not reached from the start, so not on this page: ${skipped.join(', ')}.`]
      : []),
    ...strategy.comments.filter((c) => c.block === undefined || !onPage.has(c.block)).map((c) => c.text),
  ];
}

/** A copy of a macro. */
const isCopy = ({ strategy }: MappedStrategy): boolean => strategy.kind === 'macro';

/** The subroutines of the page, and the strategies that it switches to. */
function embeddedLines({ subroutines, hooks }: MappedPage): readonly string[] {
  const atLoss = subroutines.filter(({ entry }) => hooks.some((hook) => hook.entry === entry));
  const others = subroutines.filter((part) => !isCopy(part) && !atLoss.includes(part));
  const names = (isJump: boolean): string =>
    others
      .filter(({ strategy }) => (strategy.kind === 'strategy') === isJump)
      .map(({ strategy }) => strategy.name)
      .join(', ');
  const [called, jumped] = [names(false), names(true)];
  const uses = new Map<string, number>();
  for (const { strategy } of subroutines.filter(isCopy))
    uses.set(strategy.name, (uses.get(strategy.name) ?? 0) + 1);
  const expanded = [...uses].map(([name, n]) => (n === 1 ? name : `${name} (${n} times)`)).join(', ');
  return [
    ...(called === '' ? [] : [`Embedded subroutines: ${called}.`]),
    ...(expanded === '' ? [] : [`Expanded macros: ${expanded}.`]),
    ...(jumped === '' ? [] : [`Strategies that it switches to: ${jumped}.`]),
    ...(hooks.length === 0
      ? []
      : [`Run when the call is lost: ${hooks.map(({ name }) => name).join(', ')}.`]),
  ];
}

/** What was renamed, by the base name of the table: pages do not depend on the working directory. */
function renamedLine({ renamed }: PageOptions): readonly string[] {
  if (renamed === undefined || renamed.uses.length === 0) return [];
  const file = renamed.file.split(/[\\/]/).at(-1) ?? '';
  const uses = renamed.uses.map((use) => `${use.kind} "${use.old}" is "${use.new}"`);
  return [`Renamed by ${file}: ${uses.join('; ')}.`];
}
