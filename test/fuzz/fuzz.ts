import { performance } from 'node:perf_hooks';
import { Rejection } from '../../src/domain/rejection.ts';
import { WorkerReader } from '../../src/formats/transcripts/worker-reader.ts';
import {
  makeDocx,
  makeOdt,
  makePdf,
  pdfPage,
  wordParagraph,
} from '../formats/transcripts/make-files.ts';

// Usage: npm run fuzz -- [cases] [seed]
// Damages good files at random and reads them: each must be read or refused, in good time.

const [cases = 10_000, seed = Date.now() % 1e9] = process.argv.slice(2).map(Number);
const SLOW_MS = 5_000;
const HANG_SECONDS = 10;

/** mulberry32: the same cases for the same seed. */
let state = seed;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (end: number): number => Math.floor(random() * end);

const SAID = ['Haastattelija: Miksi näin?', 'H1: Siksi, että ”se” – toimi. 😀', 'H1: Niin.'];
const LATIN = "H1: {\\b p\\'e4iv\\'e4} \\u228?\\par \\trowd\\intbl A\\cell B\\cell\\row\\pard ";
const cells =
  '<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell></table:table-row></table:table>';

const GOOD: readonly (readonly [string, Uint8Array])[] = [
  ['a.txt', Buffer.from(SAID.join('\n\n'))],
  ['b.txt', Buffer.from(`\ufeff${SAID.join('\r\n\r\n')}`, 'utf16le')],
  ['a.docx', makeDocx(SAID.map(wordParagraph).join(''))],
  ['a.odt', makeOdt(SAID.map((text) => `<text:p>${text}</text:p>`).join('') + cells)],
  [
    'a.rtf',
    Buffer.from(`{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}}${LATIN.repeat(5)}}`),
  ],
  ['a.pdf', makePdf([pdfPage(['I: Miksi?', '', 'H1: Siksi.']), pdfPage(['H1: Niin.'])])],
  [
    'a.html',
    Buffer.from(`<html><body><p>${SAID.join('</p><p>')}</p><table><tr><td>A<td>B</table>`),
  ],
  ['a.doc', Buffer.from(`{\\rtf1 ${LATIN}}`)],
];

const SNIPPETS = [
  '\0',
  '<',
  '>',
  '{',
  '}',
  '\\',
  '&',
  '<!DOCTYPE a>',
  '\\u',
  '\\bin99',
  'PK\u0005\u0006',
  'obj',
  '\xff',
];

/** One to eight of: a bit turned, a byte set, a stretch cut, doubled or moved, a snippet put in. */
function damaged(good: Uint8Array): Uint8Array {
  let bytes = Buffer.from(good);
  for (let times = 1 + below(8); times > 0; times--) {
    const at = below(bytes.length + 1);
    const length = 1 + below(random() < 0.2 ? bytes.length : 12);
    const [head, stretch, tail] = [
      bytes.subarray(0, at),
      bytes.subarray(at, at + length),
      bytes.subarray(at + length),
    ];
    const kind = below(6);
    if (kind === 0 && at < bytes.length) bytes[at] = bytes[at]! ^ (1 << below(8));
    else if (kind === 1 && at < bytes.length) bytes[at] = below(256);
    else if (kind === 2) bytes = Buffer.concat([head, tail]);
    else if (kind === 3) bytes = Buffer.concat([head, stretch, stretch, tail]);
    else if (kind === 4) bytes = random() < 0.3 ? head : Buffer.concat([tail, stretch, head]);
    else {
      const snippet = Buffer.from(SNIPPETS[below(SNIPPETS.length)]!, 'latin1');
      bytes = Buffer.concat([head, ...Array<Buffer>(1 + below(20)).fill(snippet), tail]);
    }
  }
  return bytes;
}

const tally = new Map<string, { cases: number; taken: number; slowest: number }>();
const faults: string[] = [];
const started = performance.now();

/** As the app reads them: in the built worker, which is ended when it takes too long. */
const reader = new WorkerReader(new URL('../../dist/read-worker.js', import.meta.url), {
  workers: 1,
  seconds: HANG_SECONDS,
  atOnceBytes: 0,
});
const HANGS = new Set(['file-too-slow', 'file-too-heavy']);

for (let i = 0; i < cases; i++) {
  const [file, good] = GOOD[i % GOOD.length]!;
  const bytes = damaged(good);
  const entry = tally.get(file) ?? { cases: 0, taken: 0, slowest: 0 };
  tally.set(file, entry);
  const begun = performance.now();
  try {
    const { text, turns } = await reader.read(file, bytes);
    entry.taken++;
    if (
      turns.some(({ start, end, body }) => start >= end || body < start || body > end) ||
      (turns.at(-1)?.end ?? 0) !== text.length
    )
      faults.push(`case ${i} (${file}): turns that do not tile the text`);
  } catch (error) {
    if (!(error instanceof Rejection) || HANGS.has(error.code))
      faults.push(
        `case ${i} (${file}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
  }
  const took = performance.now() - begun;
  entry.cases++;
  entry.slowest = Math.max(entry.slowest, took);
  if (took > SLOW_MS) faults.push(`case ${i} (${file}): ${Math.round(took)} ms`);
}

for (const [file, { cases: all, taken, slowest }] of tally)
  console.log(
    `${file.padEnd(8)} ${all} cases, ${taken} read, ${all - taken} refused, slowest ${Math.round(slowest)} ms`,
  );
for (const fault of faults.slice(0, 20)) console.log(fault);
console.log(
  `${cases} cases of seed ${seed} in ${Math.round((performance.now() - started) / 1000)} s: ${faults.length} faults`,
);
process.exit(faults.length > 0 ? 1 : 0);
