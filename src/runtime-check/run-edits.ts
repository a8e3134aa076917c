// Changes to a scenario that stand for what somebody does to a run: each is written into the scenario at its moment, so that the scenario tells all.
import type { ScenarioHappening } from './scenario/interaction-types.js';
import type { FetchAnswer } from './scenario/answer-types.js';
import type { At, ScenarioAgent } from './scenario/workforce-types.js';
import type { Scenario, ScenarioAnswers, TreatmentAnswer } from './scenario/types.js';
import type { AgentState } from './world/agent-state.js';

export type Edit = (scenario: Scenario) => Scenario;

/** An event comes from outside. */
export const sendEvent = (
  at: number,
  name: string,
  data: Readonly<Record<string, unknown>> | undefined,
): Edit =>
  changeAnswers(({ events = [] }) => ({
    events: [...events, { at, name, ...(data === undefined ? {} : { data }) }],
  }));

/** Something happens to the interaction: the caller hangs up, user data are changed, ... */
export const letHappen =
  (at: number, what: ScenarioHappening): Edit =>
  (scenario) => ({ ...scenario, happenings: [...(scenario.happenings ?? []), { at, ...what }] });

/** An agent is in another state from now on; one that the scenario does not know is added to it. */
export const setAgentState =
  (at: number, id: string, state: AgentState, more: Partial<ScenarioAgent> = {}): Edit =>
  (scenario) => {
    const agents = scenario.world?.agents ?? [];
    const known = agents.find((agent) => agent.id === id) ?? { id };
    const { ready: _ready, loggedIn: _loggedIn, ...rest } = known;
    const states = [...statesOf(known).filter((change) => change.at !== at), { at, value: state }];
    const changed = { ...rest, ...more, state: states.sort((a, b) => a.at - b.at) };
    const next = agents.some((agent) => agent.id === id)
      ? agents.map((agent) => (agent.id === id ? changed : agent))
      : [...agents, changed];
    return { ...scenario, world: { ...scenario.world, agents: next } };
  };

/** The states of an agent over time, however the scenario writes them; from the beginning. */
function statesOf({ ready, state, loggedIn }: ScenarioAgent): readonly At<AgentState>[] {
  if (loggedIn === false) return [{ at: 0, value: 'loggedOut' }];
  if (state !== undefined) return isList(state) ? begun(state, 'notReady') : [{ at: 0, value: state }];
  const word = (value: boolean): AgentState => (value ? 'ready' : 'notReady');
  if (ready === undefined || typeof ready === 'boolean') return [{ at: 0, value: word(ready ?? false) }];
  const changes = ready.map(({ at, value }) => ({ at, value: word(value) }));
  const first = ready.toSorted((a, b) => a.at - b.at)[0];
  // Before its first change a truth is the opposite.
  return begun(changes, word(first?.value === false));
}

const begun = (changes: readonly At<AgentState>[], before: AgentState): readonly At<AgentState>[] =>
  changes.some(({ at }) => at === 0) ? changes : [{ at: 0, value: before }, ...changes];

const isList = (value: AgentState | readonly At<AgentState>[]): value is readonly At<AgentState>[] =>
  typeof value !== 'string';

/** What the treatment of that number comes to. It goes before what the scenario says of it. */
export const answerTreatment = (nth: number, answer: TreatmentAnswer): Edit =>
  changeAnswers(({ treatments = [] }) => ({ treatments: [{ nth, ...answer }, ...without(treatments, nth)] }));

/** What the request of that number comes to. */
export const answerRequest = (kind: 'fetch' | 'urs', nth: number, answer: FetchAnswer): Edit =>
  changeAnswers((answers) => ({ [kind]: [{ nth, ...answer }, ...without(answers[kind] ?? [], nth)] }));

/** The action of that number fails. */
export const failAction = (action: string, nth: number, error: string | undefined): Edit =>
  changeAnswers(({ failures = [] }) => ({
    failures: [{ action, nth, ...(error === undefined ? {} : { error }) }, ...failures],
  }));

// An answer for one turn alone gives way to a later one for the same.
const without = <T extends { readonly nth?: number }>(answers: readonly T[], nth: number): readonly T[] =>
  answers.filter((answer) => answer.nth !== nth);

const changeAnswers =
  (change: (answers: ScenarioAnswers) => Partial<ScenarioAnswers>): Edit =>
  (scenario) => {
    const answers = scenario.answers ?? {};
    return { ...scenario, answers: { ...answers, ...change(answers) } };
  };
