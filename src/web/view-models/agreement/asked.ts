import type { AgreementAsked } from '../../../domain/analysis/agreement/project-agreement.ts';
import type { CoderId } from '../../../domain/ids.ts';
import type { Project } from '../../../domain/project/project.ts';
import type { Coder } from '../../../domain/project/records.ts';
import { Rejection } from '../../../domain/rejection.ts';
import type { AgreementQuery } from '../../api/schemas-agreement.ts';

/** What is asked, with the coders by their ids: everybody who coded where nobody is named. */
export function agreementAsked(project: Project, query: AgreementQuery): AgreementAsked {
  const { unit, overlap, theme, transcripts, interviewer, coders } = query;
  const named = coders.flatMap((given) => codersNamed(project, given));
  return {
    coderIds: coders.length > 0 ? [...new Set(named)] : codersOf(project).map(({ id }) => id),
    transcriptIds: transcripts.length > 0 ? transcripts : null,
    unit,
    overlap,
    themeId: theme,
    interviewer: interviewer === 'yes',
  };
}

/** Those who coded anything, most first. */
export function codersOf(project: Project): Coder[] {
  const counts = new Map<CoderId, number>();
  for (const { coderId } of project.excerpts.values())
    counts.set(coderId, (counts.get(coderId) ?? 0) + 1);
  const countOf = ({ id }: Coder): number => counts.get(id) ?? 0;
  return [...project.coders.values()]
    .filter((coder) => countOf(coder) > 0)
    .sort((a, b) => countOf(b) - countOf(a));
}

/** One coder, or several between commas. */
function codersNamed(project: Project, given: string): CoderId[] {
  const coders = [...project.coders.values()];
  const one = (text: string): Coder | undefined =>
    coders.find(({ id }) => (id as string) === text) ?? coders.find(({ name }) => name === text);
  const whole = one(given.trim());
  if (whole) return [whole.id];
  return given
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const coder = one(part);
      if (!coder) throw new Rejection('not-found', 'coder-not-found', { name: part });
      return coder.id;
    });
}

/** @throws Rejection `coders-too-few` */
export function ensureTwoCoders({ coderIds }: AgreementAsked): void {
  if (coderIds.length < 2) throw new Rejection('invalid', 'coders-too-few');
}
