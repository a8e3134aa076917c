// Options of `diff`.

export const diffFormats = ['pretty', 'json', 'md'] as const;

export interface DiffOptions {
  readonly format: (typeof diffFormats)[number];
  readonly output?: string;
  readonly profile?: string;
  /** Differences make the exit code 1, as `git diff --exit-code` does. */
  readonly exitCode: boolean;
}
