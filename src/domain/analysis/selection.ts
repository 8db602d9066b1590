import { caseOf, casesIn } from '../cases/case-of.ts';
import { ancestors } from '../codebook/tree.ts';
import { agreedView } from '../double-coding/agreed-view.ts';
import type {
  CaseId,
  CoderId,
  ExcerptId,
  ResearchQuestionId,
  ThemeId,
  TranscriptId,
  TypeId,
} from '../ids.ts';
import { casesInOrder, type Project } from '../project/project.ts';
import type { AnchorStatus, Case, Excerpt, Transcript } from '../project/records.ts';
import type { Review, Verdict } from '../project/review-records.ts';

/** Which part of the data is counted; what is left out, or empty, narrows nothing. */
export interface Selection {
  /** Each with all they coded, what a consensus stands for now too. */
  readonly coderIds?: readonly CoderId[];
  /** Whether what coders had marked counts beside the consensus that stands for it. */
  readonly originals?: boolean;
  readonly caseIds?: readonly CaseId[];
  readonly transcriptIds?: readonly TranscriptId[];
  /** Excerpts with at least one of these types. */
  readonly typeIds?: readonly TypeId[];
  readonly statuses?: readonly AnchorStatus[];
  /** By the verdict given last; `none` stands for excerpts nobody reviewed. */
  readonly verdicts?: readonly (Verdict | 'none')[];
  /** Themes that have a row or column of their own; an excerpt counts for those above it all the same. */
  readonly shownThemeIds?: readonly ThemeId[];
  /** Only codings with the themes that answer it: those that name it, and the themes below them. */
  readonly researchQuestionId?: ResearchQuestionId | undefined;
}

export const EVERYTHING: Selection = {};

/** Whether a selection counts everything as it was coded. */
const asCoded = ({ coderIds = [], originals = false }: Selection): boolean =>
  originals || coderIds.length > 0;

/** What of a project is counted: where coders agreed, their consensus alone. */
export const countedPart = (project: Project, selection: Selection): Project =>
  asCoded(selection) ? project : agreedView(project);

/** In a table with coders on a side, each coder's cell is what that coder coded. */
export const selectionFor = (sides: readonly string[], only: Selection): Selection =>
  sides.includes('coder') ? { ...only, originals: true } : only;

/** The excerpts chosen; under a research question, with those of their themes that answer it. */
export function excerptsSelected(given: Project, selection: Selection): Iterable<Excerpt> {
  const project = countedPart(given, selection);
  const { coderIds, caseIds, transcriptIds, typeIds, statuses, verdicts } = selection;
  const { researchQuestionId } = selection;
  const tests = [
    test(coderIds, ({ coderId }) => coderId),
    test(transcriptIds, ({ transcriptId }) => transcriptId),
    test(statuses, ({ status }) => status),
    test(caseIds, (excerpt) => caseOf(project, excerpt)),
    verdicts && verdicts.length > 0 ? test(verdicts, lastVerdicts(project)) : null,
    typeIds && typeIds.length > 0
      ? (excerpt: Excerpt) => excerpt.typeIds.some((id) => typeIds.includes(id))
      : null,
  ].filter((one) => one !== null);
  if (tests.length === 0 && !researchQuestionId) return project.excerpts.values();
  const excerpts = [...project.excerpts.values()].filter((one) => tests.every((ok) => ok(one)));
  return researchQuestionId ? answering(project, excerpts, researchQuestionId) : excerpts;
}

function test<T>(
  chosen: readonly T[] | undefined,
  valueOf: (excerpt: Excerpt) => T | undefined,
): ((excerpt: Excerpt) => boolean) | null {
  if (!chosen || chosen.length === 0) return null;
  const values = new Set<T | undefined>(chosen);
  return (excerpt) => values.has(valueOf(excerpt));
}

/** What was thought of an excerpt last. */
function lastVerdicts({ reviews }: Project): (excerpt: Excerpt) => Verdict | 'none' {
  const last = new Map<ExcerptId, Review>();
  for (const review of reviews.values()) {
    const before = last.get(review.excerptId);
    if (!before || before.at < review.at) last.set(review.excerptId, review);
  }
  return ({ id }) => last.get(id)?.verdict ?? 'none';
}

function answering(
  project: Project,
  excerpts: readonly Excerpt[],
  id: ResearchQuestionId,
): Excerpt[] {
  const answers = themesAnswering(project, id);
  return excerpts.flatMap((excerpt) => {
    const themeIds = excerpt.themeIds.filter((themeId) => answers.has(themeId));
    return themeIds.length > 0 ? [{ ...excerpt, themeIds }] : [];
  });
}

/** The themes that name a research question, and every theme below them. */
export function themesAnswering({ themes }: Project, id: ResearchQuestionId): Set<ThemeId> {
  const names = (themeId: ThemeId): boolean =>
    themes.get(themeId)?.researchQuestionIds.includes(id) === true;
  return new Set(
    [...themes.keys()].filter((themeId) => [themeId, ...ancestors(themes, themeId)].some(names)),
  );
}

/** The interviews chosen. */
export const transcriptsSelected = (
  project: Project,
  { transcriptIds = [] }: Selection,
): Transcript[] =>
  [...project.transcripts.values()].filter(
    ({ id }) => transcriptIds.length === 0 || transcriptIds.includes(id),
  );

/** The interviewees chosen, in their order, those left out who speak in none of the interviews chosen. */
export function casesSelected(project: Project, selection: Selection): Case[] {
  const { caseIds = [], transcriptIds = [] } = selection;
  const cases = casesInOrder(project).filter(
    ({ id }) => caseIds.length === 0 || caseIds.includes(id),
  );
  if (transcriptIds.length === 0) return cases;
  const speaking = new Set(transcriptsSelected(project, selection).flatMap(casesIn));
  return cases.filter(({ id }) => speaking.has(id));
}
