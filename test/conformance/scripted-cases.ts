// The scripted tests of the package: a JSON file beside each document says what is sent to it and which innermost states are then active.
import type { ScriptedCase } from './cases.js';
import type { Files } from './tarball.js';

/**
 * Two scripts want a transition between states of a region to leave the parallel state around it alone. The Recommendation does not:
 * findLCCA of Appendix D passes over parallel states, so that the parallel state is left and entered again. The package has that
 * result beside the other, under this name.
 */
const byRecommendation: ReadonlySet<string> = new Set(['more-parallel/test10', 'more-parallel/test10b']);

interface Script {
  readonly initialConfiguration: readonly string[];
  readonly events: readonly {
    readonly after?: number;
    readonly event: { readonly name: string };
    readonly nextConfiguration: readonly string[];
  }[];
  readonly legacySemantics?: Script;
}

export function scriptedCases(files: Files): readonly ScriptedCase[] {
  return [...files]
    .filter(([name]) => /^test\/.*\.json$/.test(name) && !name.startsWith('test/w3c-ecma/'))
    .map(([name, text]) => scriptedCase(name, text))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function scriptedCase(name: string, text: string): ScriptedCase {
  const id = name.replace(/^test\/|\.json$/g, '');
  const whole = JSON.parse(text) as Script; // the form that the package describes
  const script = byRecommendation.has(id) ? (whole.legacySemantics ?? whole) : whole;
  return {
    kind: 'scripted',
    id,
    group: 'scripted',
    file: name.replace(/\.json$/, '.scxml'),
    topic: id.replace(/\/.*$/, ''),
    initial: script.initialConfiguration,
    steps: script.events.map(({ after = 0, event, nextConfiguration }) => ({
      after,
      event: event.name,
      states: nextConfiguration,
    })),
  };
}
