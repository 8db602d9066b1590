import type { ExcerptId } from '../../domain/ids.ts';
import type { Excerpt } from '../../domain/project/records.ts';
import { spanLength, unionOfSpans } from '../../domain/text/span.ts';
import { analysedSpans } from '../../domain/text/turns.ts';
import { announce } from '../dom.ts';
import { t } from '../words.ts';
import { model } from './model.ts';
import { pageData } from './page-data.ts';
import { state } from './state.ts';
import { offsetAt, reveal, select, textOf, textPane } from './text-pane.ts';

/** Opens an excerpt: its panel beside, itself in view. */
export function open(id: ExcerptId): void {
  const excerpt = model.excerpt(id);
  if (!excerpt) return;
  state.set({ current: id, passage: null, movingEnds: null });
  reveal(excerpt);
}

/** The next excerpt (−1: the one before) that fits, around the end. */
export function goTo(step: 1 | -1, fits: (excerpt: Excerpt) => boolean = () => true): void {
  const all = model.excerpts().filter(fits);
  if (all.length === 0) return announce(t('code.none-here'));
  const current = state.current ? model.excerpt(state.current) : undefined;
  const from = current?.start ?? caretOffset() ?? (step > 0 ? -1 : Infinity);
  const at = all.findIndex((excerpt) => excerpt.id === state.current);
  const next =
    at >= 0
      ? all[(at + step + all.length) % all.length]
      : step > 0
        ? (all.find((excerpt) => excerpt.start > from) ?? all[0])
        : (all.findLast((excerpt) => excerpt.start < from) ?? all.at(-1));
  if (!next) return;
  open(next.id);
  select(next.start, next.start);
  announce(textOf(next));
}

/** The next stretch of an interviewee's speech that nothing covers. */
export function goToUncoded(): void {
  const covered = unionOfSpans(model.excerpts());
  const from = caretOffset() ?? -1;
  const open = analysedSpans(pageData.turns)
    .filter((turn) => !covered.some((span) => span.start < turn.end && turn.start < span.end))
    .sort((a, b) => a.start - b.start);
  const next = open.find((turn) => turn.start > from) ?? open[0];
  if (!next) return announce(t('code.all-coded'));
  state.set({ current: null, passage: null });
  textPane.focus({ preventScroll: true });
  select(next.start, next.start);
  reveal({ start: next.start, end: next.start + 1 });
  announce(textOf(next));
}

/** Tabbing into the text leaves the selection on its frame: that is no place to go on from. */
const isSaid = (node: Node): boolean =>
  (node instanceof Element ? node : node.parentElement)?.closest('.said') !== null &&
  textPane.contains(node);

export function caretOffset(): number | null {
  const selection = getSelection();
  if (!selection?.focusNode || !isSaid(selection.focusNode)) return null;
  return offsetAt(selection.focusNode, selection.focusOffset);
}

/** The excerpts under a click, the shortest first; a click again goes to the next of them. */
export function openAt(ids: readonly string[]): void {
  const here = [...new Set(ids)]
    .map((id) => model.excerpt(id as ExcerptId))
    .filter((excerpt) => excerpt !== undefined)
    .sort((a, b) => spanLength(a) - spanLength(b));
  const at = here.findIndex((excerpt) => excerpt.id === state.current);
  const next = here[(at + 1) % here.length];
  if (next) state.set({ current: next.id, passage: null, movingEnds: null });
}
