import { inText } from '../../app/find-excerpts.ts';
import { caseOf } from '../../domain/cases/case-of.ts';
import type { ThemeNote } from '../../domain/codebook/notes.ts';
import { isOutdated } from '../../domain/codebook/outdated.ts';
import { stepTo, STEPS, type Step } from '../../domain/codebook/step.ts';
import { ancestors, themeTitle } from '../../domain/codebook/tree.ts';
import type { ThemeId } from '../../domain/ids.ts';
import { byOrder, type Project } from '../../domain/project/project.ts';
import { ORIGINS, RELATIONS, type Excerpt, type Theme } from '../../domain/project/records.ts';
import type { Translate } from '../i18n.ts';
import { codebookFigures } from './codebook-figures.ts';
import type { Formats } from './formats.ts';
import { levelName, levelsOf } from './level-names.ts';
import { swatches, type Swatch } from './swatches.ts';
import { MOST_EXCERPTS, themeTask, type ThemeTask } from './theme-task.ts';

/** What of a theme was asked for beside its fields. */
export interface DetailsAsked {
  readonly task?: 'merge' | 'split' | 'remove' | undefined;
  readonly into?: ThemeId | undefined;
  /** Words the listed excerpts hold. */
  readonly words?: string | undefined;
  readonly allExcerpts?: boolean;
}

interface Option {
  readonly value: string;
  readonly name: string;
  readonly chosen: boolean;
}

export interface ExcerptLine {
  readonly id: string;
  readonly quote: string;
  /** "(H2)" */
  readonly tag: string;
  readonly href: string;
  readonly isAnchor: boolean;
  readonly isOutdated: boolean;
}

export interface ThemeDetails {
  readonly id: string;
  readonly action: string;
  readonly here: string;
  readonly title: string;
  readonly path: readonly { readonly title: string; readonly href: string }[];
  readonly theme: Readonly<Record<TextField, string>>;
  readonly colour: number;
  readonly swatches: readonly Swatch[];
  readonly levels: readonly Option[];
  readonly origins: readonly Option[];
  /** "Abductive since 3.5.2026" */
  readonly since: string | null;
  readonly notes: readonly string[];
  readonly questions: readonly Option[];
  readonly frameworks: readonly { readonly name: string; readonly concepts: readonly Option[] }[];
  readonly relations: readonly Option[];
  readonly isLinked: boolean;
  readonly retired: boolean;
  readonly count: string;
  /** Threads that wait for somebody; null where none does. */
  readonly threads: string | null;
  readonly anchor: ExcerptLine | null;
  readonly excerpts: readonly ExcerptLine[];
  readonly excerptTotal: number;
  readonly outdated: readonly ExcerptLine[];
  readonly outdatedTotal: number;
  readonly steps: readonly { readonly id: Step; readonly possible: boolean }[];
  readonly task: ThemeTask | null;
}

const TEXT_FIELDS = [
  ...(['name', 'label', 'definition', 'include', 'exclude', 'memo'] as const),
  ...(['linkRationale', 'linkPage', 'relationNote'] as const),
] as const;
type TextField = (typeof TEXT_FIELDS)[number];

const FIRST_EXCERPTS = 8;

export function themeDetails(
  project: Project,
  theme: Theme,
  t: Translate,
  formats: Formats,
  notes: readonly ThemeNote[],
  asked: DetailsAsked,
): ThemeDetails {
  const base = `/projects/${project.id}`;
  const here = `${base}/themes?theme=${theme.id}`;
  const coded = codedWith(project, theme);
  const old = coded.filter((excerpt) => isOutdated(excerpt, theme));
  const lineOf = excerptLines(project, theme);
  const anchor = theme.anchorId === null ? undefined : project.excerpts.get(theme.anchorId);
  return {
    id: theme.id,
    action: `${base}/themes/${theme.id}`,
    here,
    title: themeTitle(theme),
    path: ancestors(project.themes, theme.id)
      .toReversed()
      .map((id) => ({
        title: titleOf(project, id),
        href: `${base}/themes?theme=${id}#theme-${id}`,
      })),
    theme: textsOf(theme),
    colour: theme.colour,
    swatches: swatches(t),
    ...choicesOf(project, theme, t),
    since:
      theme.linkedAt === null
        ? null
        : t('themes.abductive-since', { date: formats.day(theme.linkedAt) }),
    notes: notes.map((note) => t(`themes.note.${note}`)),
    isLinked: theme.conceptId !== null,
    retired: theme.retired,
    count: countOf(project, theme, t, formats),
    threads: threadsText(codebookFigures(project).threads.get(theme.id) ?? 0, t),
    anchor: anchor ? lineOf(anchor) : null,
    excerpts: coded.slice(0, asked.allExcerpts ? MOST_EXCERPTS : FIRST_EXCERPTS).map(lineOf),
    excerptTotal: coded.length,
    outdated: old.slice(0, FIRST_EXCERPTS).map(lineOf),
    outdatedTotal: old.length,
    steps: STEPS.map((id) => ({ id, possible: stepTo(project.themes, theme.id, id) !== null })),
    task: themeTask(project, theme, t, asked, () => coded.map(lineOf)),
  };
}

const threadsText = (count: number, t: Translate): string | null =>
  count === 0 ? null : t('themes.open-threads', { count });

const titleOf = (project: Project, id: ThemeId): string => {
  const theme = project.themes.get(id);
  return theme ? themeTitle(theme) : '';
};

const textsOf = (theme: Theme): Record<TextField, string> =>
  Object.fromEntries(TEXT_FIELDS.map((field) => [field, theme[field] ?? ''])) as Record<
    TextField,
    string
  >;

/** The excerpts coded with the theme itself, interview by interview. */
function codedWith({ excerpts, transcripts }: Project, { id }: Theme): Excerpt[] {
  const orderOf = (excerpt: Excerpt): number =>
    transcripts.get(excerpt.transcriptId)?.order ?? Infinity;
  return [...excerpts.values()]
    .filter(({ themeIds }) => themeIds.includes(id))
    .sort((a, b) => orderOf(a) - orderOf(b) || inText(a, b));
}

const excerptLines =
  (project: Project, theme: Theme): ((excerpt: Excerpt) => ExcerptLine) =>
  (excerpt) => {
    const caseId = caseOf(project, excerpt);
    return {
      id: excerpt.id,
      quote: excerpt.quote,
      tag: `(${(caseId && project.cases.get(caseId)?.name) ?? ''})`,
      href: `/projects/${project.id}/code/${excerpt.transcriptId}#e-${excerpt.id}`,
      isAnchor: excerpt.id === theme.anchorId,
      isOutdated: isOutdated(excerpt, theme),
    };
  };

function choicesOf(
  project: Project,
  theme: Theme,
  t: Translate,
): Pick<ThemeDetails, 'levels' | 'origins' | 'questions' | 'frameworks' | 'relations'> {
  const { settings } = project;
  const used = [...project.themes.values()].map(({ level }) => level);
  return {
    levels: levelsOf(used, settings.approach === 'theory-driven').map((value) => ({
      value,
      name: levelName(value, settings, t),
      chosen: value === theme.level,
    })),
    origins: ORIGINS.map((value) => ({
      value,
      name: t(`origins.${value}`),
      chosen: value === theme.origin,
    })),
    questions: settings.researchQuestionIds.map((value, i) => ({
      value,
      name: settings.researchQuestions[i] ?? '',
      chosen: theme.researchQuestionIds.includes(value),
    })),
    frameworks: conceptsOf(project, theme),
    relations: RELATIONS.map((value) => ({
      value,
      name: t(`relations.${value}`),
      chosen: value === theme.relation,
    })),
  };
}

const conceptsOf = ({ frameworks, concepts }: Project, theme: Theme): ThemeDetails['frameworks'] =>
  [...frameworks.values()].sort(byOrder).map(({ id, name }) => ({
    name,
    concepts: [...concepts.values()]
      .filter(({ frameworkId }) => frameworkId === id)
      .sort(byOrder)
      .map((concept) => ({
        value: concept.id,
        name: concept.name,
        chosen: concept.id === theme.conceptId,
      })),
  }));

function countOf(project: Project, theme: Theme, t: Translate, formats: Formats): string {
  const count = codebookFigures(project).counts.get(theme.id);
  const said = (excerpts: number, cases: number): string =>
    t('themes.count', {
      excerpts: t('common.excerpts', { count: excerpts }),
      cases: `${formats.number(cases)}/${formats.number(project.cases.size)}`,
    });
  if (!count) return said(0, 0);
  const all = said(count.subtreeExcerptCount, count.subtreeCaseCount);
  return count.subtreeExcerptCount === count.excerptCount
    ? all
    : `${all} – ${t('themes.own', { excerpts: t('common.excerpts', { count: count.excerptCount }) })}`;
}
