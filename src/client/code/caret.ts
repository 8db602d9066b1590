import { turnIndexAt } from '../../domain/text/turns.ts';
import { h } from '../dom.ts';
import { caretOffset } from './excerpts.ts';
import { pageData } from './page-data.ts';
import {
  offsetAt,
  reveal,
  saidSpanOf,
  scroller,
  select,
  selectedSpan,
  textOf,
  textPane,
  turnElement,
} from './text-pane.ts';

/**
 * A caret in text that nobody can edit: the browser's own selection, moved by keys as in any text
 * field, with a line drawn where it stands because browsers draw none.
 */
const line = h('i', { class: 'caret', 'aria-hidden': 'true', hidden: true });
scroller.append(line);

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Whether the key moved the caret or the selection. */
export function moveCaret(event: KeyboardEvent): boolean {
  const move = moveOf(event);
  if (!move) return false;
  const selection = getSelection();
  if (!selection) return false;
  if (caretOffset() === null) startAtView();
  else selection.modify(event.shiftKey ? 'extend' : 'move', move[0], move[1]);
  keepInside(move[0] === 'forward');
  follow();
  return true;
}

type Move = readonly ['forward' | 'backward', 'character' | 'word' | 'line' | 'lineboundary'];

function moveOf({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): Move | null {
  const byWord = isMac ? altKey : ctrlKey;
  if (metaKey || (isMac ? ctrlKey : altKey)) return null;
  if (key === 'ArrowRight') return ['forward', byWord ? 'word' : 'character'];
  if (key === 'ArrowLeft') return ['backward', byWord ? 'word' : 'character'];
  if (byWord) return null;
  if (key === 'ArrowDown') return ['forward', 'line'];
  if (key === 'ArrowUp') return ['backward', 'line'];
  if (key === 'End') return ['forward', 'lineboundary'];
  if (key === 'Home') return ['backward', 'lineboundary'];
  return null;
}

/** The caret begins at the first interviewee's turn in view. */
function startAtView(): void {
  const top = Math.max(0, scroller.getBoundingClientRect().top);
  const { turns } = pageData;
  for (let i = 0; i < turns.length; i++) {
    const turn = turns[i];
    const element = turnElement(i);
    if (
      turn &&
      element &&
      turn.role !== 'interviewer' &&
      element.getBoundingClientRect().bottom > top + 40
    )
      return select(turn.body, turn.body);
  }
  const [first] = turns;
  if (first) select(first.body, first.body);
}

/** Keys may carry the caret out of the text, where it stops, or beside it: it goes on to the next words. */
function keepInside(isForward: boolean): void {
  const selection = getSelection();
  if (!selection?.focusNode || !selection.anchorNode || caretOffset() !== null) return;
  const to = textPane.contains(selection.focusNode)
    ? nextSaid(selection.focusNode, selection.focusOffset, isForward)
    : edgeBeside(selection.focusNode);
  if (to === null) return;
  const from = selection.isCollapsed ? to : offsetAt(selection.anchorNode, selection.anchorOffset);
  select(from ?? to, to);
}

/** From a place beside what is said in a turn to its words, or on to the turn after or before. */
function nextSaid(node: Node, offset: number, isForward: boolean): number | null {
  const at = offsetAt(node, offset);
  if (at === null) return null;
  const index = turnIndexAt(pageData.turns, Math.max(0, isForward ? at - 1 : at));
  const here = saidSpanOf(index);
  const beyond = saidSpanOf(index + (isForward ? 1 : -1));
  if (isForward && at === here?.end) return beyond?.start ?? at;
  if (!isForward && at === here?.start) return beyond?.end ?? at;
  return at;
}

function edgeBeside(node: Node): number {
  const isBehind = textPane.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
  return isBehind ? (pageData.turns.at(-1)?.end ?? 0) : 0;
}

function follow(): void {
  const at = caretOffset();
  if (at !== null) reveal({ start: at, end: at + 1 });
  drawCaret();
}

/** Selects the sentence at the caret; again, the next one as well. */
export function selectSentence(language: string): void {
  const span = selectedSpan();
  const at = span?.end ?? caretOffset();
  if (at === null) return startAtView();
  const turn = pageData.turns[turnIndexAt(pageData.turns, at)];
  if (!turn) return;
  const text = textOf(turn);
  const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)];
  const inside = at - turn.body;
  const sentence = sentences.find(
    ({ index, segment }) => index + segment.trimEnd().length > inside,
  );
  if (!sentence) return;
  const end = turn.body + sentence.index + sentence.segment.trimEnd().length;
  select(span?.start ?? turn.body + sentence.index, end);
  follow();
}

/** Selects all that is said in the turn at the caret. */
export function selectTurn(): void {
  const at = caretOffset();
  if (at === null) startAtView();
  const turn = pageData.turns[turnIndexAt(pageData.turns, caretOffset() ?? 0)];
  if (!turn) return;
  select(turn.body, turn.body + textOf(turn).length);
  follow();
}

/** To the beginning of the next turn, or of the one before. */
export function moveToTurn(step: 1 | -1): void {
  const at = caretOffset();
  const next = at === null ? null : pageData.turns[turnIndexAt(pageData.turns, at) + step];
  if (at === null) startAtView();
  else if (next) select(next.body, next.body);
  follow();
}

export function drawCaret(): void {
  const rect = caretRect();
  if (!rect) {
    line.hidden = true;
    return;
  }
  const frame = scroller.getBoundingClientRect();
  const { scrollTop, scrollLeft } = scroller;
  line.hidden = false;
  line.style.top = `${rect.top - frame.top + scrollTop}px`;
  line.style.left = `${rect.left - frame.left + scrollLeft - 1}px`;
  line.style.height = `${Math.min(rect.height, 30)}px`;
}

function caretRect(): DOMRect | null {
  const selection = getSelection();
  if (!selection?.isCollapsed || !selection.focusNode) return null;
  if (document.activeElement !== textPane || caretOffset() === null) return null;
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  return (
    range.getClientRects()[0] ??
    (selection.focusNode.parentElement ?? textPane).getBoundingClientRect()
  );
}
