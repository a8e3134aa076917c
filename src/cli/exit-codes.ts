// The exit codes, apart from everything else, because the entry needs them before it loads anything.

/** 0 clean; 1 findings at or above `--fail-on`, or a failed run; 2 usage, configuration, results that could not be written, or a fault of ird2scxml itself; 130 interrupted. */
export const exitCodes = { clean: 0, findings: 1, trouble: 2, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
