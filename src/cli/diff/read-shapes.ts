// Reads the strategies of a file for `diff`: as they were drawn, and lowered; nothing is written.
import path from 'node:path';
import type { StrategyShape } from '../../audit/compare/shape.js';
import { displayPath } from '../../batch/discover.js';
import { readBytes } from '../../batch/read-file.js';
import { createPipeline } from '../../migrate.js';
import { version } from '../../version.js';
import { readGiven, settingsFault } from '../given-files.js';
import type { Pipeline } from '../pipeline.js';
import { UsageError } from '../usage-error.js';

/** The conversion as far as it is needed to compare. */
export function comparingPipeline(named: string | undefined, cwd: string): Pipeline {
  const profile = readGiven('profile', named, cwd);
  const { value, diagnostics } = createPipeline({
    ...(profile === undefined ? {} : { profile }),
    selection: 'urs',
    notes: false,
    assumptions: {},
    pages: false,
    version,
  });
  if (value !== undefined) return value;
  throw settingsFault(diagnostics, profile === undefined ? [] : [profile]);
}

/** The shapes of a file's strategies; throws a `UsageError` when it holds none, which says why. */
export function readShapes(named: string, pipeline: Pipeline, cwd: string): readonly StrategyShape[] {
  const place = path.resolve(cwd, named);
  const content = readBytes(place);
  if (!content.ok) throw new UsageError(`"${named}" cannot be read: ${content.reason}.`);
  const file = displayPath(place, cwd);
  const read = pipeline.read({ file, name: path.basename(place), bytes: content.bytes });
  const shapes = pipeline.link([read]).strategies.flatMap(({ convert }) => convert().shape?.() ?? []);
  if (shapes.length > 0) return shapes;
  const errors = read.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) throw new UsageError(`"${named}" holds no strategies.`);
  const text = new TextDecoder().decode(content.bytes);
  throw settingsFault(errors, [{ file, text }]);
}
