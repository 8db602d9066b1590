import { readLabel } from '../../domain/text/speaker-label.ts';
import type { Line, Page } from './pdf-lines.ts';
import { withoutNotes } from './pdf-unsaid.ts';

export interface PdfText {
  readonly paragraphs: readonly string[];
  /** Pages without any, by their number from 1. */
  readonly emptyPages: readonly number[];
}

/** The paragraphs of a document, lines rejoined; headers, footers and page numbers are left out. */
export function pdfText(pages: readonly Page[]): PdfText {
  const bodies = withoutNotes(withoutMargins(pages));
  return {
    paragraphs: paragraphsOf(bodies),
    emptyPages: bodies.flatMap((lines, i) => (lines.length === 0 ? i + 1 : [])),
  };
}

function paragraphsOf(bodies: readonly (readonly Line[])[]): string[] {
  const isBroken = breaksIn(bodies);
  const lines = bodies.flat();
  const paragraphs: string[][] = [];
  for (const [i, line] of lines.entries())
    if (paragraphs.length === 0 || isBroken[i]) paragraphs.push([line.text]);
    else paragraphs.at(-1)?.push(line.text);
  const known = hyphened(lines);
  return paragraphs.map((texts) => joinLines(texts, known));
}

// Headers and footers

/** How much of a page, at its top and at its bottom, may be header and footer. */
const MARGIN = 0.15;
/** On so many of the pages a header or footer comes again: left and right pages may differ. */
const SHARE = 0.4;
const MAX_MARGIN_LINES = 3;
/** What stands close to the text is one when it opens or ends nearly all pages, and more than two. */
const CLOSE = { share: 0.6, least: 3 };
/** `7`, `- 7 -`, `Sivu 7 / 12`: needs no other page to be known for what it is. */
const PAGE_NUMBER =
  /^[-–—]?\s*(?:(?:page|p\.|sivu|s\.|sida|seite|página|pág\.)\s*)?\d{1,4}(?:\s*(?:\/|of|av|von|de)\s*\d{1,4})?\s*[-–—]?$/iu;

function withoutMargins(pages: readonly Page[]): Line[][] {
  const counts = new Map<string, number>();
  const speakers = speakersOf(pages);
  for (const page of pages)
    for (const key of new Set(marginKeys(page).keys.values()))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, pages.length * SHARE);
  const closeLeast = Math.max(CLOSE.least, pages.length * CLOSE.share);
  return pages.map((page) => {
    const { keys, isApart } = marginKeys(page);
    return page.lines.filter((line) => {
      const key = keys.get(line);
      if (key === undefined || speakers.has(readLabel(line.text)?.name ?? '')) return true;
      const count = counts.get(key) ?? 0;
      const comesAgain = count >= least;
      if (!isApart.has(line))
        return !(comesAgain && PAGE_NUMBER.test(line.text)) && count < closeLeast;
      return !comesAgain && !PAGE_NUMBER.test(line.text);
    });
  });
}

/** The names that open lines of different words: a question that comes again is no header. */
function speakersOf(pages: readonly Page[]): Set<string> {
  const first = new Map<string, string>();
  const speakers = new Set<string>();
  for (const { text } of pages.flatMap(({ lines }) => lines)) {
    const name = readLabel(text)?.name;
    if (name === undefined) continue;
    const words = text.replace(/\d+/g, '#');
    if ((first.get(name) ?? words) !== words) speakers.add(name);
    first.set(name, words);
  }
  return speakers;
}

/** What makes a line at a page's edge the same as on another page: its height and its words, not its numbers. */
function marginKeys({ lines, top, bottom }: Page): Margins {
  const reach = (top - bottom) * MARGIN;
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  const upper = byHeight.slice(0, MAX_MARGIN_LINES + 1);
  const lower = byHeight.slice(-MAX_MARGIN_LINES - 1).reverse();
  const isEdge = ({ y }: Line): boolean => y > top - reach || y < bottom + reach;
  const isApart = new Set([...apart(upper), ...apart(lower)].filter(isEdge));
  const edges = [...isApart, ...[...upper.slice(0, 1), ...lower.slice(0, 1)].filter(isEdge)];
  return {
    isApart,
    keys: new Map(
      edges.map((line) => [line, `${Math.round(line.y / 4)} ${line.text.replace(/\d+/g, '#')}`]),
    ),
  };
}

interface Margins {
  readonly keys: ReadonlyMap<Line, string>;
  /** Those that a gap parts from the text. */
  readonly isApart: ReadonlySet<Line>;
}

/** The lines from the edge inwards up to the first wide gap; none where the gap is not wide. */
function apart(lines: readonly Line[]): Line[] {
  const gap = lines.findIndex((line, i) => {
    const next = lines[i + 1];
    return next !== undefined && Math.abs(line.y - next.y) > line.height * 1.5;
  });
  if (gap >= 0) return lines.slice(0, gap + 1);
  return lines.length === 1 ? [...lines] : [];
}

// Paragraphs

/** Beyond the usual step from line to line, a blank line or space between paragraphs. */
const WIDER = 1.35;

/** For each line of all pages in turn, whether a paragraph begins with it. */
function breaksIn(pages: readonly (readonly Line[])[]): boolean[] {
  const step = usualStep(pages);
  const breaks = pages.flatMap((lines, p) => {
    const edge = rightEdges(lines);
    return lines.map((line, i) => {
      const before = lines[i - 1];
      if (before) return isApart(before, line, step) || fits(before, line, edge[i - 1] ?? 0);
      const last = pages.slice(0, p).findLast((page) => page.length > 0);
      const above = last?.at(-1);
      return !above || !last || !runsOn(above, line, rightEdges(last).at(-1) ?? 0);
    });
  });
  return withLabels(pages.flat(), breaks);
}

/** The step from line to line that is the most usual, in tenths of the letters' height. */
function usualStep(pages: readonly (readonly Line[])[]): number {
  const counts = new Map<number, number>();
  for (const lines of pages)
    for (const [i, line] of lines.entries()) {
      const before = lines[i - 1];
      const step = before ? Math.round(((before.y - line.y) / before.height) * 20) / 20 : 0;
      if (step > 0.5 && step < 4) counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  const most = Math.max(0, ...counts.values());
  // In a text of short answers the gap is as usual as the step: the smaller counts.
  const usual = [...counts].filter(([, count]) => count >= most * 0.3).map(([step]) => step);
  return Math.min(...usual, 4);
}

const isApart = (before: Line, line: Line, step: number): boolean => {
  const gap = before.y - line.y;
  return gap < 0 || gap > step * WIDER * Math.max(before.height, line.height * 0.9);
};

/** How far the lines beside, above and below each line reach: where its text would have wrapped. */
const rightEdges = (lines: readonly Line[]): number[] =>
  lines.map((line, i) => rightEdge(lines, line, i));

const NEAR = 40;
/** One line in twenty may reach beyond the edge. */
const BEYOND = 0.05;

function rightEdge(lines: readonly Line[], line: Line, at: number): number {
  // The farthest first; no more of them than may be needed.
  const farthest: number[] = [];
  const most = 2 * NEAR * BEYOND + 1;
  let count = 0;
  for (let i = Math.max(0, at - NEAR); i < Math.min(lines.length, at + NEAR); i++) {
    const { left = 0, right = 0 } = lines[i] ?? {};
    if (left >= line.right || right <= line.left) continue;
    count++;
    let place = farthest.length;
    while (place > 0 && (farthest[place - 1] ?? 0) < right) place--;
    if (place < most) farthest.splice(place, 0, right);
    if (farthest.length > most) farthest.pop();
  }
  return farthest[Math.floor(count * BEYOND)] ?? line.right;
}

/** A line wraps because the next word does not fit; where it would have, the writer broke it. */
function fits(before: Line, line: Line, edge: number): boolean {
  const word = /^\S+/.exec(line.text)?.[0] ?? '';
  const width = ((line.right - line.left) / line.text.length) * (word.length + 1);
  return before.right + width * 1.1 + before.height * 1.5 < edge;
}

/** Whether a paragraph goes on over the end of a page. */
const runsOn = (above: Line, line: Line, edge: number): boolean =>
  !fits(above, line, edge) && (/^\p{Ll}/u.test(line.text) || !/[.?!…:”"»)\]]$/.test(above.text));

/** A line that opens with a name which opens other paragraphs opens one too. */
function withLabels(lines: readonly Line[], breaks: readonly boolean[]): boolean[] {
  const names = lines.map(({ text }) => readLabel(text)?.name ?? null);
  const opening = new Map<string, number>();
  for (const [i, name] of names.entries())
    if (name !== null && breaks[i]) opening.set(name, (opening.get(name) ?? 0) + 1);
  const columns = lines.map(({ text }) => COLUMN_NAME.exec(text)?.groups?.name ?? null);
  const recurring = new Set(columns.filter((name, i) => columns.indexOf(name) < i));
  recurring.delete(null);
  const inColumn = recurring.size > 1 ? recurring : new Set<string | null>();
  return breaks.map(
    (isBroken, i) =>
      isBroken ||
      (opening.get(names[i] ?? '') ?? 0) >= 2 ||
      (columns[i] !== null && inColumn.has(columns[i] ?? null)),
  );
}

/** A name in a column of its own, perhaps behind a time. */
const COLUMN_NAME = /^(?:[\d:.,[\]()]+\t)?(?<name>\p{L}[^\t]{0,39})\t/u;

// Hyphens

const HYPHENED = /[\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)+/gu;
const DIVIDED = /[-‐\u00ad]$/u;

/** The words that stand with a hyphen in the middle of a line; none where no line ends with one. */
function hyphened(lines: readonly Line[]): ReadonlySet<string> {
  const isDivided = lines.some(({ text }) => DIVIDED.test(text));
  return new Set(isDivided ? lines.flatMap(({ text }) => text.match(HYPHENED) ?? []) : []);
}

/** Joins lines; a hyphen that only divided a word at a line's end is taken back. */
function joinLines(lines: readonly string[], known: ReadonlySet<string>): string {
  return lines.reduce((joined, below, i) => {
    const above = lines[i - 1] ?? '';
    const left = DIVIDED.test(above) ? /[\p{L}\p{N}-]*.$/u.exec(above)?.[0] : undefined;
    const right = /^[\p{L}\p{N}-]+/u.exec(below)?.[0];
    if (left === undefined || left.length < 2 || right === undefined) return `${joined} ${below}`;
    if (keepsHyphen(left, right, known)) return joined + below;
    return joined.slice(0, -1) + below;
  });
}

/** B2B-asiakas, linja-auto and what is written with a hyphen in the middle of a line. */
function keepsHyphen(left: string, right: string, known: ReadonlySet<string>): boolean {
  if (left.endsWith('\u00ad')) return false;
  const ends = left.at(-2)?.toLowerCase();
  return (
    !/^\p{Ll}/u.test(right) ||
    /[\p{N}]|.\p{Lu}/u.test(left) ||
    (ends === right[0]?.toLowerCase() && /[aeiouyäöå]/.test(ends ?? '')) ||
    known.has(left + right)
  );
}
