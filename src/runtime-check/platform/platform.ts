// The ORS platform of one run: finds the module of an action element, evaluates its attributes, lets the scenario make it fail, and answers by events.
import type { Span } from '../../diagnostics/index.js';
import type { XmlElement } from '../../xml/index.js';
import type { ActionContext, Platform } from '../interpreter/types.js';
import type { Plain } from '../script/engine.js';
import type { Scenario } from '../scenario/types.js';
import { moduleOf } from '../validate/catalogue/index.js';
import type { ElementRow } from '../validate/catalogue/rows.js';
import { createWorld, type World } from '../world/world.js';
import { genesysConstants } from './constants.js';
import { evaluateAttributes } from './evaluate-attributes.js';
import type { ActionCall, Handler, Services } from './module.js';
import { platformModules } from './modules.js';
import { noteEntered, noteLeft } from './queue-visits.js';
import type { Recorder } from './recorder.js';
import { createServices } from './services.js';
import { beginSession } from './session-start.js';
import { noteRequest, tellUnanswered } from './ws.js';

export interface PlatformSetup {
  readonly scenario: Scenario;
  readonly recorder: Recorder;
  /** The next draw of the scenario. */
  readonly random: () => number;
  /** Where expressions stand that the platform evaluates before an element runs. */
  readonly page: Span;
}

/** The platform of one run, with what is asked of it afterwards. */
export interface SimulatedPlatform extends Platform {
  /** The world, once the session has started. */
  readonly world: World | undefined;
  /** Executed elements that no module knows. */
  readonly unknown: readonly XmlElement[];
}

/** Makes the platform of one run from a scenario. */
export function createPlatform(setup: PlatformSetup): SimulatedPlatform {
  const { recorder } = setup;
  const unknown: XmlElement[] = [];
  let services: Services | undefined;
  let place = setup.page;
  return {
    unknown,
    get world() {
      return services?.world;
    },
    start: (context) => {
      const world = createWorld(setup.scenario, {
        now: () => context.now(),
        schedule: (delay, call, what) => context.schedule(delay, call, what),
        withdraw: (handle) => context.withdraw(handle),
        random: setup.random,
        assume: recorder.assume,
        entered: (entry) => {
          noteEntered(entry, recorder);
        },
        left: (record) => {
          noteLeft(record, recorder);
        },
      });
      services = createServices(world, context, recorder, () => place);
      expose(services);
      beginSession(services);
    },
    join: (context) => {
      if (services === undefined) throw new Error('internal: a further session before the main one');
      const joined = services.forSession(context);
      expose(joined);
      joined.refresh();
    },
    execute: (element, context) => {
      if (services === undefined) throw new Error('internal: an action before the session started');
      const found = find(element);
      if (found === undefined) {
        unknown.push(element);
        return false;
      }
      place = element.tagSpan;
      run(element, found, services.forSession(context), context);
      return true;
    },
    observe: (event) => {
      if (services === undefined) return;
      if (event.name === 'interaction.added') services.refresh();
      noteRequest(event, services);
      for (const { look } of services.state.subscriptions.values()) look();
      services.world.noticed(event.name);
    },
    end: () => {
      if (services !== undefined) tellUnanswered(services);
    },
  };
}

interface Found {
  readonly name: string;
  readonly row: ElementRow;
  readonly handler: Handler;
}

function find(element: XmlElement): Found | undefined {
  const module = moduleOf(element.uri);
  if (module === undefined || !Object.hasOwn(module.elements, element.local)) return undefined;
  const row = module.elements[element.local];
  if (row === undefined || row.parents.length > 0) return undefined;
  const acting = platformModules.find(({ prefix }) => prefix === module.prefix)?.elements ?? {};
  const handler = Object.hasOwn(acting, element.local) ? acting[element.local] : undefined;
  const name = `${module.prefix}:${element.local}`;
  // A test compares the catalogue with the modules.
  if (handler === undefined) throw new Error(`internal: nothing carries out ${name}`);
  return { name, row, handler };
}

function run(element: XmlElement, found: Found, services: Services, context: ActionContext): void {
  const values = evaluateAttributes(element, found.row, context, services.recorder);
  if (values === undefined) return;
  const requestId = writeRequestId(element, found.row, services);
  if (requestId === undefined) return;
  found.handler(actionCall(element, found, values, requestId, services), services);
}

// '' when the element names no location; undefined when it cannot be written.
function writeRequestId(element: XmlElement, row: ElementRow, services: Services): string | undefined {
  const locations = element.attributes.filter(
    ({ local, uri }) => uri === '' && row.attributes[local]?.kind === 'location',
  );
  if (locations.length === 0) return '';
  const id = services.newRequestId();
  const isWritten = locations.every(({ value }) => services.context.write(value.text, id, value.span()));
  return isWritten ? id : undefined;
}

function actionCall(
  element: XmlElement,
  found: Found,
  values: Readonly<Record<string, Plain>>,
  requestId: string,
  services: Services,
): ActionCall {
  const { event } = found.row;
  const failure = services.world.answers.failure(found.name);
  // An action that asks about a request answers with its id.
  const asked = found.row.attributes['requestid']?.kind === 'value' ? values['requestid'] : undefined;
  const answered = requestId === '' ? asked : requestId;
  const request = answered === undefined ? {} : { requestid: answered };
  const fail: ActionCall['fail'] = (error, description, data) => {
    if (!isKnownError(found.row, error)) {
      services.recorder.assume('error-word', `"${error}" of ${found.name}`);
    }
    services.recorder.detail('action', `${found.name} fails: ${error}`);
    if (event !== '') services.post(`error.${event}`, { ...request, ...data, error, description });
  };
  return {
    element,
    name: found.name,
    values,
    requestId,
    fail,
    done: (data) => {
      if (event !== '') services.post(`${event}.done`, { ...request, ...data });
    },
    refused: (data) => {
      if (failure === undefined) return false;
      fail(failure.error ?? 'unknown', 'The scenario makes this action fail.', data);
      return true;
    },
  };
}

const isKnownError = ({ errors }: ElementRow, error: string): boolean =>
  errors !== undefined && errors.known !== 'inferred' && errors.words.includes(error);

function expose(services: Services): void {
  services.context.define('_genesys', genesysConstants('ors'));
  for (const module of platformModules) {
    for (const [path, call] of Object.entries(module.functions)) {
      services.context.expose(`_genesys.${path}`, (...args) => call(args, services));
    }
  }
}
