import { defineConfig } from 'vitest/config';

/** Tests that change nothing of their process share its modules: to load them anew for each file took more than half of the time. */
const sharing = [
  'audit',
  'batch',
  'diagnostics',
  'drawing',
  'emit',
  'equivalence',
  'ir',
  'ird-parser',
  'mappings',
  'report',
  'runtime-check',
  'xml',
].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // All cores: by default one is left free, which on a machine of two doubles the time.
    maxWorkers: '100%',
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: ['test/**/*.test.ts'], exclude: [...sharing, '**/node_modules/**'] },
      },
      { extends: true, test: { name: 'sharing', include: sharing, isolate: false } },
    ],
  },
});
