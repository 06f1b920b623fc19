import { defineConfig } from 'vitest/config';

/** Functions read their settings while they are loaded; so does what else must be loaded anew for its test. */
const ALONE = ['functions/**/*.test.ts', '**/*.alone.test.ts'];

// Generous: both cores may be busy with the other test files.
const unit = { testTimeout: 20_000, hookTimeout: 20_000, expect: { poll: { timeout: 10_000 } } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...unit,
          name: 'unit',
          include: ['{core,resolvers,local,tools,infra,bench,clients}/**/*.test.{ts,mjs}'],
          exclude: ALONE,
          // Loading everything for each file takes longer than most files.
          isolate: false,
        },
      },
      {
        test: {
          ...unit,
          name: 'unit-alone',
          include: ALONE,
          exclude: ['**/node_modules/**', '.local/**'],
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/system/**/*.test.ts'],
          pool: 'forks',
          // Each starts clouds of its own, and may kill them: one at a time.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          // One local cloud for all of them.
          globalSetup: ['test/integration/globalSetup.ts'],
          pool: 'forks',
          // Faults are for all of the cloud: one file at a time.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
