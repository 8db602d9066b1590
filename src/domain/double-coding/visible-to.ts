import type { ExcerptId, TranscriptId } from '../ids.ts';
import type { Command } from '../project/commands.ts';
import type { Project } from '../project/project.ts';
import type { Excerpt, Theme, Type } from '../project/records.ts';
import { Rejection } from '../rejection.ts';
import { isOpen } from './rounds.ts';

type Place = Pick<Excerpt, 'transcriptId' | 'coderId'>;

/** What is hidden from somebody; null where they see everything. */
export type Hides = ((excerpt: Place) => boolean) | null;

/**
 * While a round of double coding runs, its coders see in its transcripts only what they coded
 * themselves: nobody else's, not even of coders outside the round. Others see everything.
 */
export function hiddenFrom(project: Project, person: string): Hides {
  if (project.rounds.size === 0) return null;
  const blind = new Set<TranscriptId>();
  for (const round of project.rounds.values())
    if (isOpen(round) && round.coders.includes(person))
      for (const id of round.transcriptIds) blind.add(id);
  if (blind.size === 0) return null;
  const own = [...project.coders.values()].find(({ name }) => name === person)?.id;
  return ({ transcriptId, coderId }) => coderId !== own && blind.has(transcriptId);
}

interface Views {
  readonly revision: number;
  readonly byPerson: Map<string, Project>;
}

const known = new WeakMap<Project, Views>();

/**
 * The project as somebody sees it: without what is hidden from them and without all that speaks of
 * it. The project itself where nothing is, at no cost; else a copy, made once for each revision.
 */
export function visibleTo(project: Project, person: string): Project {
  const hides = hiddenFrom(project, person);
  if (!hides) return project;
  let views = known.get(project);
  if (views?.revision !== project.revision)
    known.set(project, (views = { revision: project.revision, byPerson: new Map() }));
  const view = views.byPerson.get(person) ?? viewOf(project, hides);
  views.byPerson.set(person, view);
  return view;
}

function viewOf(project: Project, hides: NonNullable<Hides>): Project {
  const { excerpts, reviews, comments, excerptsBySpan } = project;
  const seen = only(excerpts, (one) => !hides(one));
  const isSeen = (id: ExcerptId): boolean => seen.has(id);
  const seenReviews = only(reviews, ({ excerptId }) => isSeen(excerptId));
  return {
    ...project,
    excerpts: seen,
    excerptsBySpan: new Map([...excerptsBySpan].map(([id, bySpan]) => [id, only(bySpan, isSeen)])),
    reviews: seenReviews,
    comments: only(comments, ({ reviewId }) => seenReviews.has(reviewId)),
    themes: mapped(project.themes, (theme): Theme =>
      theme.anchorId && !isSeen(theme.anchorId) ? { ...theme, anchorId: null } : theme,
    ),
    types: mapped(project.types, (type) => seenType(type, isSeen)),
    report: {
      ...project.report,
      quotes: Object.fromEntries(
        Object.entries(project.report.quotes).filter(([id]) => isSeen(id as ExcerptId)),
      ),
    },
  };
}

function seenType(type: Type, isSeen: (id: ExcerptId) => boolean): Type {
  const { exemplarExcerptId: exemplar, features } = type;
  return {
    ...type,
    exemplarExcerptId: exemplar && isSeen(exemplar) ? exemplar : null,
    features: features.map((one) => ({ ...one, evidenceIds: one.evidenceIds.filter(isSeen) })),
  };
}

const only = <K, V>(map: ReadonlyMap<K, V>, keeps: (value: V) => boolean): Map<K, V> =>
  new Map([...map].filter(([, value]) => keeps(value)));

const mapped = <K, V>(map: ReadonlyMap<K, V>, to: (value: V) => V): Map<K, V> =>
  new Map([...map].map(([key, value]) => [key, to(value)]));

/**
 * What somebody does not see they cannot change either: the answer would tell of it.
 *
 * @throws Rejection `excerpt-not-found`
 */
export function ensureSeen(project: Project, person: string, command: Command): void {
  const hides = hiddenFrom(project, person);
  if (!hides) return;
  const id =
    'excerptId' in command
      ? command.excerptId
      : command.kind === 'change-excerpt' || command.kind === 'remove-excerpt'
        ? command.id
        : null;
  const excerpt = id && project.excerpts.get(id);
  if (excerpt && hides(excerpt)) throw new Rejection('not-found', 'excerpt-not-found', { id });
}
