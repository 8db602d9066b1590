import { themeTitle } from '../../domain/codebook/tree.ts';
import { caseOf } from '../../domain/cases/case-of.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Excerpt } from '../../domain/project/records.ts';
import { VERDICTS, type Verdict } from '../../domain/project/review-records.ts';
import { lastVisit } from '../../domain/reviews/last-visit.ts';
import { reviewQueue, type QueueFilter, type QueueItem } from '../../domain/reviews/queue.ts';
import type { Thread } from '../../domain/reviews/threads.ts';
import { overlaps } from '../../domain/text/span.ts';
import { turnIndexAt, type Turn } from '../../domain/text/turns.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { themeOptions } from './theme-options.ts';

interface Option {
  readonly value: string;
  readonly name: string;
  readonly chosen: boolean;
}

interface Row {
  readonly href: string;
  readonly quote: string;
  readonly caseName: string;
  readonly state: string;
  /** A class: the verdict of the reviewer, or what the excerpt waits for. */
  readonly mark: string;
  readonly isCurrent: boolean;
}

interface ShownTurn {
  readonly number: number;
  readonly speaker: string | null;
  readonly role: Turn['role'];
  readonly parts: readonly { readonly text: string; readonly isMarked: boolean }[];
}

interface ShownThread {
  readonly id: string;
  readonly reviewer: string;
  readonly verdict: Verdict;
  readonly verdictName: string;
  readonly when: string;
  readonly isOpen: boolean;
  readonly older: string | null;
  readonly resolved: string | null;
  readonly comments: readonly {
    readonly id: string;
    readonly author: string;
    readonly when: string;
    readonly text: string;
  }[];
}

interface Shown {
  readonly id: string;
  readonly where: string;
  readonly inText: string;
  readonly turns: readonly ShownTurn[];
  readonly themes: readonly {
    readonly title: string;
    readonly colour: number;
    readonly about: readonly { readonly term: string; readonly text: string }[];
  }[];
  readonly types: readonly string[];
  readonly notes: readonly { readonly term: string; readonly text: string }[];
  readonly threads: readonly ShownThread[];
  readonly verdicts: readonly {
    readonly value: Verdict;
    readonly name: string;
    readonly key: string;
    readonly isGiven: boolean;
  }[];
  /** What the reviewer's own verdict was about has changed. */
  readonly changed: string | null;
}

export interface ReviewPage {
  readonly base: string;
  readonly reviewer: string;
  /** Nobody signed in: who reviews says so. */
  readonly asksName: boolean;
  readonly shows: readonly (Option & { readonly href: string; readonly count: string })[];
  readonly show: string;
  readonly themes: readonly {
    readonly id: string;
    readonly title: string;
    readonly chosen: boolean;
  }[];
  readonly coders: readonly Option[];
  readonly verdicts: readonly Option[];
  readonly since: string;
  readonly rows: readonly Row[];
  /** "3 of 62". */
  readonly position: string;
  readonly previous: string | null;
  readonly next: string | null;
  /** Where a verdict leads, as a query. */
  readonly after: string;
  /** This very excerpt, as a query. */
  readonly here: string;
  readonly item: Shown | null;
  readonly isEmpty: boolean;
}

export interface ReviewQuery extends QueueFilter {
  readonly e?: string | undefined;
}

interface Asked {
  readonly query: ReviewQuery;
  readonly reviewer: string;
  readonly asksName: boolean;
  readonly now: string;
}

const SHOWS = ['since', 'waiting', 'open', 'all'] as const;
/** Rows around the excerpt that is looked at: a queue may hold thousands. */
const AROUND = 40;
/** Turns before and after it. */
const CONTEXT = 2;
const KEYS: Record<Verdict, string> = { accept: 'a', question: 'q', dispute: 'd' };

/** @param textOf the canonical text of the transcript that the shown excerpt is of */
export async function reviewPage(
  project: Project,
  { query, reviewer, asksName, now }: Asked,
  textOf: (excerpt: Excerpt) => Promise<string>,
  t: Translate,
  formats: Formats,
): Promise<ReviewPage> {
  const base = `/projects/${project.id}`;
  const { e, ...filter } = query;
  const everything = reviewQueue(project, reviewer, { ...filter, show: 'all' }, now);
  const show = filter.show ?? 'waiting';
  const items = everything.filter((item) => isShown(item, show));
  // An excerpt that was just judged stays in sight, though it waits no longer.
  const all = e && !items.some((one) => one.excerpt.id === e) ? everything : items;
  const at = Math.max(
    0,
    all.findIndex((one) => one.excerpt.id === e),
  );
  const item = all[at];
  const address = addressOf(base, { ...filter, show });
  const waiting = [...items.slice(at + 1), ...items.slice(0, at)].find(
    (one) => one.waiting !== 'done' && one !== item,
  );
  return {
    base,
    reviewer,
    asksName,
    show,
    shows: SHOWS.map((value) => ({
      value,
      name: t(`review.show.${value}`),
      chosen: value === show,
      href: addressOf(base, { ...filter, show: value })(undefined),
      count: formats.number(everything.filter((one) => isShown(one, value)).length),
    })),
    themes: themeOptions(project, null).map((one) => ({ ...one, chosen: one.id === filter.theme })),
    coders: [...project.coders.values()].map(({ name }) => option(name, name, filter.coder)),
    verdicts: [...VERDICTS, 'none'].map((value) =>
      option(value, t(`review.verdict.${value}`), filter.verdict),
    ),
    since: sinceText(lastVisit(project, reviewer, now), t, formats),
    rows: rowsOf(project, all, at, address, t),
    position: item ? t('review.position', { number: at + 1, total: all.length }) : '',
    previous: at > 0 ? address(all[at - 1]!.excerpt.id) : null,
    next: at + 1 < all.length ? address(all[at + 1]!.excerpt.id) : null,
    after: queryOf({ ...filter, show }, waiting?.excerpt.id ?? item?.excerpt.id),
    here: queryOf({ ...filter, show }, item?.excerpt.id),
    item: item ? shownOf(project, item, await textOf(item.excerpt), t, formats) : null,
    isEmpty: project.excerpts.size === 0,
  };
}

function isShown({ waiting, isSince, threads }: QueueItem, show: QueueFilter['show']): boolean {
  if (show === 'since') return isSince;
  if (show === 'waiting') return waiting !== 'done';
  return show === 'all' || threads.some(({ isOpen }) => isOpen);
}

const option = (value: string, name: string, chosen: string | undefined): Option => ({
  value,
  name,
  chosen: value === chosen,
});

function queryOf(filter: QueueFilter, excerpt: string | undefined): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, e: excerpt }))
    if (typeof value === 'string' && value !== '') query.set(name, value);
  return query.toString();
}

const addressOf =
  (base: string, filter: QueueFilter) =>
  (excerpt: string | undefined): string =>
    `${base}/review?${queryOf(filter, excerpt)}`;

const sinceText = (visit: string | null, t: Translate, { moment }: Formats): string =>
  visit === null ? t('review.first-visit') : t('review.last-visit', { when: moment(visit) });

function rowsOf(
  project: Project,
  items: readonly QueueItem[],
  at: number,
  address: (excerpt: string) => string,
  t: Translate,
): Row[] {
  const from = Math.max(0, at - AROUND);
  return items.slice(from, at + AROUND + 1).map(({ excerpt, waiting, verdict }, i) => ({
    href: address(excerpt.id),
    quote: excerpt.quote.slice(0, 140),
    caseName: caseNameOf(project, excerpt),
    state:
      verdict && waiting === 'done' ? t(`review.verdict.${verdict}`) : t(`review.waits.${waiting}`),
    mark: waiting === 'done' ? (verdict ?? 'done') : waiting,
    isCurrent: from + i === at,
  }));
}

function caseNameOf(project: Project, excerpt: Excerpt): string {
  const id = caseOf(project, excerpt);
  return (id && project.cases.get(id)?.name) ?? '';
}

function shownOf(
  project: Project,
  { excerpt, waiting, verdict, threads }: QueueItem,
  text: string,
  t: Translate,
  formats: Formats,
): Shown {
  const transcript = project.transcripts.get(excerpt.transcriptId)!;
  const place = turnIndexAt(transcript.turns, excerpt.start);
  const coder = project.coders.get(excerpt.coderId)?.name ?? '';
  const note = (term: string, text: string | null): Shown['notes'] =>
    text ? [{ term: t(`review.${term}`), text }] : [];
  return {
    id: excerpt.id,
    where: [
      transcript.title,
      caseNameOf(project, excerpt),
      t('review.turn', { number: place + 1 }),
      t('review.coded-by', { coder, when: formats.day(excerpt.createdAt) }),
    ]
      .filter((part, i, all) => part !== '' && part !== all[i - 1])
      .join(' · '),
    inText: `/projects/${project.id}/code/${transcript.id}#e-${excerpt.id}`,
    turns: contextOf(transcript.turns, excerpt, place, text),
    themes: excerpt.themeIds.flatMap((id) => {
      const theme = project.themes.get(id);
      if (!theme) return [];
      const about = (['definition', 'include', 'exclude'] as const).flatMap((field) =>
        theme[field] ? [{ term: t(`themes.${field}`), text: theme[field] }] : [],
      );
      return [{ title: themeTitle(theme), colour: theme.colour, about }];
    }),
    types: excerpt.typeIds.flatMap((id) => project.types.get(id)?.name ?? []),
    notes: [
      ...note('reduction', excerpt.reduction),
      ...note('memo', excerpt.memo),
      ...note(
        'deviant',
        excerpt.deviant ? (excerpt.deviantReason ?? t('review.deviant-why')) : null,
      ),
    ],
    threads: threads.map((thread) => threadOf(thread, t, formats)),
    verdicts: VERDICTS.map((value) => ({
      value,
      name: t(`review.give.${value}`),
      key: KEYS[value],
      isGiven: value === verdict,
    })),
    changed: waiting === 'changed' ? t('review.changed') : null,
  };
}

/** The turns the excerpt lies in and those around it, the passage marked. */
function contextOf(
  turns: readonly Turn[],
  excerpt: Excerpt,
  place: number,
  text: string,
): ShownTurn[] {
  const last = turnIndexAt(turns, excerpt.end - 1);
  return turns.slice(Math.max(0, place - CONTEXT), last + CONTEXT + 1).map((turn) => {
    const end = turn.body + text.slice(turn.body, turn.end).trimEnd().length;
    const said = { start: turn.body, end };
    const cuts = overlaps(said, excerpt)
      ? [said.start, Math.max(said.start, excerpt.start), Math.min(end, excerpt.end), end]
      : [said.start, end, end, end];
    const parts = cuts.slice(1).map((to, i) => ({
      text: text.slice(cuts[i], to),
      isMarked: i === 1,
    }));
    return {
      number: turns.indexOf(turn) + 1,
      speaker: turn.speaker,
      role: turn.role,
      parts: parts.filter((part) => part.text !== ''),
    };
  });
}

function threadOf(
  { review, comments, isOpen, isOlder }: Thread,
  t: Translate,
  { moment }: Formats,
): ShownThread {
  const { id, reviewer, verdict, at, resolvedAt, resolvedBy } = review;
  return {
    ...{ id, reviewer, verdict, isOpen },
    verdictName: t(`review.verdict.${verdict}`),
    when: moment(at),
    older: isOlder ? t('review.older') : null,
    resolved:
      resolvedAt === null
        ? null
        : t('review.resolved-by', { who: resolvedBy ?? '', when: moment(resolvedAt) }),
    comments: comments.map(({ id, author, at, text }) => ({ id, author, when: moment(at), text })),
  };
}
