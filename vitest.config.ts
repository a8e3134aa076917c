import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // All cores: by default one is left free, which on a machine of two doubles the time.
    maxWorkers: '100%',
    reporters: ['default'],
  },
});
