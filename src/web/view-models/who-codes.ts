import { isOpen } from '../../domain/double-coding/rounds.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Transcript } from '../../domain/project/records.ts';
import type { Translate } from '../i18n.ts';

/** Under which name a transcript is coded, and whether the work of others is hidden meanwhile. */
export interface WhoCodes {
  readonly base: string;
  readonly back: string;
  readonly person: string;
  /** Nobody signed in: who codes says so. */
  readonly asksName: boolean;
  readonly coders: readonly string[];
  readonly blind: string | null;
}

export function whoCodes(
  project: Project,
  transcript: Transcript,
  { person, asksName }: { readonly person: string; readonly asksName: boolean },
  t: Translate,
): WhoCodes {
  const rounds = [...project.rounds.values()];
  const round = rounds.find(
    (one) =>
      isOpen(one) && one.coders.includes(person) && one.transcriptIds.includes(transcript.id),
  );
  const names = [...project.coders.values()].map(({ name }) => name);
  return {
    base: `/projects/${project.id}`,
    back: `code/${transcript.id}`,
    ...{ person, asksName },
    coders: [...new Set([...names, ...rounds.flatMap(({ coders }) => coders)])],
    blind: round ? t('double.blind', { round: round.name }) : null,
  };
}
