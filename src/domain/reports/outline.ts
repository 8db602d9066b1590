import { childrenByParent, themeTitle } from '../codebook/tree.ts';
import type { ResearchQuestionId, ThemeId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Theme } from '../project/records.ts';
import { entryOf } from '../project/report-records.ts';

/** The section of themes that answer no research question. */
export const NO_QUESTION = 'no-question';

/** A section of the report, hidden ones too. */
export interface OutlineEntry {
  /** Of its theme or research question. */
  readonly id: string;
  readonly kind: 'theme' | 'question' | 'no-question';
  readonly themeId: ThemeId | null;
  readonly parentId: string | null;
  /** 0 at the top. */
  readonly depth: number;
  /** Number and name of the theme, the words of the question; empty for `no-question`. */
  readonly title: string;
  /** Hidden by itself, and hidden with what it is below. */
  readonly hidden: boolean;
  readonly withheld: boolean;
}

type Node = Pick<OutlineEntry, 'id' | 'kind' | 'themeId' | 'title'> & {
  readonly children: readonly Node[];
};

/** The report's sections from top to bottom, as they were put in order by hand. */
export function reportOutline(project: Project): OutlineEntry[] {
  const { report } = project;
  const tops = report.settings.sectionsBy === 'theme' ? byTheme(project) : byQuestion(project);
  const rank = new Map(report.order.map((id, i) => [id, i]));
  const entries: OutlineEntry[] = [];
  const visit = (nodes: readonly Node[], parent: OutlineEntry | null): void => {
    for (const { id, kind, themeId, title, children } of byHand(nodes, rank)) {
      const hidden = entryOf(report.sections, id)?.hidden ?? false;
      const entry: OutlineEntry = {
        ...{ id, kind, themeId, title, hidden },
        parentId: parent?.id ?? null,
        depth: parent ? parent.depth + 1 : 0,
        withheld: hidden || (parent?.withheld ?? false),
      };
      entries.push(entry);
      visit(children, entry);
    }
  };
  visit(tops, null);
  return entries;
}

/** Those named stand in the order named; another stays behind the one it follows in the codebook. */
function byHand(nodes: readonly Node[], rank: ReadonlyMap<string, number>): readonly Node[] {
  if (!nodes.some(({ id }) => rank.has(id))) return nodes;
  const named = nodes
    .filter(({ id }) => rank.has(id))
    .sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  const inOrder: Node[] = [...named];
  nodes.forEach((node, i) => {
    if (rank.has(node.id)) return;
    const before = nodes[i - 1];
    inOrder.splice(before ? inOrder.indexOf(before) + 1 : 0, 0, node);
  });
  return inOrder;
}

const themeNode = (theme: Theme, children: readonly Node[]): Node => ({
  ...{ id: theme.id, kind: 'theme' as const, themeId: theme.id },
  ...{ title: themeTitle(theme), children },
});

function byTheme({ themes }: Project): Node[] {
  const children = childrenByParent(themes);
  const below = (id: ThemeId | null): Node[] =>
    (children.get(id) ?? []).map((theme) => themeNode(theme, below(theme.id)));
  return below(null);
}

/**
 * Each theme once, under the first research question that it or the nearest above it answers: a
 * theme of another question than its parent's stands under its own.
 */
function byQuestion({ themes, settings }: Project): Node[] {
  const children = childrenByParent(themes);
  const order = new Map(settings.researchQuestionIds.map((id, i) => [id, i]));
  const tops = new Map<ResearchQuestionId | null, Node[]>();
  const visit = (theme: Theme, inherited: ResearchQuestionId | null): Node | null => {
    const question = firstOf(theme, order) ?? inherited;
    const below = (children.get(theme.id) ?? []).map((child) => visit(child, question));
    const node = themeNode(
      theme,
      below.filter((child) => child !== null),
    );
    if (theme.parentId !== null && themes.has(theme.parentId) && question === inherited)
      return node;
    tops.set(question, [...(tops.get(question) ?? []), node]);
    return null;
  };
  for (const theme of children.get(null) ?? []) visit(theme, null);
  return [...order.keys(), null].flatMap((question, i) =>
    questionNode(question, i, settings, tops),
  );
}

const firstOf = (
  { researchQuestionIds }: Theme,
  order: ReadonlyMap<ResearchQuestionId, number>,
): ResearchQuestionId | null =>
  researchQuestionIds
    .filter((id) => order.has(id))
    .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))[0] ?? null;

function questionNode(
  question: ResearchQuestionId | null,
  place: number,
  { researchQuestions }: Project['settings'],
  tops: ReadonlyMap<ResearchQuestionId | null, readonly Node[]>,
): Node[] {
  const children = tops.get(question) ?? [];
  if (question === null && children.length === 0) return [];
  return [
    {
      id: question ?? NO_QUESTION,
      kind: question === null ? 'no-question' : 'question',
      themeId: null,
      title: question === null ? '' : (researchQuestions[place] ?? ''),
      children,
    },
  ];
}

/** The themes that the report has a section of. */
export const themesPrinted = (outline: readonly OutlineEntry[]): ThemeId[] =>
  outline.flatMap(({ withheld, themeId }) => (withheld || themeId === null ? [] : themeId));

/** The sections' ids with one moved among those beside it; null where there is no such section. */
export function orderWithMoved(
  outline: readonly OutlineEntry[],
  id: string,
  index: number,
): string[] | null {
  const moved = outline.find((entry) => entry.id === id);
  if (!moved) return null;
  const beside = outline.filter((entry) => entry.parentId === moved.parentId && entry.id !== id);
  const before = beside[Math.max(0, index)];
  const ids = outline.map((entry) => entry.id).filter((one) => one !== id);
  // The order is read among siblings alone: where a sibling's descendants stand does not matter.
  ids.splice(before ? ids.indexOf(before.id) : ids.length, 0, id);
  return ids;
}
