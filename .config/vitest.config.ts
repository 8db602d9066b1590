import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    allowOnly: false,
    passWithNoTests: false,
    coverage: { include: ['src/**/*.ts'], exclude: ['src/client/**'], reporter: ['text', 'html'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/bench/**', 'test/fuzz/**'],
          // Laws run over hundreds of projects: a busy computer is no reason to fail.
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // Each file has a browser and a server of its own; side by side they only slow each other down.
          fileParallelism: false,
          // Long enough for a page in all its windows on a computer that has much else to do.
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // What a page comes to show is waited for as long as playwright waits for it to be clicked.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
