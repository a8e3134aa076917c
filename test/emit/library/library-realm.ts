// A realm that holds the whole library and the platform objects of the tests.
import { libraryFunctions, printLibrary } from '../../../src/emit/library/index.js';
import { openSandbox, type Sandbox, type SandboxOptions } from './sandbox.js';
import { world } from './world.js';

/** Opens it; `options` set clock and time zone. */
export const openLibrary = (options?: SandboxOptions): Promise<Sandbox> =>
  openSandbox(`${printLibrary(libraryFunctions.map((row) => row.name))}\n${world}`, options);
