import { folded } from '../../domain/codebook/search-codebook.ts';
import { finnishForms } from '../../domain/language/finnish-forms.ts';
import { tokens } from '../../domain/language/tokens.ts';
import { overlaps, type Span } from '../../domain/text/span.ts';
import { byId } from '../dom.ts';
import { t } from '../words.ts';
import { caretOffset } from './excerpts.ts';
import { paint } from './highlight.ts';
import { pageData } from './page-data.ts';
import { reveal, select, textOf, textPane } from './text-pane.ts';

const bar = byId('find');
const input = byId<HTMLInputElement>('find-words');
const count = byId('find-count');
const everywhere = byId<HTMLAnchorElement>('find-everywhere');
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
  const isForm = formOfWord(input.value.trim());
  hits =
    words === ''
      ? []
      : pageData.turns.flatMap((turn) => {
          const said = textOf({ start: turn.body, end: turn.end });
          const places = placesIn(turn.body, folded(said), words);
          return isForm ? withForms(places, turn.body, said, isForm) : places;
        });
  const from = caretOffset() ?? 0;
  at =
    hits.length === 0
      ? -1
      : Math.max(
          0,
          hits.findIndex((hit) => hit.start >= from),
        );
  everywhere.search = new URLSearchParams({ q: input.value.trim() }).toString();
  everywhere.hidden = words === '';
  show();
}

/** In Finnish a word's forms are found, too: asiakas in asiakkaat. Null where one word is not asked for. */
function formOfWord(words: string): RegExp | null {
  const [asked, more] = [...tokens(words)];
  if (textPane.lang !== 'fi' || !asked || more || asked.form.length < SHORTEST) return null;
  return finnishForms(asked.form);
}

/** Shorter beginnings have forms of too many words. */
const SHORTEST = 4;

/** The places of the letters asked for, and the words that are forms of them without holding them. */
function withForms(places: readonly Span[], start: number, said: string, isForm: RegExp): Span[] {
  const forms = [...tokens(said)]
    .filter(({ form }) => isForm.test(form))
    .map((token) => ({ start: start + token.start, end: start + token.end }))
    .filter((word) => !places.some((place) => overlaps(place, word)));
  return [...places, ...forms].sort((a, b) => a.start - b.start);
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
  const counted = { at: at + 1, count: hits.length };
  count.textContent =
    input.value.trim() === '' ? '' : t(hit ? 'code.found' : 'code.found-none', counted);
  paint('found', hits);
  paint('found-now', hit ? [hit] : []);
  if (hit) reveal(hit);
}
