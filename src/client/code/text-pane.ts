import type { Span } from '../../domain/text/span.ts';
import { turnIndexAt } from '../../domain/text/turns.ts';
import { markedText } from '../../markup/marked-text.ts';
import { byId } from '../dom.ts';
import { model } from './model.ts';
import { pageData } from './page-data.ts';

export const textPane = byId('text');
export const scroller = byId('text-pane');

/** What is said in a turn; of a stretch, in its first. */
const saidOf = (element: Element): HTMLElement | null => element.querySelector('.said');

const spanOf = (said: HTMLElement): Span => ({
  start: Number(said.dataset['start']),
  end: Number(said.dataset['end']),
});

/** The element of the turn with that index, from 0. */
export const turnElement = (index: number): HTMLElement | null =>
  document.getElementById(`t-${index + 1}`);

/** What is said in the turn with that index, without trailing space; null where there is no such turn. */
export function saidSpanOf(index: number): Span | null {
  const turn = turnElement(index);
  const said = turn && saidOf(turn);
  return said && spanOf(said);
}

/** Offset in the canonical text of a place in the page; null outside of what was said. */
export function offsetAt(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const said = element?.closest<HTMLElement>('.said') ?? saidBeside(element, node, offset);
  if (!said) return null;
  const { start, end } = spanOf(said);
  const range = document.createRange();
  range.selectNodeContents(said);
  if (!said.contains(node)) return range.comparePoint(node, offset) < 0 ? start : end;
  range.setEnd(node, offset);
  return Math.min(end, start + range.toString().length);
}

/**
 * A selection dragged past a turn's edge ends on its number or its speaker, or between two turns:
 * the nearest text is meant.
 */
function saidBeside(element: Element | null, node: Node, offset: number): HTMLElement | null {
  const turn = element?.closest('.turn');
  if (turn) return saidOf(turn);
  if (!element || !textPane.contains(element)) return null;
  const next = node.childNodes[offset] ?? (node === textPane ? null : element.nextElementSibling);
  return next instanceof Element ? saidOf(next) : lastSaid();
}

const lastSaid = (): HTMLElement | null => {
  const last = turnElement(pageData.turns.length - 1);
  return last && saidOf(last);
};

/** The passage of the browser's selection, white space at its ends aside; null where none is. */
export function selectedSpan(): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!textPane.contains(range.commonAncestorContainer)) return null;
  const start = offsetAt(range.startContainer, range.startOffset);
  const end = endOfSaid(offsetAt(range.endContainer, range.endOffset));
  if (start === null || end === null || start >= end) return null;
  return trimmed({ start, end });
}

/** Three clicks select up to where the next turn begins: of that turn nothing is meant. */
function endOfSaid(end: number | null): number | null {
  if (end === null) return null;
  const index = turnIndexAt(pageData.turns, end);
  const body = pageData.turns[index]?.body ?? -1;
  return end <= body ? (saidSpanOf(index - 1)?.end ?? end) : end;
}

/** What was said at `span`; between turns, a line break. */
export function textOf(span: Span): string {
  let text = '';
  forEachTurn(span, (said, { start, end }) => {
    const from = Math.max(span.start, start);
    const to = Math.min(span.end, end);
    if (from < to) text += (text ? '\n' : '') + said.textContent.slice(from - start, to - start);
  });
  return text;
}

function trimmed(span: Span): Span | null {
  let { start, end } = span;
  const first = rangeText(start, end, 'start');
  start += first.length - first.trimStart().length;
  const last = rangeText(start, end, 'end');
  end -= last.length - last.trimEnd().length;
  return start < end ? { start, end } : null;
}

/** The text of the turn in which the span starts, or ends, as far as the span reaches in it. */
function rangeText(start: number, end: number, side: 'start' | 'end'): string {
  const said = saidAt(side === 'start' ? start : end - 1);
  if (!said) return '';
  const span = spanOf(said);
  return said.textContent.slice(Math.max(0, start - span.start), end - span.start);
}

function saidAt(offset: number): HTMLElement | null {
  const turn = turnElement(turnIndexAt(pageData.turns, offset));
  return turn && saidOf(turn);
}

function forEachTurn(span: Span, visit: (said: HTMLElement, saidSpan: Span) => void): void {
  const { turns } = pageData;
  for (let i = Math.max(0, turnIndexAt(turns, Math.max(0, span.start))); i < turns.length; i++) {
    if ((turns[i]?.start ?? 0) >= span.end) return;
    const element = turnElement(i);
    const said = element && saidOf(element);
    if (said) visit(said, spanOf(said));
  }
}

/** A range of the page over a span; null where nothing of it is said. */
export function rangeOf(span: Span): Range | null {
  const start = pointAt(span.start, false);
  const end = pointAt(span.end, true);
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range.collapsed ? null : range;
}

interface Point {
  readonly node: Node;
  readonly offset: number;
}

/** The place in the page of an offset; an end stands after the character before it. */
export function pointAt(offset: number, isEnd: boolean): Point | null {
  const index = turnIndexAt(pageData.turns, isEnd ? Math.max(0, offset - 1) : offset);
  const turn = turnElement(index);
  const said = turn && saidOf(turn);
  if (!said) return null;
  let left = Math.max(
    0,
    Math.min(offset, Number(said.dataset['end'])) - Number(said.dataset['start']),
  );
  const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
  let last: Text | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left < node.length || (isEnd && left === node.length)) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last ? { node: last, offset: last.length } : { node: said, offset: 0 };
}

/** Draws the turns a change touches anew; the selection and the scroll stay as they are. */
export function redraw(spans: readonly Span[]): HTMLElement[] {
  if (spans.length === 0) return [];
  const selection = keepSelection();
  const drawn: HTMLElement[] = [];
  const seen = new Set<HTMLElement>();
  for (const span of spans)
    forEachTurn(span, (said, saidSpan) => {
      if (seen.has(said)) return;
      seen.add(said);
      const text = said.textContent;
      const moved = model.layersOver(saidSpan).map((layer) => ({
        ...layer,
        start: layer.start - saidSpan.start,
        end: layer.end - saidSpan.start,
      }));
      said.innerHTML = markedText(text, { start: 0, end: text.length }, moved);
      const turn = said.closest<HTMLElement>('.turn');
      if (turn) drawn.push(turn);
    });
  selection();
  return drawn;
}

/** Remembers where the selection stands in the text, because redrawing takes its nodes away. */
function keepSelection(): () => void {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || !selection.anchorNode || !selection.focusNode)
    return () => undefined;
  if (!textPane.contains(selection.anchorNode) || !textPane.contains(selection.focusNode))
    return () => undefined;
  const anchor = offsetAt(selection.anchorNode, selection.anchorOffset);
  const focus = offsetAt(selection.focusNode, selection.focusOffset);
  return () => {
    if (anchor !== null && focus !== null) select(anchor, focus);
  };
}

/** Puts the browser's selection from one offset to another; equal offsets make a caret. */
export function select(anchor: number, focus: number): void {
  const from = pointAt(anchor, anchor > focus);
  const to = pointAt(focus, focus > anchor);
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** Brings a span into view, a third from the top, where it is not seen already. */
export function reveal(span: Span): void {
  const turn = turnElement(turnIndexAt(pageData.turns, span.start));
  turn?.scrollIntoView({ block: 'nearest' });
  const rect = rangeOf(span)?.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const top = Math.max(0, frame.top) + 70;
  const bottom = Math.min(innerHeight, frame.bottom) - 90;
  if (!rect || (rect.top >= top && rect.bottom <= bottom)) return;
  scrollBy(rect.top - (top + (bottom - top) / 3));
}

function scrollBy(pixels: number): void {
  const scrolls = scroller.scrollHeight > scroller.clientHeight + 1;
  (scrolls ? scroller : window).scrollBy({ top: pixels });
}
