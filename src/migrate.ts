// The pipeline: read, lower, map, emit. Each step is a pure function that gives a value and findings; this file only puts them in order.
import type { CreatePipeline, FileSummary, InputFile, KeptTraits, ReadFile, Shelf } from './cli/pipeline.js';
import { hasErrors } from './diagnostics/index.js';
import type { ExportProfile } from './ird-parser/profiles/profile.js';
import { loadProfile, parseFile } from './ird-parser/read.js';
import { signatureOf, strategyId } from './ir/lower.js';
import type { NameMap } from './ir/renaming/name-map.js';
import { readNames } from './ir/renaming/read-names.js';
import { linkBatch } from './link-batch.js';
import { checkSettings } from './mappings/check-settings.js';
import { readOverrides } from './mappings/overrides/read.js';
import { readPlugin } from './mappings/plugins/read-plugin.js';
import { ownMappings, type OwnMappings } from './own-mappings.js';
import { renameOne } from './rename-batch.js';

/** Checks the settings and gives the conversion; see src/cli/pipeline.ts for the contract. */
export const createPipeline: CreatePipeline = (settings) => {
  const profile = settings.profile && loadProfile(settings.profile.text, settings.profile.file);
  const names = settings.names && readNames(settings.names.text, settings.names.file);
  const overrides = settings.overrides && readOverrides(settings.overrides.text, settings.overrides.file);
  const plugins = (settings.plugins ?? []).map(readPlugin);
  const diagnostics = [
    ...(profile?.diagnostics ?? []),
    ...(names?.diagnostics ?? []),
    ...(overrides?.diagnostics ?? []),
    ...plugins.flatMap((plugin) => plugin.diagnostics),
    ...checkSettings(settings.assumptions, settings.target),
  ];
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const entries = [...(overrides?.value?.entries ?? []), ...plugins.flatMap((plugin) => plugin.value)];
  const own = entries.length > 0 ? ownMappings(entries, settings.today) : undefined;
  const summarise = (file: ReadFile): FileSummary => summaryOf(file, names?.value);
  const environment = { settings, names: names?.value, own };
  return {
    value: {
      read: (input) => read(input, profile?.value, own),
      summarise,
      linkSummaries: (files, load, shelf) => linkBatch(files, load, shelf, environment),
      link: (files) => {
        const sources = new Map(files.map(({ file, source }) => [file, source]));
        return linkBatch(files.map(summarise), (file) => sources.get(file), inMemory(), environment);
      },
      expired: own?.expired() ?? [],
    },
    diagnostics,
  };
};

/** A shelf for a batch whose files are in memory themselves. */
function inMemory(): Shelf<KeptTraits> {
  const values = new Map<number, KeptTraits>();
  return { put: (number, value) => values.set(number, value), get: (number) => values.get(number) };
}

function read(
  { file, name, bytes }: InputFile,
  profile: ExportProfile | undefined,
  own: OwnMappings | undefined,
): ReadFile {
  const { value, diagnostics } = parseFile(bytes, file, {
    ...(profile === undefined ? {} : { profile }),
    ...(own === undefined ? {} : { retype: own.retype }),
  });
  return { file, name, source: value, diagnostics };
}

/** What the others of the batch have to know of a file. */
function summaryOf({ file, name, source }: ReadFile, names: NameMap | undefined): FileSummary {
  return {
    file,
    name,
    strategies: (source?.strategies ?? []).map((written) => {
      const { strategy } = renameOne(written, names);
      const { kind, blocks } = strategy;
      // A part of a text holds on to the whole text: a copy lets the file go.
      return structuredClone({
        name: strategy.name,
        id: strategyId(strategy, file),
        kind,
        blocks: blocks.length,
        signature: signatureOf(strategy),
      });
    }),
  };
}
