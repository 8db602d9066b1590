import type { Project } from '../project/project.ts';
import type { Round } from '../project/round-records.ts';

export const isDone = ({ done }: Round, coder: string): boolean =>
  done.some((one) => one.coder === coder);

/** Until all have finished, or it was ended, each of its coders sees their own work only. */
export const isOpen = (round: Round): boolean =>
  round.closedAt === null && !round.coders.every((coder) => isDone(round, coder));

/** Newest first. */
export const roundsInOrder = ({ rounds }: Project): Round[] =>
  [...rounds.values()].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
