/** Seconds of a wait without a limit: more than any call waits. */
export const noLimit = 99_999;
