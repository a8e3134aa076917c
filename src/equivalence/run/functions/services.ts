// Functions that ask a server, known by name only: each makes the request of the object of the same meaning. Their arguments stand in the order server, what
// is asked for, its parameters (assumption `service-functions.arguments`).
import type { Expr } from '../../../ir/nodes.js';
import { toText, type IrdValue } from '../../evaluate/values.js';
import { functionValue, membersOf } from '../servers/answers.js';
import { askServer, usualTimeout } from '../servers/ask.js';
import { attachCategories, attachRule, classify, screen } from '../servers/classification.js';
import { addRecord, askAboutRecord } from '../servers/outbound.js';
import { callService, userData } from '../servers/requests.js';
import type { Flow, RunFunction, SourceSession } from '../session.js';
import type { FunctionFamily } from './define.js';

/** Arguments as they are sent: truth as IRD stores it. */
const sent = (value: IrdValue): string | number => (typeof value === 'boolean' ? Number(value) : value);

const textAt = (args: readonly IrdValue[], position: number): string => toText(args[position] ?? '');

/** A telephone number as text: one that is written as a number keeps its digits. */
const numberAt = (args: readonly IrdValue[], position: number, exprs: readonly Expr[]): string => {
  const expr = exprs[position];
  return expr?.kind === 'number' ? expr.raw : textAt(args, position);
};

/** The function, with the note that the order of its arguments is assumed. */
const assumed =
  (
    run: (args: readonly IrdValue[], session: SourceSession, exprs: readonly Expr[]) => Flow<IrdValue>,
  ): RunFunction =>
  (args, { session }, call) => {
    session.assume('service-functions.arguments');
    return run(args, session, call.args);
  };

const database = (word: 'query' | 'procedure'): RunFunction =>
  assumed(function* (args, session) {
    // A single argument says what is asked for.
    const [accessPoint = '', asked = '', ...further] = args.length > 1 ? args : ['', ...args];
    const answer = yield* callService(session, {
      at: 'ird_service_url',
      service: 'DatabaseWizard',
      parameters: {
        accessPoint: sent(accessPoint),
        [word]: sent(asked),
        parameters: Object.fromEntries(further.map((value, index) => [String(index + 1), sent(value)])),
      },
      withUserData: false,
      timeout: usualTimeout,
    });
    return functionValue(answer);
  });

export const services: FunctionFamily = {
  DBQuery: database('query'),
  DBStoredProcedure: database('procedure'),
  ESPRequest: assumed(function* (args, session) {
    const answer = yield* askServer(session, {
      method: 'esp',
      url: textAt(args, 0),
      params: {
        Service: sent(args[1] ?? ''),
        Method: sent(args[2] ?? ''),
        Parameters: membersOf(textAt(args, 3)),
        UserData: userData(session),
      },
      timeout: usualTimeout,
    });
    return functionValue(answer);
  }),
  WebService: assumed(function* (args, session) {
    const given = args[1];
    const answer = yield* askServer(session, {
      url: textAt(args, 0),
      timeout: usualTimeout,
      ...(given === undefined
        ? { method: 'get' }
        : { method: 'post', body: JSON.stringify(membersOf(toText(given))) }),
    });
    return functionValue(answer);
  }),
  DoNotCall: assumed(function* (args, session, exprs) {
    const fields = args.length === 0 ? {} : { GSW_PHONE: numberAt(args, 0, exprs) };
    yield* askAboutRecord(session, 'DoNotCall', fields, usualTimeout);
    return '';
  }),
  AddRecord: assumed(function* (args, session, exprs) {
    const fields = args.length < 2 ? {} : { GSW_PHONE: numberAt(args, 1, exprs) };
    yield* addRecord(session, textAt(args, 0), fields, usualTimeout);
    return '';
  }),
  ClassifyInteraction: assumed(function* (args, session) {
    const found = yield* classify(session, textAt(args, 0), '');
    attachCategories(session, found);
    const [first, ...others] = found;
    return first === undefined
      ? ''
      : others.reduce((a, b) => (b.relevancy > a.relevancy ? b : a), first).name;
  }),
  ScreenInteraction: assumed(function* (args, session) {
    return attachRule(session, yield* screen(session, {}), args.map(toText));
  }),
};
