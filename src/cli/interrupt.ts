// Ctrl-C: the strategy at hand is finished, so that no half of it is left behind; a second Ctrl-C ends the process at once.

export interface Interrupt {
  /** Lets pending signals arrive; true when one has asked to stop. */
  readonly isRequested: () => Promise<boolean>;
  readonly release: () => void;
}

/** Watches for SIGINT and SIGTERM until released. */
export function watchInterrupt(): Interrupt {
  let requested = false;
  const ask = (): void => {
    requested = true;
  };
  process.once('SIGINT', ask);
  process.once('SIGTERM', ask);
  return {
    isRequested: async () => {
      await new Promise((resume) => setImmediate(resume));
      return requested;
    },
    release: () => {
      process.off('SIGINT', ask);
      process.off('SIGTERM', ask);
    },
  };
}
