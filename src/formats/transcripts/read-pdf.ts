import { getDocumentProxy } from 'unpdf';
import { Rejection } from '../../domain/rejection.ts';
import { warning, type ParsedTranscript, type Warning } from './format.ts';
import { checkLength, transcriptOfParagraphs } from './paragraphs.ts';
import { pdfLines, type Page } from './pdf-lines.ts';
import { saidPieces } from './pdf-unsaid.ts';
import { pdfText } from './pdf-paragraphs.ts';

const MAX_PAGES = 5_000;
/** A whole file says near its end that it ends. */
const END = '%%EOF';
const END_WITHIN = 2_048;
const ONLY_ERRORS = 0;

/** @throws Rejection for what is cut, locked, scanned or too long */
export async function readPdf(file: string, bytes: Uint8Array): Promise<ParsedTranscript> {
  const tail = Buffer.from(bytes.subarray(-END_WITHIN)).toString('latin1');
  if (!tail.includes(END)) throw new Rejection('invalid', 'file-damaged', { file });
  const pages = await pagesOf(file, bytes);
  const { paragraphs, emptyPages } = pdfText(pages);
  if (!paragraphs.some((paragraph) => /[\p{L}\p{N}]/u.test(paragraph)))
    throw new Rejection('invalid', 'file-scanned', { file });
  const { text, turns, warnings } = transcriptOfParagraphs(file, paragraphs);
  return { text, turns, warnings: [...warningsOf(emptyPages), ...warnings] };
}

function warningsOf(emptyPages: readonly number[]): Warning[] {
  const count = emptyPages.length;
  return count === 0 ? [] : [warning('pages-without-text', { count, pages: ranges(emptyPages) })];
}

const MAX_RANGES = 20;

/** Numbers that go up, as a person lists them: `2, 5–7`. */
function ranges(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const listed = runs
    .slice(0, MAX_RANGES)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return [...listed, ...(runs.length > MAX_RANGES ? ['…'] : [])].join(', ');
}

async function pagesOf(file: string, bytes: Uint8Array): Promise<Page[]> {
  try {
    // The library takes the bytes over: it gets a copy.
    const document = await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: ONLY_ERRORS,
      stopAtErrors: false,
    });
    try {
      checkLength(file, document.numPages > MAX_PAGES ? Infinity : 0);
      const pages: Page[] = [];
      let characters = 0;
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        const [, bottom = 0, , top = 0] = page.view;
        const lines = pdfLines(saidPieces(items.flatMap((item) => ('str' in item ? item : []))));
        page.cleanup();
        characters += lines.reduce((sum, { text }) => sum + text.length, 0);
        checkLength(file, characters);
        pages.push({ bottom, top, lines });
      }
      return pages;
    } finally {
      await document.destroy();
    }
  } catch (error) {
    if (error instanceof Rejection) throw error;
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw isLocked
      ? new Rejection('invalid', 'file-locked', { file })
      : new Rejection('invalid', 'file-damaged', { file });
  }
}
