import type { CoderId, ExcerptId, ThemeId, TranscriptId, TypeId } from '../ids.ts';
import { excerptsOf, spanKey, type Project } from '../project/project.ts';
import type { Excerpt } from '../project/records.ts';
import type { Decision } from '../project/round-records.ts';
import { overlaps } from '../text/span.ts';

interface Known {
  readonly revision: number;
  readonly view: Project;
}

const known = new WeakMap<Project, Known>();

/**
 * The project as it is counted and reported: where coders agreed on a passage, the consensus stands
 * for what each of them had marked, so that a passage counts once. What was not talked through yet
 * counts as it was coded. The project itself where nothing was decided, at no cost; else a copy, made
 * once for each revision.
 *
 * A consensus has from the marks that were taken what it has not itself: reduced expression, memo,
 * stance, deviance, question; and the types of the marks that it stands for, taken or not, as a round
 * decides of themes alone.
 */
export function agreedView(project: Project): Project {
  if (project.decisions.size === 0) return project;
  const before = known.get(project);
  if (before?.revision === project.revision) return before.view;
  const view = viewOf(project);
  for (const one of [project, view]) known.set(one, { revision: project.revision, view });
  return view;
}

function viewOf(project: Project): Project {
  const changed = changedExcerpts(project);
  if (changed.size === 0) return project;
  const excerpts = new Map<ExcerptId, Excerpt>();
  const touched = new Set<TranscriptId>();
  for (const [id, excerpt] of project.excerpts) {
    const now = changed.get(id);
    if (now !== undefined) touched.add(excerpt.transcriptId);
    if (now !== null) excerpts.set(id, now ?? excerpt);
  }
  const excerptsBySpan = new Map(project.excerptsBySpan);
  // Of other transcripts the same map as before: what was computed of them is kept with it.
  for (const id of touched) {
    const bySpan = new Map<string, ExcerptId>();
    for (const one of excerptsOf(project, id))
      if (excerpts.has(one.id)) bySpan.set(spanKey(one), one.id);
    excerptsBySpan.set(id, bySpan);
  }
  return { ...project, excerpts, excerptsBySpan };
}

/** A passage that was decided, with the marks of it and what the consensus has. */
interface Settled {
  readonly decision: Decision;
  /** In the order in which their coders were taken; then the others'. */
  readonly marks: readonly Excerpt[];
  readonly taken: ReadonlySet<CoderId>;
  readonly heirs: readonly Excerpt[];
}

/** The excerpts that are counted otherwise than they were coded; null for those left out. */
function changedExcerpts(project: Project): Map<ExcerptId, Excerpt | null> {
  const settled = settledPassages(project);
  const lost = new Map<ExcerptId, Set<ThemeId>>();
  for (const { decision, marks } of settled)
    for (const { id } of marks) lost.set(id, (lost.get(id) ?? new Set()).add(decision.themeId));
  const isEmptied = ({ id, themeIds }: Excerpt): boolean =>
    themeIds.every((themeId) => lost.get(id)?.has(themeId));
  const changed = new Map<ExcerptId, Excerpt | null>();
  const inherited = new Set<ExcerptId>();
  for (const { marks, taken, heirs } of settled)
    for (const { id } of heirs) {
      const heir = changed.get(id) ?? project.excerpts.get(id);
      if (!heir) continue;
      const emptied = marks.filter(isEmptied);
      emptied.forEach((mark) => inherited.add(mark.id));
      const left = marks.filter(({ coderId }) => taken.has(coderId));
      changed.set(id, heirOf(heir, left, [...new Set(emptied.flatMap(({ typeIds }) => typeIds))]));
    }
  for (const [id, themes] of lost) {
    const mark = project.excerpts.get(id);
    if (!mark) continue;
    const themeIds = mark.themeIds.filter((themeId) => !themes.has(themeId));
    const isLeft = themeIds.length > 0 || (mark.typeIds.length > 0 && !inherited.has(id));
    changed.set(id, isLeft ? { ...mark, themeIds } : null);
  }
  return changed;
}

function settledPassages(project: Project): Settled[] {
  const coderIds = new Map([...project.coders.values()].map(({ id, name }) => [name, id]));
  return [...project.decisions.values()].flatMap((decision): Settled[] => {
    const round = project.rounds.get(decision.roundId);
    if (!round) return [];
    const consensus = coderIds.get(round.consensus);
    const idsOf = (names: readonly string[]): CoderId[] =>
      names.flatMap((name) => coderIds.get(name) ?? []).filter((id) => id !== consensus);
    const taken = idsOf(decision.taken);
    const order = [...new Set([...taken, ...idsOf(round.coders)])];
    const here = [...excerptsOf(project, decision.transcriptId)].filter(
      (one) => one.themeIds.includes(decision.themeId) && overlaps(one, decision),
    );
    return [
      {
        decision,
        marks: order.flatMap((id) => here.filter(({ coderId }) => coderId === id)),
        taken: new Set(taken),
        heirs: here.filter(({ coderId }) => coderId === consensus),
      },
    ];
  });
}

const INHERITED = ['reduction', 'memo', 'stance', 'question', 'deviantReason'] as const;

function heirOf(heir: Excerpt, marks: readonly Excerpt[], types: readonly TypeId[]): Excerpt {
  const missing = INHERITED.filter((field) => heir[field] === null).map((field) => [
    field,
    marks.map((mark) => mark[field]).find((value) => value !== null) ?? null,
  ]);
  return {
    ...heir,
    ...(Object.fromEntries(missing) as Partial<Excerpt>),
    deviant: heir.deviant || marks.some(({ deviant }) => deviant),
    typeIds: [...new Set([...heir.typeIds, ...types])],
  };
}
