// What can be changed in a scenario so that a value in the page, which came from one of its inputs, comes out otherwise.
import type { Scenario } from '../scenario/types.js';
import type { Plain } from '../script/engine.js';

import { defaultClock } from '../world/world.js';
import { clocksFor } from './clocks.js';
import type { Literal } from './comparisons.js';
import type { DataFlow, Source } from './data-flow.js';
import {
  withData,
  withFetch,
  withInteraction,
  withListItem,
  withStatistic,
  withTreatment,
  withUserData,
  withWorld,
} from './edit-scenario.js';
import { asConsultCall } from './outside.js';
import type { PlatformCall, RunLog } from './run-log.js';
import { around, madeUp, momentsOf, ofLength } from './values.js';

export interface VariantContext {
  readonly flow: DataFlow;
  /** Ids of the data that the page declares. */
  readonly dataIds: ReadonlySet<string>;
  /** Texts of fetched content that the page may look for. */
  readonly contents: readonly unknown[];
  /** Whether what is aimed at depends on the time as well. */
  readonly isTimed?: boolean;
}

/** Changes of one input, in the scenario of `base`, most promising first. `wanted`: literals that the condition at hand compares with. */
export function variantsOf(
  source: Source,
  base: RunLog,
  wanted: readonly Literal[],
  context: VariantContext,
): readonly Scenario[] {
  const { scenario } = base;
  const literals = [...new Set([...wanted, ...context.flow.literals(source)])];
  switch (source.kind) {
    case 'udata': {
      const values = [
        ...(context.isTimed === true ? momentsOf(scenario).slice(0, 3) : []),
        ...around(wanted).slice(0, 6),
        ...ofLength(wanted).slice(0, 3),
        ...(context.isTimed === true ? momentsOf(scenario) : []),
        ...madeUp.slice(0, 3),
        ...around(literals),
        ...ofLength(literals),
        ...madeUp,
      ];
      return [...new Set(values)].map((value) => withUserData(scenario, source.name, value));
    }
    case 'interaction':
      return interactionVariants(scenario, source.name, literals);
    case 'event':
      return replyVariants(base, source.name, literals, context);
    case 'function':
      return base.calls
        .filter(({ path }) => path === source.name)
        .flatMap((call) => callVariants(scenario, call, literals));
    case 'clock':
      return clocksFor(literals).map((clock) => ({ ...scenario, clock }));
    case 'random': {
      const draws = Math.min(Math.max(base.draws, 1), 4);
      return [0, 0.3, 0.6, 0.9, 0.999].map((draw) => ({
        ...scenario,
        random: Array<number>(draws).fill(draw),
      }));
    }
    case 'name':
      // Data that the page never sets are set from outside: options of the application.
      return context.flow.isAssigned(source.name) ? [] : dataVariants(source.name, base, wanted, context);
  }
}

/** Start values for data that the page declares. */
export function dataVariants(
  id: string,
  { scenario }: RunLog,
  wanted: readonly Literal[],
  { flow, dataIds }: VariantContext,
): readonly Scenario[] {
  if (!dataIds.has(id)) return [];
  const literals = [...wanted, ...flow.literals({ kind: 'name', name: id })].flatMap(valuesNear);
  const values = [...literals.slice(0, 4), ...extremes, ...literals];
  return [...new Set<unknown>(values)].map((value) => withData(scenario, id, value));
}

const extremes: readonly unknown[] = [true, 2147483647, null, 'x', -2147483648, 0, ''];
const valuesNear = (literal: Literal): readonly Literal[] =>
  typeof literal === 'number' ? [literal, literal + 1, literal - 1] : [literal];

const media = ['email', 'chat', 'workitem', 'voice', 'none'] as const;

function interactionVariants(
  scenario: Scenario,
  name: string,
  literals: readonly Literal[],
): readonly Scenario[] {
  const texts = around(literals).map(String);
  switch (name.toLowerCase()) {
    case 'ani':
      return texts.map((ani) => withInteraction(scenario, { ani }));
    case 'dnis':
    case 'contactedaddr':
      return texts.map((dnis) => withInteraction(scenario, { dnis }));
    case 'thisdn':
      return texts.map((thisDN) => withInteraction(scenario, { thisDN }));
    case 'callid':
      return texts.map((callid) => withInteraction(scenario, { callid }));
    case 'connid':
      return texts.map((connid) => withInteraction(scenario, { connid }));
    case 'calltype':
    case 'parentid':
      return callTypes(scenario, texts);
    case 'type':
      return [
        ...callTypes(scenario, texts),
        ...media.map((each) => withInteraction(scenario, { media: each })),
      ];
    default:
      return media.map((each) => withInteraction(scenario, { media: each }));
  }
}

const callTypes = (scenario: Scenario, texts: readonly string[]): readonly Scenario[] => [
  asConsultCall(scenario),
  ...[...new Set(['internal', ...texts])].map((calltype) => withInteraction(scenario, { calltype })),
];

/** Replies of treatments and requests that carry the field. */
function replyVariants(
  base: RunLog,
  field: string,
  literals: readonly Literal[],
  { contents }: VariantContext,
): readonly Scenario[] {
  const { scenario, actions } = base;
  const treatments = actions.filter(({ name }) => name.startsWith('dialog:'));
  const collecting = treatments.filter(({ name }) => /collect|verify|start$/.test(name));
  // What was asked last decides most often.
  const treated = [
    ...new Set((field === 'digits' ? collecting : treatments).map(({ written }) => written).reverse()),
  ];
  const match = (state: string): string => `in ${state} {`;
  if (field === 'digits') {
    const first = around(literals).slice(0, 8).map(String);
    const all = [...first, ...ofLength(literals), ...madeUp, ...around(literals).map(String)];
    const digits = [...new Set(all)].filter((text) => /^[0-9*#A-D]*$/.test(text));
    return treated.flatMap((state) =>
      digits.map((keys) => withTreatment(scenario, match(state), { digits: keys })),
    );
  }
  if (field.startsWith('extensions.')) {
    const name = field.slice('extensions.'.length);
    return treated.flatMap((state) =>
      around(literals).map((value) =>
        withTreatment(scenario, match(state), { extensions: { [name]: value } }),
      ),
    );
  }
  if (field !== 'content') return [];
  return requestsOf(base).flatMap(({ kind, url }) =>
    [...contents, ...literals].map((content) => withFetch(scenario, kind, { url, content })),
  );
}

/** The requests that a run made. */
export const requestsOf = ({
  result,
}: RunLog): readonly { readonly kind: 'fetch' | 'urs'; readonly url: string }[] =>
  result.steps
    .filter(({ kind }) => kind === 'request')
    .map(({ params: { url, method } }) => ({ kind: method === 'urs' ? 'urs' : 'fetch', url: String(url) }));

const textOf = (value: Plain): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Other results of a platform function for the arguments that the page called it with. */
function callVariants(
  scenario: Scenario,
  { path, args }: PlatformCall,
  literals: readonly Literal[],
): readonly Scenario[] {
  const [first = '', second = '', third = ''] = args.map(textOf);
  const values = around(literals);
  switch (path.split('.').at(-1)) {
    case 'getListItemValue':
    case 'listLookupValue':
      return values.map((value) =>
        withListItem(scenario, first, second, { [third === '' ? 'value' : third]: String(value) }),
      );
    case 'sData':
    case 'getAvgData':
    case 'getMinData':
    case 'getMaxData':
      return first
        .split(',')
        .flatMap((object) =>
          [...values.filter((value) => typeof value === 'number'), 1.5].map((value) =>
            withStatistic(scenario, object.trim(), second, value),
          ),
        );
    case 'getConfigOption':
      return values.map((value) =>
        withWorld(scenario, { options: { ...scenario.world?.options, [first]: String(value) } }),
      );
    case 'getuData':
      return values.map((value) => withUserData(scenario, first, value));
    case 'isSpecialDay': {
      const date = (scenario.clock ?? defaultClock).slice(0, 10);
      return [
        withWorld(scenario, { specialDays: { [first]: { [second === '' ? 'day' : second]: [date] } } }),
      ];
    }
    default:
      return [];
  }
}
