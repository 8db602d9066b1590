import type { Place } from '../../../app/code-hits.ts';
import type { Concordance } from '../../../app/words-of.ts';
import { CONCORDANCE_ORDERS, WORD_MATCHES } from '../../../domain/analysis/words/concordance.ts';
import { SPOKEN_BY } from '../../../domain/analysis/words/spoken-words.ts';
import { themesInOrder, themeTitle } from '../../../domain/codebook/tree.ts';
import type { TranscriptId } from '../../../domain/ids.ts';
import { casesInOrder, excerptsOf, type Project } from '../../../domain/project/project.ts';
import { PASSAGES } from '../../../domain/text/passage-around.ts';
import { overlaps, type Span } from '../../../domain/text/span.ts';
import {
  concordanceQuery,
  formsWithout,
  type ConcordanceQuery,
} from '../../api/schemas-analysis.ts';
import type { HitsSent, HitsShown } from '../../api/schemas-hits.ts';
import type { ChartPage } from './chart-page.ts';
import { baseOf, opening, searchOf, type Context } from './context.ts';
import { choiceField, recordField, type Field } from './fields.ts';
import { noInterviews } from './words.ts';

export interface ConcordancePage {
  readonly base: string;
  readonly action: string;
  /** Why there is nothing to look in and what to do; null where there is. */
  readonly empty: ChartPage['empty'];
  /** Why the places that are ticked were not coded. */
  readonly problem: string | null;
  readonly fields: readonly Field[];
  /** What was found, in words; null before anything was asked for. */
  readonly result: string | null;
  readonly language: string;
  readonly lines: readonly {
    readonly left: string;
    readonly hit: string;
    readonly right: string;
    readonly who: string;
    readonly turn: number;
    readonly href: string;
    /** "transcript:start:end": which place it is. */
    readonly place: string;
    readonly isTicked: boolean;
    /** What it was coded with so far. */
    readonly themes: string;
  }[];
  /** The forms found; each leads to the same without it, or with it again. */
  readonly forms: readonly {
    readonly form: string;
    readonly count: string;
    readonly isLeftOut: boolean;
    readonly href: string;
    /** What following it does. */
    readonly does: string;
  }[];
  /** Words that begin alike and were not looked for; each leads to a search for it. */
  readonly alike: readonly { readonly form: string; readonly href: string }[];
  readonly coding: Coding;
  readonly downloads: readonly { readonly href: string; readonly name: string }[];
}

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly current: boolean;
}

/** Coding the places that are ticked. */
interface Coding {
  /** The search to come back to. */
  readonly back: string;
  readonly themes: readonly Choice[];
  readonly newTheme: string;
  readonly passages: readonly Choice[];
  /** Ticks every box, or none. */
  readonly pick: { readonly href: string; readonly name: string };
  /** What was just done, in words; null where nothing was. */
  readonly done: string | null;
}

export function concordancePage(
  context: Context,
  query: ConcordanceQuery,
  found: Concordance,
  shown: HitsShown,
  sent?: HitsSent,
): ConcordancePage {
  const { t, project } = context;
  const { lines, total } = found;
  const base = baseOf(context);
  const search = addressOf(query);
  const words = query.q.trim();
  const ticked = new Set(sent?.places.map(placeOf));
  const isTicked = (place: string): boolean => (sent ? ticked.has(place) : shown.pick === 'all');
  const counts = { count: total, words, shown: lines.length };
  return {
    base,
    action: `${base}/analyse/concordance`,
    empty: noInterviews(context),
    problem: sent?.problem ?? null,
    fields: [
      {
        kind: 'search',
        id: 'q',
        name: t('charts.concordance.q'),
        value: query.q,
        hint: t('charts.concordance.q-hint'),
      },
      choiceField(t, 'concordance', 'match', WORD_MATCHES, query.match),
      choiceField(t, 'words', 'by', SPOKEN_BY, query.by),
      recordField(
        'case',
        t('charts.case'),
        casesInOrder(project),
        query.case,
        t('charts.all-cases'),
      ),
      choiceField(t, 'concordance', 'order', CONCORDANCE_ORDERS, query.order),
    ],
    result:
      words === ''
        ? null
        : total === 0
          ? t('charts.concordance.nothing', counts)
          : t(
              total > lines.length ? 'charts.concordance.found-many' : 'charts.concordance.found',
              counts,
            ),
    language: project.settings.language,
    forms: formsOf(context, query, found),
    alike: found.alike.map((form) => ({
      form,
      href: `?${addressOf({ ...query, q: form, without: '' })}`,
    })),
    coding: codingOf(context, search, lines.length, shown, sent),
    lines: lines.map(({ left, hit, right, caseId, turn, transcriptId, start, end }) => ({
      left,
      hit,
      right,
      who: project.cases.get(caseId)?.name ?? '',
      turn,
      href: `${base}/code/${transcriptId}#t-${turn}`,
      place: placeOf({ transcriptId, start, end }),
      isTicked: isTicked(placeOf({ transcriptId, start, end })),
      themes: themesOver(project, transcriptId, { start, end }),
    })),
    downloads:
      total > 0
        ? [
            {
              href: `/api/v1${base}/analysis/concordance.csv?${search}`,
              name: t('charts.download.csv'),
            },
          ]
        : [],
  };
}

const addressOf = (query: ConcordanceQuery): string =>
  searchOf({ ...query }, { ...concordanceQuery.parse({}) });

/** Where one form alone was found there is nothing to choose. */
function formsOf({ t, formats }: Context, query: ConcordanceQuery, { forms }: Concordance) {
  if (forms.length < 2) return [];
  const without = new Set(formsWithout(query));
  return forms.map(({ form, count, isLeftOut }) => {
    const others = [...without].filter((one) => one !== form);
    const next = isLeftOut ? others : [...others, form];
    return {
      form,
      count: formats.number(count),
      isLeftOut,
      href: `?${addressOf({ ...query, without: next.join(',') })}`,
      does: t(`charts.concordance.${isLeftOut ? 'take-in' : 'leave-out'}`, { form }),
    };
  });
}

/** A place as the form sends it. */
const placeOf = ({ transcriptId, start, end }: Partial<Record<keyof Place, unknown>>): string =>
  [transcriptId, start, end].map(String).join(':');

function codingOf(
  context: Context,
  search: string,
  count: number,
  { pick, coded, at }: HitsShown,
  sent: HitsSent | undefined,
): Coding {
  const { t, project } = context;
  const all = opening(search, { pick: 'all' });
  return {
    back: search,
    themes: themesInOrder(project.themes)
      .filter(({ theme }) => !theme.retired)
      .map(({ theme, depth }) => ({
        id: theme.id,
        name: `${'\u2003'.repeat(depth)}${themeTitle(theme)}`,
        current: sent?.themeIds.includes(theme.id) === true,
      })),
    newTheme: sent?.newTheme?.name ?? '',
    passages: PASSAGES.map((id) => ({
      id,
      name: t(`charts.concordance.passages.${id}`),
      current: id === sent?.passage,
    })),
    pick:
      pick === 'all'
        ? { href: `?${search}`, name: t('charts.concordance.pick-none') }
        : { href: all, name: t('charts.concordance.pick-all', { count }) },
    done:
      coded === undefined || at !== project.revision
        ? null
        : t('charts.concordance.coded', { count: coded }),
  };
}

/** The themes of the excerpts that a place lies in, by name. */
function themesOver(project: Project, transcriptId: TranscriptId, place: Span): string {
  const ids = [...excerptsOf(project, transcriptId)]
    .filter((excerpt) => overlaps(excerpt, place))
    .flatMap(({ themeIds }) => themeIds);
  return [...new Set(ids)]
    .flatMap((id) => project.themes.get(id) ?? [])
    .map(themeTitle)
    .join(', ');
}

/** The lines for a spreadsheet, the first row their names. */
export function concordanceRows(
  { t, project }: Context,
  { lines }: Concordance,
): (string | number)[][] {
  return [
    ['who', 'interview', 'turn', 'left', 'hit', 'right'].map((name) =>
      t(`charts.concordance.columns.${name}`),
    ),
    ...lines.map(({ caseId, transcriptId, turn, left, hit, right }) => [
      project.cases.get(caseId)?.name ?? '',
      project.transcripts.get(transcriptId)?.title ?? '',
      turn,
      left,
      hit,
      right,
    ]),
  ];
}
