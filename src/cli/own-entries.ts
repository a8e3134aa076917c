// The user's own mappings for verbs that convert no strategy: entries of the overrides file and of plug-ins, in the order in which they are tried.
import { hasErrors } from '../diagnostics/index.js';
import type { Override } from '../mappings/overrides/model.js';
import { readOverrides } from '../mappings/overrides/read.js';
import { readPlugin } from '../mappings/plugins/read-plugin.js';
import { isExpired } from '../own-mappings.js';
import { readOverridesFile, settingsFault } from './given-files.js';
import { loadPlugins, pluginFiles } from './load-plugins.js';
import type { OwnOptions } from './own-options.js';
import { today } from './today.js';

/** The entries that hold today. Mistakes in them end the command, as they end a conversion. */
export async function ownEntries(
  { overrides, plugin }: OwnOptions,
  cwd: string,
): Promise<readonly Override[]> {
  const file = readOverridesFile(overrides, cwd);
  const read = file && readOverrides(file.text, file.file);
  const plugins = (await loadPlugins(pluginFiles(plugin, file, cwd), cwd)).map(readPlugin);
  const diagnostics = [...(read?.diagnostics ?? []), ...plugins.flatMap((each) => each.diagnostics)];
  if (hasErrors(diagnostics)) throw settingsFault(diagnostics, file === undefined ? [] : [file]);
  const entries = [...(read?.value?.entries ?? []), ...plugins.flatMap(({ value }) => value)];
  return entries.filter((entry) => !isExpired(entry, today()));
}
