import type { Project } from '../../domain/project/project.ts';
import type { Excerpt } from '../../domain/project/records.ts';
import { VERDICTS } from '../../domain/project/review-records.ts';
import { lastVisit } from '../../domain/reviews/last-visit.ts';
import { peopleOf } from '../../domain/reviews/people.ts';
import { reviewQueue, type QueueFilter, type QueueItem } from '../../domain/reviews/queue.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { caseNameOf, reviewItem, type ReviewItem } from './review-item.ts';
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
  /** Where these very excerpts are made into a file to be reviewed elsewhere. */
  readonly fileHref: string;
  readonly previous: string | null;
  readonly next: string | null;
  /** Where a verdict leads, as a query. */
  readonly after: string;
  /** This very excerpt, as a query. */
  readonly here: string;
  /** The same with more of what was said of it. */
  readonly more: string;
  readonly item: ReviewItem | null;
  readonly isEmpty: boolean;
}

export interface ReviewQuery extends QueueFilter {
  readonly e?: string | undefined;
  /** So many of the newest comments of a long thread. */
  readonly said?: number | undefined;
}

interface Asked {
  readonly query: ReviewQuery;
  readonly reviewer: string;
  readonly asksName: boolean;
  readonly now: string;
}

const SHOWS = ['since', 'waiting', 'mine', 'open', 'all'] as const;
/** Comments of a thread that are shown before the older ones are asked for. */
const NEWEST = 20;
/** So many more each time: a page of ten thousand comments is slow to draw. */
const MORE = 200;
/** Rows around the excerpt that is looked at: a queue may hold thousands. */
const AROUND = 40;

/** @param textOf the canonical text of the transcript that the shown excerpt is of */
export async function reviewPage(
  project: Project,
  { query, reviewer, asksName, now }: Asked,
  textOf: (excerpt: Excerpt) => Promise<string>,
  t: Translate,
  formats: Formats,
): Promise<ReviewPage> {
  const base = `/projects/${project.id}`;
  const { e, said, ...filter } = query;
  const everything = reviewQueue(project, reviewer, { ...filter, show: 'all' }, now);
  const show = filter.show ?? 'waiting';
  const most = said ?? NEWEST;
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
    fileHref: `${base}/review/files?${queryOf({ ...filter, show }, undefined)}`,
    previous: at > 0 ? address(all[at - 1]!.excerpt.id) : null,
    next: at + 1 < all.length ? address(all[at + 1]!.excerpt.id) : null,
    after: queryOf({ ...filter, show }, waiting?.excerpt.id ?? item?.excerpt.id),
    here: queryOf({ ...filter, show, said }, item?.excerpt.id),
    more: `${queryOf({ ...filter, show }, item?.excerpt.id)}&said=${most + MORE}`,
    item: item
      ? reviewItem(project, item, await textOf(item.excerpt), t, formats, {
          people: peopleOf(project),
          most,
        })
      : null,
    isEmpty: project.excerpts.size === 0,
  };
}

function isShown(
  { waiting, isSince, isMine, threads }: QueueItem,
  show: QueueFilter['show'],
): boolean {
  if (show === 'since') return isSince;
  if (show === 'mine') return isMine;
  if (show === 'waiting') return waiting !== 'done';
  return show === 'all' || threads.some(({ isOpen }) => isOpen);
}

const option = (value: string, name: string, chosen: string | undefined): Option => ({
  value,
  name,
  chosen: value === chosen,
});

function queryOf(filter: Omit<ReviewQuery, 'e'>, excerpt: string | undefined): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, e: excerpt }))
    if (value !== undefined && value !== '') query.set(name, String(value));
  return query.toString();
}

const addressOf =
  (base: string, filter: QueueFilter) =>
  (excerpt: string | undefined): string =>
    `${base}/review?${queryOf(filter, excerpt)}${excerpt === undefined ? '' : '#passage'}`;

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
