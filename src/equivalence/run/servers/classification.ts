// What the classification server finds in a text, and how it is attached (docs/messages.md, Classification).
import type { ClassificationAnswer } from '../../../runtime-check/scenario/answer-types.js';
import type { Flow } from '../flow.js';
import type { SourceSession } from '../session.js';
import { act, refuse } from './action.js';

export interface Category {
  readonly id: string;
  readonly name: string;
  /** 1 to 100. */
  readonly relevancy: number;
}

const lastCategories = 'classification.categories';

/** The categories of the last Classify; none before the first. */
export const categoriesKept = ({ state }: SourceSession): readonly Category[] =>
  (state.notes.get(lastCategories) as readonly Category[] | undefined) ?? []; // only `keepCategories` writes it

export function keepCategories({ state }: SourceSession, categories: readonly Category[]): void {
  state.notes.set(lastCategories, categories);
}

/** Asks for the categories below a root. */
export function* classify(session: SourceSession, root: string, server: string): Flow<readonly Category[]> {
  const answer = yield* ask(session, 'classification:classify', {
    root,
    ...(server === '' ? {} : { server }),
  });
  return (answer?.categories ?? []).map(({ name, id, relevancy }) => ({
    name,
    id: id ?? name,
    relevancy: relevancy ?? 100,
  }));
}

export interface Screening {
  readonly root?: string;
  readonly server?: string;
}

/** Asks which screening rules fit; gives their names. */
export function* screen(session: SourceSession, screening: Screening): Flow<readonly string[]> {
  const given = Object.entries(screening).filter(([, value]) => value !== '');
  const answer = yield* ask(session, 'classification:screen', Object.fromEntries(given));
  return (answer?.rules ?? []).filter(({ match }) => match).map(({ name }) => name);
}

function* ask(
  session: SourceSession,
  element: 'classification:classify' | 'classification:screen',
  params: Readonly<Record<string, string>>,
): Flow<ClassificationAnswer | undefined> {
  const { world } = session;
  const values = { interactionid: session.interaction().id, ...params };
  yield* act(session, element, values);
  if (element === 'classification:classify' && params['root'] === '')
    yield* refuse(session, element, 'Request Invalid', 'The root category is empty.');
  const answer = world.answers.classification(`${element} ${JSON.stringify(values)}`);
  yield* session.pause(answer?.lasts ?? 0, 'the classification');
  if (answer?.error !== undefined)
    yield* refuse(session, element, answer.error, `The classification failed: ${answer.error}.`);
  return answer;
}

/** Attaches categories: each under a key of its own, and the most relevant one. */
export function attachCategories({ data }: SourceSession, categories: readonly Category[]): void {
  for (const { id, relevancy } of categories) data.update(`Ctg_${id}`, String(relevancy));
  const [first, ...others] = categories;
  if (first === undefined) return;
  const best = others.reduce((a, b) => (b.relevancy > a.relevancy ? b : a), first);
  data.update('CtgId', best.id);
  data.update('CtgName', best.name);
  data.update('CategoryName', best.name);
  data.update('CtgRelevancy', String(best.relevancy));
}

/** Attaches the first of the wanted rules that fits, any when none is named; empty when none fits. Gives its name. */
export function attachRule(
  { data }: SourceSession,
  fitting: readonly string[],
  wanted: readonly string[],
): string {
  const rule = (wanted.length === 0 ? fitting : wanted.filter((name) => fitting.includes(name)))[0] ?? '';
  data.update('ScreenRuleName', rule);
  return rule;
}
