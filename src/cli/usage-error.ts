// A command line, or a file named on it, that cannot be used: the command stops before it has done anything, with exit code 2.

/** Thrown by option parsing and by commands before they begin; the program prints the message, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
