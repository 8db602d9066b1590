import type { Scenario } from './scenario.ts';

/** Keeps the row's place in the table. */
export const search: Scenario = {
  name: 'search',
  measure: () =>
    Promise.resolve([
      { name: 'search 1,000 transcripts × 9,000 words: p95', remark: 'not built yet' },
    ]),
};
