// Reads and checks a configuration file. It is loaded when there is one: the readers cost time that other runs need not spend.
import path from 'node:path';
import { displayPath } from '../../batch/discover.js';
import { decodeText, readBytes } from '../../batch/read-file.js';
import { checkConfig } from '../../config/check.js';
import { configOfModule, readConfigText, type LocatedConfig } from '../../config/read-text.js';
import { configSchema, type FactsOf } from '../../config/schema.js';
import { diagnose, wholeFile } from '../../diagnostics/index.js';
import { thrownWords } from '../../mappings/plugins/plugin-fault.js';
import { settingsFault } from '../given-files.js';
import { importModule } from '../load-plugins.js';
import type { UsageError } from '../usage-error.js';
import { packageKey } from './find.js';

/** The settings of a file (absolute path). What is wrong with it ends the command. */
export async function loadConfig(file: string, cwd: string, factsOf: FactsOf): Promise<LocatedConfig> {
  const shown = displayPath(file, cwd);
  const content = readBytes(file);
  if (!content.ok) throw notLoaded(shown, content.reason);
  const isModule = /\.m?js$/.test(file);
  const text = isModule ? '' : decodeText(content.bytes);
  const given = isModule ? [] : [{ file: shown, text }];
  const config = isModule ? await exported(file, shown) : readText(text, shown);
  const diagnostics = checkConfig(config, configSchema(factsOf));
  if (diagnostics.length > 0) throw settingsFault(diagnostics, given);
  return config;
}

function readText(text: string, shown: string): LocatedConfig {
  const within = path.posix.basename(shown) === 'package.json' ? [packageKey] : [];
  const { value, diagnostics } = readConfigText(text, shown, within);
  if (value === undefined) throw settingsFault(diagnostics, [{ file: shown, text }]);
  return value;
}

async function exported(file: string, shown: string): Promise<LocatedConfig> {
  try {
    return configOfModule((await importModule(file)).default, shown);
  } catch (error) {
    throw notLoaded(shown, thrownWords(error).replaceAll(file, shown));
  }
}

const notLoaded = (file: string, reason: string): UsageError =>
  settingsFault([diagnose('IRD8215', '', wholeFile(file), { file, reason })], []);
