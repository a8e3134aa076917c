// What runs in the other threads of a batch (thread-pool.ts starts them): makes or verifies one strategy after the other, and writes nothing.
import { Tinypool } from 'tinypool';
import { keepsNothing, openInputs, remembersNothing } from './batch-inputs.js';
import type { SourceFile } from '../ird-parser/source-model.js';
import { loadPlugins } from './load-plugins.js';
import { strategiesByPlace } from './make-ahead.js';
import { makeOne, type Made, type MakeRequest, type MakeSource } from './make-strategy.js';
import { preparePipeline } from './commands/convert.js';
import type { ThreadData } from './thread-pool.js';
import type { Verified, VerifyRequest, VerifySource } from './verify/verify-one.js';

const data = Tinypool.workerData as ThreadData; // what thread-pool.ts gives

async function open(): Promise<MakeSource & VerifySource> {
  const { options, given, plugins, cwd, found, hashes, summaries, shown } = data;
  const pipeline = preparePipeline(options, given, await loadPlugins(plugins, cwd));
  const inputs = openInputs(found, pipeline, { ...remembersNothing, hashes });
  const load = (file: string): SourceFile | undefined => inputs.read(file).source;
  const linked = pipeline.linkSummaries(summaries, load, keepsNothing);
  return { strategyOf: strategiesByPlace(linked), read: inputs.read, hashOf: inputs.hashOf, shown };
}

const source = open();

/** Makes a strategy. */
export default async function make(request: MakeRequest): Promise<Made> {
  return makeOne(request, await source);
}

/** Compares a strategy with its page. What that takes is loaded when it is asked for. */
export async function verify(request: VerifyRequest): Promise<Verified> {
  const { verifyOne } = await import('./verify/verify-one.js');
  return verifyOne(request, await source);
}
