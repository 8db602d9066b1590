import { folded } from '../../domain/codebook/search-codebook.ts';
import type { Span } from '../../domain/text/span.ts';
import { byId } from '../dom.ts';
import { t } from '../words.ts';
import { caretOffset } from './excerpts.ts';
import { paint } from './highlight.ts';
import { pageData } from './page-data.ts';
import { reveal, select, textOf, textPane } from './text-pane.ts';

const bar = byId('find');
const input = byId<HTMLInputElement>('find-words');
const count = byId('find-count');
let hits: Span[] = [];
let at = -1;

export function startFind(): void {
  input.addEventListener('input', () => search());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') closeFind();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  byId('find-next').addEventListener('click', () => go(1));
  byId('find-previous').addEventListener('click', () => go(-1));
  byId('find-close').addEventListener('click', () => closeFind());
}

export function openFind(): void {
  bar.hidden = false;
  input.focus();
  input.select();
  if (input.value) search();
}

/** The hit stays selected, so that it can be coded. */
function closeFind(): void {
  const hit = hits[at];
  bar.hidden = true;
  hits = [];
  paint('found', []);
  paint('found-now', []);
  textPane.focus({ preventScroll: true });
  if (hit) select(hit.start, hit.end);
}

/** Case and accents aside; a hit never runs over a turn's end. */
function search(): void {
  const words = folded(input.value.trim());
  hits =
    words === ''
      ? []
      : pageData.turns.flatMap((turn) =>
          placesIn(turn.body, folded(textOf({ start: turn.body, end: turn.end })), words),
        );
  const from = caretOffset() ?? 0;
  at =
    hits.length === 0
      ? -1
      : Math.max(
          0,
          hits.findIndex((hit) => hit.start >= from),
        );
  show();
}

function placesIn(start: number, text: string, words: string): Span[] {
  const places: Span[] = [];
  for (let i = text.indexOf(words); i >= 0; i = text.indexOf(words, i + words.length))
    places.push({ start: start + i, end: start + i + words.length });
  return places;
}

function go(step: 1 | -1): void {
  if (hits.length === 0) return;
  at = (at + step + hits.length) % hits.length;
  show();
}

function show(): void {
  const hit = hits[at];
  count.textContent =
    input.value.trim() === '' ? '' : t('code.found', { at: at + 1, count: hits.length });
  paint('found', hits);
  paint('found-now', hit ? [hit] : []);
  if (hit) reveal(hit);
}
