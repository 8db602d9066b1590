import { themeTitle } from '../../domain/codebook/tree.ts';
import { stepTo, STEPS } from '../../domain/codebook/step.ts';
import type { ConceptId, ExcerptId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Framework, Source, Theme } from '../../domain/project/records.ts';
import { conceptsOf } from '../../domain/theory/concepts-in-order.ts';
import {
  frameworkAnswers,
  gapsIn,
  type ConceptAnswer,
} from '../../domain/theory/framework-answers.ts';
import { frameworkMatrix, inBoth } from '../../domain/theory/framework-matrix.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { excerptLinks, type ExcerptLinks } from './excerpt-links.ts';
import { indentOf } from './indent.ts';
import { sourceText } from './source-text.ts';

interface LinkedTheme {
  readonly name: string;
  readonly colour: number;
  readonly href: string;
  readonly isType: boolean;
  /** Why it was linked to the concept, where somebody said. */
  readonly why: string | null;
  /** What it does to the concept, where somebody said. */
  readonly relation: string | null;
  readonly note: string | null;
}

export interface ConceptRow {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly level: number;
  readonly indent: string;
  readonly isGap: boolean;
  readonly count: string;
  readonly themes: readonly LinkedTheme[];
  readonly quotes: ExcerptLinks;
  readonly steps: readonly { readonly id: string; readonly possible: boolean }[];
  /** The other dimension's name, at the top of a framework of two. */
  readonly other: string | null;
  readonly farewell: string;
}

export interface FrameworkPage {
  readonly base: string;
  readonly action: string;
  readonly name: string;
  readonly citation: string;
  readonly note: string;
  readonly dimensions: readonly [string, string];
  readonly sources: readonly {
    readonly id: string;
    readonly text: string;
    readonly chosen: boolean;
  }[];
  readonly cited: readonly string[];
  readonly sizes: string;
  /** One for each dimension; only where there are two does it have a name. */
  readonly groups: readonly {
    readonly name: string | null;
    readonly rows: readonly ConceptRow[];
  }[];
  readonly isEmpty: boolean;
  readonly gaps: readonly { readonly id: string; readonly name: string; readonly why: string }[];
  readonly places: readonly { readonly value: string; readonly name: string }[];
  readonly matrix: MatrixTable | null;
  readonly cell: { readonly title: string; readonly quotes: ExcerptLinks } | null;
}

interface MatrixTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly indent: string;
    readonly cells: readonly MatrixCell[];
  }[];
}

interface MatrixCell {
  readonly count: string;
  readonly heat: number;
  readonly href: string | null;
  readonly name: string;
}

/** The cell of the table whose excerpts are to be shown. */
export interface ChosenCell {
  readonly row?: string | undefined;
  readonly column?: string | undefined;
}

const SPACE = '\u2003';

export function frameworkPage(
  project: Project,
  framework: Framework,
  chosen: ChosenCell,
  t: Translate,
  formats: Formats,
): FrameworkPage {
  const answers = frameworkAnswers(project, framework.id);
  const { dimensions, sourceIds } = framework;
  const isTable = dimensions.length > 1;
  const gaps = gapsIn(answers);
  const describe = describer(project, framework, t, formats);
  const [first = '', second = ''] = dimensions;
  const base = `/projects/${project.id}`;
  return {
    base,
    action: `${base}/theory/${framework.id}`,
    name: framework.name,
    citation: framework.citation ?? '',
    note: framework.note ?? '',
    dimensions: [first, second],
    sources: sourcesOf(project, framework),
    cited: sourceIds.flatMap((id) => sourceLine(project.sources.get(id))),
    sizes: t('theory.concepts', { count: answers.length }),
    groups: dimensions.map((name, dimension) => ({
      name: isTable ? name : null,
      rows: answers.filter(({ concept }) => concept.dimension === dimension).map(describe),
    })),
    isEmpty: answers.length === 0,
    gaps: gaps.map(({ concept: { id, name }, themes, types }) => ({
      id,
      name,
      why: t(themes.length + types.length > 0 ? 'theory.gap-no-excerpts' : 'theory.gap-no-themes'),
    })),
    places: placesOf(framework, answers, t),
    matrix: isTable ? matrixOf(project, framework, answers, t, formats) : null,
    cell: cellOf(project, answers, chosen),
  };
}

const sourceLine = (source: Source | undefined): string[] => (source ? [sourceText(source)] : []);

const sourcesOf = ({ sources }: Project, { sourceIds }: Framework): FrameworkPage['sources'] =>
  [...sources.values()].map((source) => ({
    id: source.id,
    text: sourceText(source),
    chosen: sourceIds.includes(source.id),
  }));

/** Where new concepts may go: the top of a dimension, or below a concept. */
const placesOf = (
  { dimensions }: Framework,
  answers: readonly ConceptAnswer[],
  t: Translate,
): FrameworkPage['places'] =>
  dimensions.flatMap((name, dimension) => [
    {
      value: String(dimension),
      name: dimensions.length > 1 ? t('theory.top-of', { name }) : t('theory.top'),
    },
    ...answers
      .filter(({ concept }) => concept.dimension === dimension)
      .map(({ concept, depth }) => ({
        value: concept.id,
        name: SPACE.repeat(depth + 1) + concept.name,
      })),
  ]);

function describer(
  project: Project,
  { id: frameworkId, dimensions }: Framework,
  t: Translate,
  formats: Formats,
): (answer: ConceptAnswer) => ConceptRow {
  const trees = dimensions.map((_, dimension) => conceptsOf(project, frameworkId, dimension));
  const all = formats.number(project.cases.size);
  return ({ concept, depth, themes, types, own, excerpts, cases }) => {
    const { id, name, dimension, parentId } = concept;
    const tree = trees[dimension] ?? new Map<ConceptId, never>();
    const other = dimensions.length > 1 && parentId === null ? dimensions[1 - dimension] : null;
    return {
      id,
      name,
      definition: concept.definition ?? '',
      level: depth + 1,
      indent: indentOf(depth),
      isGap: excerpts.size === 0,
      count: t('themes.count', {
        excerpts: t('common.excerpts', { count: excerpts.size }),
        cases: `${formats.number(cases.size)}/${all}`,
      }),
      themes: [
        ...themes.map((theme) => linkedTheme(project, theme, t)),
        ...types.map(({ id, name, colour }) => ({
          name,
          colour,
          href: `/projects/${project.id}/types#type-${id}`,
          isType: true,
          why: null,
          relation: null,
          note: null,
        })),
      ],
      quotes: excerptLinks(project, own),
      steps: STEPS.map((step) => ({
        id: step,
        possible: stepTo(tree, id, step, 'concept') !== null,
      })),
      other: other ?? null,
      farewell: t('theory.concept-removed', { name }),
    };
  };
}

const linkedTheme = (project: Project, theme: Theme, t: Translate): LinkedTheme => ({
  name: themeTitle(theme),
  colour: theme.colour,
  href: `/projects/${project.id}/themes#theme-${theme.id}`,
  isType: false,
  why: theme.linkRationale,
  relation: theme.relation && t(`theory.relations.${theme.relation}`),
  note: theme.relationNote,
});

const STEPS_OF_HEAT = 9;

function matrixOf(
  project: Project,
  { id, dimensions }: Framework,
  answers: readonly ConceptAnswer[],
  t: Translate,
  formats: Formats,
): MatrixTable | null {
  const { rows, columns, cells } = frameworkMatrix(answers);
  if (rows.length === 0 || columns.length === 0) return null;
  const most = Math.max(1, ...cells.flat().map((ids) => ids.length));
  const [first = '', second = ''] = dimensions;
  return {
    caption: t('theory.matrix-caption', { rows: first, columns: second }),
    columns: columns.map(({ concept }) => concept.name),
    rows: rows.map((row, i) => ({
      name: row.concept.name,
      indent: indentOf(row.depth),
      cells: columns.map((column, j): MatrixCell => {
        const count = cells[i]?.[j]?.length ?? 0;
        const query = `row=${row.concept.id}&column=${column.concept.id}`;
        return {
          count: formats.number(count),
          heat: Math.ceil((count / most) * STEPS_OF_HEAT),
          href: count > 0 ? `/projects/${project.id}/theory/${id}?${query}#cell` : null,
          name: `${row.concept.name} × ${column.concept.name}`,
        };
      }),
    })),
  };
}

function cellOf(
  project: Project,
  answers: readonly ConceptAnswer[],
  chosen: ChosenCell,
): FrameworkPage['cell'] {
  const row = answers.find(({ concept }) => concept.id === chosen.row);
  const column = answers.find(({ concept }) => concept.id === chosen.column);
  if (!row || !column) return null;
  const shared = new Set<ExcerptId>(inBoth(row, column));
  return {
    title: `${row.concept.name} × ${column.concept.name}`,
    quotes: excerptLinks(project, shared, Infinity),
  };
}
