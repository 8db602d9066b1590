import { excerptsAt, type Spot } from '../../domain/analysis/excerpts-at.ts';
import { caseOf } from '../../domain/cases/case-of.ts';
import { themeTitle } from '../../domain/codebook/tree.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Excerpt, Language } from '../../domain/project/records.ts';
import { turnIndexAt } from '../../domain/text/turns.ts';
import { selectionOf, type TableQuery } from '../api/schemas-frequencies.ts';
import type { Translate } from '../i18n.ts';
import { itemNames } from '../table-words.ts';
import { titleOf } from './frequency-table.ts';
import { searchOf, spotAddresses } from './table-address.ts';

export interface QuotesPane {
  readonly language: string;
  /** The row and the column, or what stands for all of them. */
  readonly title: string;
  readonly counts: string;
  readonly quotes: readonly {
    readonly text: string;
    readonly tag: string;
    readonly href: string;
    /** Which turn it begins in, and the themes it carries. */
    readonly about: string;
  }[];
  /** Where the rest is shown too; null where all is. */
  readonly more: { readonly href: string; readonly name: string } | null;
  /** The table without the quotes. */
  readonly close: string;
  /** A summary to be written of them; none in a table of figures. */
  readonly summary: { readonly action: string; readonly text: string } | null;
}

const SHOWN = 60;

/** The quotes behind a figure; null where the address opens none. */
export function quotesPane(
  project: Project,
  query: TableQuery,
  spot: Spot | null,
  all: boolean,
  language: Language,
  t: Translate,
): QuotesPane | null {
  if (!spot) return null;
  const { rows, columns } = query;
  const at = excerptsAt(project, { rows, columns, only: selectionOf(query) }, spot);
  const names = [
    ...[at?.row ?? []].flat().map(itemNames(project, rows, language, t)),
    ...[at?.column ?? []].flat().map(itemNames(project, columns, language, t)),
  ].map(titleOf);
  return paneOf(
    project,
    {
      title: at ? names.join(' · ') || t('frequencies.everything') : t('frequencies.gone'),
      excerpts: at?.excerpts ?? [],
      all,
      address: spotAddresses(query)(spot.rowId, spot.columnId),
      close: `?${searchOf(query)}`,
    },
    t,
  );
}

export interface OpenedQuotes {
  readonly title: string;
  /** In the order in which they are shown. */
  readonly excerpts: readonly Excerpt[];
  readonly all: boolean;
  /** Of the page with these quotes open, as a query. */
  readonly address: string;
  /** The same without them. */
  readonly close: string;
}

/** Excerpts beside the figure that they stand behind. */
export function paneOf(
  project: Project,
  { title, excerpts, all, address, close }: OpenedQuotes,
  t: Translate,
): QuotesPane {
  const shown = all ? excerpts : excerpts.slice(0, SHOWN);
  const cases = new Set(excerpts.map((excerpt) => caseOf(project, excerpt)));
  return {
    language: project.settings.language,
    title,
    counts: [
      t('common.excerpts', { count: excerpts.length }),
      t('frequencies.cases', { count: cases.size }),
    ].join(' · '),
    quotes: shown.map((excerpt) => quoteOf(project, excerpt, t)),
    more:
      shown.length < excerpts.length
        ? {
            href: `${address}&quotes=all`,
            name: t('frequencies.more', { count: excerpts.length - shown.length }),
          }
        : null,
    close,
    summary: null,
  };
}

function quoteOf(project: Project, excerpt: Excerpt, t: Translate): QuotesPane['quotes'][number] {
  const { transcripts, cases, themes } = project;
  const transcript = transcripts.get(excerpt.transcriptId);
  const turn = turnIndexAt(transcript?.turns ?? [], excerpt.start);
  const caseId = caseOf(project, excerpt);
  return {
    text: excerpt.quote,
    tag: (caseId && cases.get(caseId)?.name) ?? transcript?.title ?? '',
    href: `/projects/${project.id}/code/${excerpt.transcriptId}#e-${excerpt.id}`,
    about: [
      ...(turn < 0 ? [] : [t('frequencies.turn', { turn: turn + 1 })]),
      ...excerpt.themeIds.flatMap((id) => {
        const theme = themes.get(id);
        return theme ? [themeTitle(theme)] : [];
      }),
    ].join(' · '),
  };
}
