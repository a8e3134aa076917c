// Plug-ins are code that the user names: imported by their path, before anything is converted. What goes wrong is said in one line, without a stack.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { displayPath } from '../batch/discover.js';
import { diagnose, wholeFile } from '../diagnostics/index.js';
import { readOverrides } from '../mappings/overrides/read.js';
import { thrownWords } from '../mappings/plugins/plugin-fault.js';
import type { LoadedPlugin } from '../mappings/plugins/read-plugin.js';
import { inert } from '../report/formats/inert.js';
import type { GivenFile } from './pipeline.js';
import { UsageError } from './usage-error.js';

/** Paths of all plug-ins, absolute: those of the command line, then those of the overrides file, relative to it. */
export function pluginFiles(
  named: readonly string[],
  overrides: GivenFile | undefined,
  cwd: string,
): readonly string[] {
  // A file with mistakes is reported when the conversion is prepared.
  const listed = overrides && readOverrides(overrides.text, overrides.file).value;
  const base = path.dirname(path.resolve(cwd, overrides?.file ?? ''));
  return [
    ...new Set([
      ...named.map((file) => path.resolve(cwd, file)),
      ...(listed?.plugins ?? []).map((plugin) => path.resolve(base, plugin.path)),
    ]),
  ];
}

/** Imports a module of the user's. */
export const importModule = async (file: string): Promise<{ readonly default?: unknown }> =>
  (await import(pathToFileURL(file).href)) as { readonly default?: unknown }; // the shape of every module

/** Imports the plug-ins in their order. */
export async function loadPlugins(files: readonly string[], cwd: string): Promise<readonly LoadedPlugin[]> {
  const loaded: LoadedPlugin[] = [];
  for (const file of files) {
    const shown = displayPath(file, cwd);
    try {
      const module = await importModule(file);
      loaded.push({ file: shown, exports: module.default });
    } catch (error) {
      const isMissing =
        error instanceof Error &&
        'code' in error &&
        error.code === 'ERR_MODULE_NOT_FOUND' &&
        error.message.includes(file);
      const reason = isMissing ? 'it does not exist' : thrownWords(error).replaceAll(file, shown);
      const { code, message, help } = diagnose('IRD8125', '', wholeFile(shown), { file: shown, reason });
      throw new UsageError(`${code}  ${inert(message)}\n  help: ${help}`);
    }
  }
  return loaded;
}
