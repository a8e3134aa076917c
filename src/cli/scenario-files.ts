// Which scenarios a page runs through: those named on the command line, else those beside the input, else the default ones.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { displayPath } from '../batch/discover.js';
import { decodeText, readBytes } from '../batch/read-file.js';
import { diagnose, wholeFile, type Outcome } from '../diagnostics/index.js';
import { defaultScenarios, readScenarios, type Scenario } from '../runtime-check/index.js';

export interface ScenarioSource {
  /** Scenarios for a page that comes from (or is) the file at `input`. Findings about a scenario file come with its first use. */
  readonly scenariosFor: (input: string) => Outcome<readonly Scenario[]>;
  /** The files that they come from. */
  readonly filesFor: (input: string) => readonly string[];
  /** Scenarios that lie beside the input, however well they can be read; none when there are no files. */
  readonly besides: (input: string) => readonly Scenario[];
}

const endings = ['.scenarios.yaml', '.scenarios.yml', '.scenarios.json'];

/** `named`: the files given with `--scenario`; they replace those beside the inputs. */
export function scenarioSource(named: readonly string[], cwd: string): ScenarioSource {
  const known = new Map<string, readonly Scenario[]>();
  const load = (file: string): Outcome<readonly Scenario[]> => {
    const before = known.get(file);
    if (before !== undefined) return { value: before, diagnostics: [] };
    const outcome = readScenarioFile(file, displayPath(file, cwd));
    known.set(file, outcome.value);
    return outcome;
  };
  const filesFor = (input: string): readonly string[] =>
    named.length > 0 ? named.map((file) => path.resolve(cwd, file)) : beside(input);
  return {
    filesFor,
    scenariosFor: (input) => {
      const files = filesFor(input);
      if (files.length === 0) return { value: defaultScenarios, diagnostics: [] };
      const outcomes = files.map(load);
      return {
        value: outcomes.flatMap(({ value }) => value),
        diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
      };
    },
    besides: (input) => beside(input).flatMap((file) => load(file).value),
  };
}

function beside(input: string): readonly string[] {
  const base = path.join(path.dirname(input), path.parse(input).name);
  return endings.map((ending) => `${base}${ending}`).filter((file) => existsSync(file));
}

function readScenarioFile(file: string, shown: string): Outcome<readonly Scenario[]> {
  const content = readBytes(file);
  if (content.ok) return readScenarios(decodeText(content.bytes), shown);
  return { value: [], diagnostics: [diagnose('IRD8004', '', wholeFile(shown), { reason: content.reason })] };
}
