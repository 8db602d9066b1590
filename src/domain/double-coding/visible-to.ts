import type { ExcerptId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import { hiddenFrom, type Hidden } from './hidden.ts';
import { withoutIds } from './without-ids.ts';

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
  const hidden = hiddenFrom(project, person);
  if (!hidden) return project;
  let views = known.get(project);
  if (views?.revision !== project.revision)
    known.set(project, (views = { revision: project.revision, byPerson: new Map() }));
  const view = views.byPerson.get(person) ?? viewOf(project, hidden);
  views.byPerson.set(person, view);
  return view;
}

function viewOf(project: Project, hidden: Hidden): Project {
  const excerpts = only(project.excerpts, (one) => !hidden.excerpt(one));
  const isSeen = (id: ExcerptId): boolean => excerpts.has(id);
  const reviews = only(project.reviews, ({ excerptId }) => isSeen(excerptId));
  const unpointed = <T>(record: T): T => withoutIds(record, (id) => hidden.named(id) !== null);
  return {
    ...project,
    ...{ excerpts, reviews },
    excerptsBySpan: mapped(project.excerptsBySpan, (bySpan) => only(bySpan, isSeen)),
    comments: only(project.comments, ({ reviewId }) => reviews.has(reviewId)),
    decisions: only(project.decisions, (one) => !hidden.decision(one)),
    summaries: only(project.summaries, (one) => !hidden.summary(one)),
    themes: mapped(project.themes, unpointed),
    types: mapped(project.types, unpointed),
    report: unpointed(project.report),
  };
}

const only = <K, V>(map: ReadonlyMap<K, V>, keeps: (value: V) => boolean): Map<K, V> =>
  new Map([...map].filter(([, value]) => keeps(value)));

const mapped = <K, V>(map: ReadonlyMap<K, V>, to: (value: V) => V): Map<K, V> =>
  new Map([...map].map(([key, value]) => [key, to(value)]));
