import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Vitest itself would leave one core idle: of two, the half.
const maxWorkers = availableParallelism();

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    allowOnly: false,
    passWithNoTests: false,
    // What comes later is waited for as long as playwright waits for what is to be clicked.
    expect: { poll: { timeout: 30_000 } },
    coverage: { include: ['src/**/*.ts'], exclude: ['src/client/**'], reporter: ['text', 'html'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/bench/**', 'test/fuzz/**'],
          maxWorkers,
          // Laws run over hundreds of projects: a busy computer is no reason to fail.
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          maxWorkers,
          // Files share what they import; each has an app, a project and a browser of its own.
          isolate: false,
          // After the others, as soon as nothing else is busy.
          sequence: { groupOrder: 1 },
          // Long enough for a page in all its windows on a computer that has much else to do.
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
