// What a block asks of others comes out otherwise: actions fail with each error that they have, treatments bring digits and errors, servers answer otherwise,
// late or not at all.
import { withAnswers, withFailure, withTreatment } from '../../runtime-check/explore/edit-scenario.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import { actions } from '../../runtime-check/validate/catalogue/index.js';
import type { AskedAnswer } from '../run/observer.js';
import type { Move, MoveBase } from './move.js';
import { answered, keysOf, requestsIn } from './server-answers.js';
import { treatedIn } from './treated-in.js';
import { digitsOf } from './values.js';

export function* answerMoves(base: MoveBase): Generator<Move> {
  const { log, block } = base;
  const { scenario } = log;
  for (const { ask, nth } of asksIn(base)) {
    switch (ask.what) {
      case 'failure':
        // The first error every time, the others where they are asked for.
        for (const error of [undefined, ...errorsOf(ask.action)])
          yield {
            scenario: withFailure(scenario, ask.action, nth, error),
            words: `${ask.action} fails${error === undefined ? '' : ` (${error})`}`,
          };
        yield { scenario: withFailure(scenario, ask.action, undefined), words: `${ask.action} always fails` };
        break;
      case 'treatment':
        yield* treatmentMoves(ask.description, base);
        break;
      case 'delivery':
        for (const answer of [
          ...errorsOf('ixn:redirect').map((error) => ({ error })),
          { lasts: 5 },
          { error: 'unknown', times: 1 },
        ])
          yield {
            scenario: withAnswers(scenario, {
              deliveries: [{ to: ask.names[0] ?? '', ...answer }, ...(scenario.answers?.deliveries ?? [])],
            }),
            words: `the delivery comes to ${Object.values(answer).join(' ')}`,
          };
        break;
      case 'classification':
        yield {
          scenario: withAnswers(scenario, { classification: [{ error: 'Request Invalid' }] }),
          words: 'nothing is classified',
        };
        for (const name of base.literals.slice(0, 10))
          yield {
            scenario: withAnswers(scenario, {
              classification: [{ categories: [{ name, id: name, relevancy: 80 }] }],
            }),
          };
        break;
      case 'elasticsearch':
      case 'fetch':
        break;
    }
  }
  for (const request of requestsIn(log, block)) {
    const members = keysOf(block);
    const contents: readonly unknown[] = [
      '',
      ...base.literals.slice(0, 12),
      ...(Object.keys(members).length === 0
        ? []
        : [members, {}, [members], JSON.stringify(members), mapped(members, '7x'), mapped(members, '')]),
      ...base.literals.slice(0, 12).map((text) => mapped(members, text)),
    ];
    for (const content of contents) yield { scenario: answered(scenario, request, { content }) };
    yield { scenario: answered(scenario, request, { error: 'failed' }), words: 'the server fails' };
    yield {
      scenario: answered(scenario, request, { content: members, lasts: 1 }),
      words: 'the server takes a second',
    };
    yield {
      scenario: answered(scenario, request, { content: members, lasts: 3000 }),
      words: 'the server answers too late',
    };
  }
}

const mapped = (members: Readonly<Record<string, string>>, text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(members).map((key) => [key, text] as const));

/** What the block asked for, each once, with which execution of its action it was. */
function asksIn({ log, block }: MoveBase): readonly { readonly ask: AskedAnswer; readonly nth: number }[] {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return log.asked.flatMap(({ block: own, ask }) => {
    const what = ask.what === 'failure' ? ask.action : ask.what;
    const nth = (counts.get(what) ?? 0) + 1;
    counts.set(what, nth);
    const key = ask.what === 'treatment' ? ask.description : what;
    if (own !== block || seen.has(key) || seen.size > 6) return [];
    seen.add(key);
    return [{ ask, nth }];
  });
}

const errorsOf = (action: string): readonly string[] => actions.get(action)?.errors?.words ?? [];

function* treatmentMoves(description: string, { log, block, literals, code }: MoveBase): Generator<Move> {
  const { scenario } = log;
  const match = treatedIn(block);
  const element = /^[a-z]+:[a-z]+/.exec(description)?.[0] ?? '';
  const treat = (changes: Parameters<typeof withTreatment>[2]): Scenario =>
    withTreatment(scenario, match, changes);
  const digits = [
    ...new Set([
      ...literals.filter((text) => /^[\d*#]{1,16}$/.test(text)),
      '',
      '1',
      '2',
      '9',
      '0',
      '12',
      '1234',
      // Keypads of telephones may have letters; strategies may count on a length.
      '1D',
      digitsOf(64),
    ]),
  ];
  if (/collect|input/.test(element + description.slice(0, 60)) || 'result' in block.properties)
    for (const each of digits.slice(0, 24)) yield { scenario: treat({ digits: each }) };
  const errors = errorsOf(element);
  for (const error of errors.length === 0 ? errorsOf('dialog:start') : errors)
    yield { scenario: treat({ error }), words: `the treatment fails (${error})` };
  for (const lasts of [0, 45])
    yield { scenario: treat({ lasts }), words: `the treatment lasts ${String(lasts)} s` };
  if (block.type !== 'PlayApplication' && block.type !== 'IVR') return;
  const keys = code.blocks.flatMap(({ block: other }) =>
    code
      .expressions(other)
      .flatMap((expr) =>
        expr.kind === 'call' && expr.args[0]?.kind === 'string' ? [expr.args[0].value] : [],
      ),
  );
  for (const key of new Set(keys)) {
    for (const text of literals.slice(0, 8)) {
      yield { scenario: treat({ extensions: { [key]: text } }) };
      yield { scenario: treat({ udata: { [key]: text } }) };
    }
  }
}
