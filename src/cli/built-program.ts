// Takes the place of program.ts in the build. There the verbs are one script, `program.cjs`, and the build keeps beside it what V8 made of the
// functions that a conversion calls: compiling them anew at each start took more time than converting a small strategy.
import { existsSync, readFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { runProgram as run } from './program.js';

interface Program {
  readonly runProgram: typeof run;
}
interface ScriptModule {
  exports: unknown;
  /** Loads plug-ins: a script that was compiled earlier cannot import. */
  readonly importModule: (name: string) => Promise<unknown>;
}
type Wrapped = (module: ScriptModule, require: NodeJS.Require, __filename: string, __dirname: string) => void;

const file = fileURLToPath(new URL('./program.cjs', import.meta.url));

/** Where compiled code lies. It is for one build of V8 only; others find no file of that name and compile the script. */
export const compiledFile = `${file}.${process.versions.v8}-${process.arch}.compiled`;

/** The script with what was compiled of it earlier; `load` gives what it exports. */
export function openProgram(compiled?: Buffer): { readonly script: Script; readonly load: () => Program } {
  // The build leaves ASCII alone in it, which V8 holds in one byte a character.
  const text = readFileSync(file, 'latin1');
  const code = `(function (module, require, __filename, __dirname) {${text}\n})`;
  const script = new Script(code, {
    filename: file,
    ...(compiled === undefined ? {} : { cachedData: compiled }),
  });
  const load = (): Program => {
    const module: ScriptModule = { exports: {}, importModule: (name) => import(name) };
    // The text above is a function of this form.
    (script.runInThisContext() as Wrapped)(module, createRequire(file), file, path.dirname(file));
    // program.ts is the entry of the script.
    return module.exports as Program;
  };
  return { script, load };
}

/** Runs ird2scxml with these arguments and gives the exit code: see program.ts. */
export const runProgram: Program['runProgram'] = (args) => {
  const program = existsSync(compiledFile)
    ? openProgram(readFileSync(compiledFile)).load()
    : requireProgram();
  return program.runProgram(args);
};

/** The script, compiled by this start; from 22.1 on, Node itself can keep the code for the next one. */
function requireProgram(): Program {
  // Not among the types of Node 20.
  const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown };
  enableCompileCache?.();
  return createRequire(file)(file) as Program; // program.ts is its entry
}
