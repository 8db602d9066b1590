import type { Row } from './row.ts';
import type { Scratch } from './scratch.ts';

/** Rows that are measured together, on the same data and the same running app. */
export interface Scenario {
  /** As the command line names it. */
  readonly name: string;
  readonly measure: (scratch: Scratch) => Promise<Row[]>;
}
