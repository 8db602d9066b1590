import { byOrder, type Project } from '../../domain/project/project.ts';
import type { Framework, Source, Theme } from '../../domain/project/records.ts';
import { frameworkAnswers, gapsIn } from '../../domain/theory/framework-answers.ts';
import {
  conceptsWithoutSource,
  linksWithoutReason,
  originsWithoutConcept,
} from '../../domain/theory/open-list.ts';
import { themeTitle } from '../../domain/codebook/tree.ts';
import type { Translate } from '../i18n.ts';
import { sourceText } from './source-text.ts';

interface FrameworkRow {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly citation: string;
  /** "12 concepts · 8 themes · 3 without data". */
  readonly sizes: string;
  readonly steps: readonly { readonly id: 'up' | 'down'; readonly possible: boolean }[];
  readonly farewell: string;
}

interface SourceRow {
  readonly id: string;
  /** As a list of references has it. */
  readonly text: string;
  readonly fields: readonly { readonly id: string; readonly value: string }[];
  readonly farewell: string;
}

interface OpenItem {
  readonly id: string;
  readonly name: string;
  readonly href: string;
}

interface OpenList {
  readonly about: 'without-reason' | 'without-concept' | 'without-source';
  readonly items: readonly OpenItem[];
}

export interface TheoryPage {
  readonly base: string;
  readonly frameworks: readonly FrameworkRow[];
  readonly open: readonly OpenList[];
  readonly sources: readonly SourceRow[];
  readonly sourceFields: readonly string[];
  /** Endings of bibliographies that can be imported; none where no reader is there. */
  readonly extensions: readonly string[];
}

/** What a source's form holds, the authors one a line. */
export const SOURCE_FIELDS = [
  ...['authors', 'year', 'title', 'container', 'volume', 'issue', 'pages', 'publisher', 'doi'],
  ...['url', 'key'],
] as const;

export function theoryPage(
  project: Project,
  extensions: readonly string[],
  t: Translate,
): TheoryPage {
  const base = `/projects/${project.id}`;
  const frameworks = [...project.frameworks.values()].sort(byOrder);
  return {
    base,
    frameworks: frameworks.map((one, i) => ({
      ...frameworkRow(project, one, t),
      steps: [
        { id: 'up', possible: i > 0 },
        { id: 'down', possible: i < frameworks.length - 1 },
      ],
    })),
    open: openLists(project, base),
    sources: [...project.sources.values()]
      .map((source) => sourceRow(source, t))
      .sort((a, b) => a.text.localeCompare(b.text, project.settings.language)),
    sourceFields: SOURCE_FIELDS,
    extensions,
  };
}

/** What nobody has said yet, each list with what is missing. */
function openLists(project: Project, base: string): OpenList[] {
  const themes = (list: readonly Theme[]): OpenItem[] =>
    list.map((theme) => ({
      id: theme.id,
      name: themeTitle(theme),
      href: `${base}/themes?theme=${theme.id}#theme-${theme.id}`,
    }));
  const concepts = conceptsWithoutSource(project).map(({ id, name, frameworkId }) => ({
    ...{ id, name },
    href: `${base}/theory/${frameworkId}#concept-${id}`,
  }));
  const lists: OpenList[] = [
    { about: 'without-reason', items: themes(linksWithoutReason(project)) },
    { about: 'without-concept', items: themes(originsWithoutConcept(project)) },
    { about: 'without-source', items: concepts },
  ];
  return lists.filter(({ items }) => items.length > 0);
}

function frameworkRow(
  project: Project,
  { id, name, citation }: Framework,
  t: Translate,
): Omit<FrameworkRow, 'steps'> {
  const answers = frameworkAnswers(project, id);
  const themes = new Set(answers.flatMap(({ themes }) => themes));
  const gaps = gapsIn(answers).length;
  return {
    id,
    name,
    href: `/projects/${project.id}/theory/${id}`,
    citation: citation ?? '',
    sizes: [
      t('theory.concepts', { count: answers.length }),
      t('common.themes', { count: themes.size }),
      ...(gaps > 0 ? [t('theory.gap-count', { count: gaps })] : []),
    ].join(' · '),
    farewell: t('theory.framework-removed', { name }),
  };
}

function sourceRow(source: Source, t: Translate): SourceRow {
  const text = sourceText(source);
  return {
    id: source.id,
    text,
    fields: SOURCE_FIELDS.map((id) => ({
      id,
      value: id === 'authors' ? source.authors.join('\n') : (source[id] ?? ''),
    })),
    farewell: t('theory.source-removed', { name: text }),
  };
}
