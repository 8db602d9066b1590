import type { Command } from '../../../src/domain/project/commands.ts';
import type { Project } from '../../../src/domain/project/project.ts';

/** One text for all: the passages are short, so that excerpts of one coder often meet. */
export const TEXT = 'H1: one two three four five six seven eight nine ten eleven twelve';

/** What somebody does, in numbers: what they mean depends on what the project holds. */
export interface Drawn {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly some: readonly number[];
  readonly text: string;
}

/** The command that is meant in this project; null where there is nothing to work on. */
export type Maker = (project: Project, drawn: Drawn, newId: () => string) => Command | null;

export function pick<T>(records: ReadonlyMap<unknown, T>, n: number): T | undefined {
  return [...records.values()][n % Math.max(1, records.size)];
}

export const idsOf = <T extends { id: I }, I>(
  records: ReadonlyMap<unknown, T>,
  some: readonly number[],
): I[] => some.flatMap((n) => pick(records, n)?.id ?? []);
