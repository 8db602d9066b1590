import type { Concordance } from '../../../app/words-of.ts';
import { CONCORDANCE_ORDERS, WORD_MATCHES } from '../../../domain/analysis/words/concordance.ts';
import { SPOKEN_BY } from '../../../domain/analysis/words/spoken-words.ts';
import { casesInOrder } from '../../../domain/project/project.ts';
import { concordanceQuery, type ConcordanceQuery } from '../../api/schemas-analysis.ts';
import { baseOf, searchOf, type Context } from './context.ts';
import { choiceField, recordField, type Field } from './fields.ts';

export interface ConcordancePage {
  readonly base: string;
  readonly action: string;
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
  }[];
  readonly downloads: readonly { readonly href: string; readonly name: string }[];
}

export function concordancePage(
  context: Context,
  query: ConcordanceQuery,
  { lines, total }: Concordance,
): ConcordancePage {
  const { t, project } = context;
  const base = baseOf(context);
  const search = searchOf({ ...query }, { ...concordanceQuery.parse({}) });
  const words = query.q.trim();
  const counts = { count: total, words, shown: lines.length };
  return {
    base,
    action: `${base}/analyse/concordance`,
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
    lines: lines.map(({ left, hit, right, caseId, turn, transcriptId }) => ({
      left,
      hit,
      right,
      who: project.cases.get(caseId)?.name ?? '',
      turn,
      href: `${base}/code/${transcriptId}#t-${turn}`,
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
