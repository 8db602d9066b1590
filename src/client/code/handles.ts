import type { Excerpt } from '../../domain/project/records.ts';
import { h } from '../dom.ts';
import { isReading } from '../reading.ts';
import { change } from './actions.ts';
import { paint } from './highlight.ts';
import { model } from './model.ts';
import { state } from './state.ts';
import { offsetAt, rangeOf, scroller, textPane } from './text-pane.ts';

type End = 'start' | 'end';

const handles: Record<End, HTMLElement> = { start: make('start'), end: make('end') };
scroller.append(handles.start, handles.end);

/** The opened excerpt's two ends, to be dragged by mouse or finger; keys have `E` instead. */
function make(end: End): HTMLElement {
  const handle = h('i', { class: `handle ${end}`, 'aria-hidden': 'true', hidden: true });
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (moved) => preview(end, moved);
    handle.onpointerup = (released) => drop(end, released);
  });
  return handle;
}

export function drawHandles(): void {
  const excerpt = state.current ? model.excerpt(state.current) : undefined;
  const rects = isReading ? undefined : excerpt && rangeOf(excerpt)?.getClientRects();
  const shown = rects !== undefined && rects.length > 0;
  if (!shown && handles.start.hidden) return;
  const frame = scroller.getBoundingClientRect();
  const left = scroller.scrollLeft - frame.left;
  const top = scroller.scrollTop - frame.top;
  // Everything is looked at before anything is moved: the browser lays the page out once.
  handles.start.hidden = handles.end.hidden = !shown;
  if (!shown) return;
  const [first, last] = [rects[0], rects[rects.length - 1]];
  if (first) place(handles.start, left + first.left, top + first.top, first.height);
  if (last) place(handles.end, left + last.right, top + last.top, last.height);
}

function place(handle: HTMLElement, x: number, y: number, height: number): void {
  handle.style.left = `${x}px`;
  handle.style.top = `${y}px`;
  handle.style.height = `${height}px`;
}

function offsetUnder({ clientX, clientY }: PointerEvent): number | null {
  const place = document.caretPositionFromPoint(clientX, clientY);
  return place && textPane.contains(place.offsetNode)
    ? offsetAt(place.offsetNode, place.offset)
    : null;
}

function moved(
  end: End,
  event: PointerEvent,
): { excerpt: Excerpt; start: number; end: number } | null {
  const excerpt = state.current ? model.excerpt(state.current) : undefined;
  const at = offsetUnder(event);
  if (!excerpt || at === null) return null;
  const span =
    end === 'start' ? { start: at, end: excerpt.end } : { start: excerpt.start, end: at };
  return span.start < span.end ? { excerpt, ...span } : null;
}

function preview(end: End, event: PointerEvent): void {
  const to = moved(end, event);
  if (to) paint('passage', [to]);
}

function drop(end: End, event: PointerEvent): void {
  handles[end].onpointermove = handles[end].onpointerup = null;
  paint('passage', []);
  const to = moved(end, event);
  if (to) change(to.excerpt.id, { start: to.start, end: to.end });
}
