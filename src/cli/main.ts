// Entry of the command line. The version is answered before anything is loaded, so that asking for it costs next to nothing.
import { version } from '../version.js';
import { exitCodes } from './exit-codes.js';

/** Runs ird2scxml with the given arguments and sets the exit code of the process. */
export async function main(args: readonly string[]): Promise<void> {
  let isBroken = false;
  // A reader that has seen enough (`| head`) is not an error.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'EPIPE') return;
      // Nothing more can be said there, and what was said is not whole.
      if (isBroken) return;
      isBroken = true;
      process.exitCode = exitCodes.trouble;
      if (stream === process.stdout) {
        const reason = error.code === 'ENOSPC' ? 'there is no space left' : error.message;
        process.stderr.write(`Standard output cannot be written: ${reason}.\n`);
      }
    });
  }
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  try {
    const { runProgram } = await import('./program.js');
    const code = await runProgram(args);
    process.exitCode = isBroken ? exitCodes.trouble : code;
  } catch (error) {
    const debugging = process.env['IRD2SCXML_DEBUG'] === '1';
    const said = error instanceof Error ? (debugging && error.stack) || error.message : String(error);
    process.stderr.write(
      `ird2scxml failed, which is a fault of ird2scxml itself: ${said}\nPlease report it with what IRD2SCXML_DEBUG=1 adds to this text.\n`,
    );
    process.exitCode = exitCodes.trouble;
  }
}
