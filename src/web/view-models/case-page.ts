import { measureStatistics } from '../../domain/analysis/measures/measure-statistics.ts';
import { caseHoldings } from '../../domain/cases/case-holdings.ts';
import { themeTitle, themesInOrder } from '../../domain/codebook/tree.ts';
import { attributesInOrder, casesInOrder, type Project } from '../../domain/project/project.ts';
import type { Attribute, Case, Excerpt } from '../../domain/project/records.ts';
import { valueName } from '../group-name.ts';
import type { Translate } from '../i18n.ts';
import { attributeAbout, typesOf } from './cases-page.ts';
import type { Formats } from './formats.ts';

export interface CasePage {
  readonly base: string;
  readonly href: string;
  readonly name: string;
  readonly memo: string;
  readonly values: readonly ValueField[];
  readonly transcripts: readonly {
    readonly href: string;
    readonly title: string;
    readonly facts: string;
  }[];
  readonly themes: readonly {
    readonly title: string;
    readonly colour: number;
    readonly count: string;
  }[];
  readonly excerptCount: string;
  readonly types: readonly { readonly name: string; readonly colour: number }[];
  readonly deviantReason: string | null;
  /** Who it may be another spelling of. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly mayBeRemoved: boolean;
}

interface ValueField {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly value: string;
  readonly choices: readonly string[] | null;
  readonly isNumber: boolean;
  /** Of a measure: the group the answer puts the case in. */
  readonly group: string | null;
}

export function casePage(project: Project, one: Case, t: Translate, formats: Formats): CasePage {
  const base = `/projects/${project.id}`;
  const { transcripts, excerpts } = caseHoldings(project)(one.id);
  return {
    base,
    href: `${base}/cases/${one.id}`,
    name: one.name,
    memo: one.memo ?? '',
    values: attributesInOrder(project).map((attribute) => fieldOf(one, attribute, t, formats)),
    transcripts: transcripts.map(({ id, title, wordCount }) => ({
      href: `${base}/code/${id}`,
      title,
      facts: [
        t('common.words', { count: wordCount }),
        t('common.excerpts', {
          count: excerpts.filter(({ transcriptId }) => transcriptId === id).length,
        }),
      ].join(' · '),
    })),
    themes: themesCounted(project, excerpts, formats),
    excerptCount: t('common.excerpts', { count: excerpts.length }),
    types: typesOf(project, one),
    deviantReason: one.deviantReason,
    others: casesInOrder(project).flatMap(({ id, name }) => (id === one.id ? [] : [{ id, name }])),
    mayBeRemoved: transcripts.length === 0,
  };
}

function fieldOf(one: Case, attribute: Attribute, t: Translate, formats: Formats): ValueField {
  const { id, name, kind, choices, measure } = attribute;
  const value = one.attributes[id];
  const group = measure ? measureStatistics(measure, [value]).groupOf[0] : null;
  return {
    id,
    name,
    about: attributeAbout(attribute, t),
    value: value === undefined ? '' : valueName(attribute, value, formats.language),
    choices: kind === 'choice' ? choices : null,
    isNumber: kind === 'number' || kind === 'measure',
    group: group ? t(`measures.groups.${group}`) : null,
  };
}

/** In codebook order; an excerpt counts for the themes it has, not for those above them. */
function themesCounted(
  project: Project,
  excerpts: readonly Excerpt[],
  formats: Formats,
): CasePage['themes'] {
  const counts = new Map<string, number>();
  for (const { themeIds } of excerpts)
    for (const id of themeIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  return themesInOrder(project.themes).flatMap(({ theme }) => {
    const count = counts.get(theme.id);
    return count === undefined
      ? []
      : [{ title: themeTitle(theme), colour: theme.colour, count: formats.number(count) }];
  });
}
