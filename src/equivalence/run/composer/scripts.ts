// The scripts and expressions of a diagram: ECMAScript, kept as the diagram has it and run in the sandbox, with the functions that the platform offers to
// scripts. What the blocks do is not theirs.
import type { Span } from '../../../diagnostics/index.js';
import { genesysConstants } from '../../../runtime-check/platform/constants.js';
import { platformModules } from '../../../runtime-check/platform/modules.js';
import { createServices } from '../../../runtime-check/platform/services.js';
import type { ActionContext } from '../../../runtime-check/interpreter/types.js';
import {
  defaultScriptLimits,
  type Plain,
  type ScriptEngineFactory,
  type ScriptFailure,
  type ScriptResult,
} from '../../../runtime-check/script/engine.js';
import { zoneOffset } from '../../../runtime-check/world/calendar.js';
import { BlockFailure } from '../faults.js';
import type { SourceSession } from '../session.js';

/** The script side of one run of a diagram. */
export interface ComposerScripts {
  /** Value of an expression; throws `BlockFailure` with the event of the script error when it has none. */
  value(code: string): Plain;
  /** Whether a condition holds; one that fails does not. */
  holds(code: string): boolean;
  run(code: string): void;
  /** Writes a variable, also one that nothing declares. */
  assign(location: string, value: Plain): void;
  /** What scripts see as the present event. */
  setEvent(event: { readonly name: string; readonly data?: Plain }): void;
  dispose(): void;
}

/** Opens the sandbox; `span` is the place that failures of the platform's own expressions get. */
export function composerScripts(
  session: SourceSession,
  factory: ScriptEngineFactory,
  span: Span,
): ComposerScripts {
  const { world, recorder, scenario } = session;
  const engine = factory({
    limits: defaultScriptLimits,
    now: () => world.host.now(),
    zoneOffset: (at) => zoneOffset(world.zone, at),
    seed: scenario.seed ?? 1,
    es5: true,
  });
  engine.expose('Math.random', () => world.host.random());
  const evaluated = (source: string): ScriptResult => engine.run(engine.compile(source, 'expression'));
  const context: ActionContext = {
    evaluate: (source) => {
      const result = evaluated(source);
      return result.ok ? { ok: true, value: result.value } : { ok: false };
    },
    write: (location, value) => engine.assign(engine.compile(location, 'location'), value).ok,
    // Events of the platform go to pages; blocks hear of the world itself.
    post: () => 0,
    withdraw: (handle) => world.host.withdraw(handle),
    now: () => world.host.now(),
    schedule: (delay, call, what) => world.host.schedule(delay, call, what),
    expose: (path, call) => {
      engine.expose(path, call);
    },
    define: (name, value) => {
      engine.define(name, value, true);
    },
    sessionId: 'source',
    startSession: () => undefined,
    terminateSession: () => false,
  };
  const services = createServices(world, context, recorder, () => span);
  context.define('_genesys', genesysConstants('ors'));
  for (const module of platformModules) {
    for (const [path, call] of Object.entries(module.functions)) {
      context.expose(`_genesys.${path}`, (...args) => call(args, services));
    }
  }
  engine.define('_data', { ...(scenario.data as Readonly<Record<string, Plain>> | undefined) });
  engine.define('system', {});
  engine.define('_event', undefined);

  const checked = (result: ScriptResult): Plain => {
    if (result.ok) return result.value;
    throw scriptError(result.failure);
  };
  return {
    value: (code) => {
      services.refresh();
      return checked(evaluated(code));
    },
    holds: (code) => {
      services.refresh();
      const result = engine.run(engine.compile(code, 'condition'));
      return result.ok && result.value === true;
    },
    run: (code) => {
      services.refresh();
      checked(engine.run(engine.compile(code, 'script')));
    },
    assign: (location, value) => {
      // Scripts of diagrams write to names that nothing declares.
      if (/^[A-Za-z_$][\w$]*$/.test(location)) engine.define(location, value);
      else checked(engine.assign(engine.compile(location, 'location'), value));
    },
    setEvent: (event) => {
      engine.define('_event', { ...event });
    },
    dispose: () => {
      engine.dispose();
    },
  };
}

const scriptError = ({ kind, message }: ScriptFailure): BlockFailure =>
  new BlockFailure(kind, message, `error.script.${kind}`);
