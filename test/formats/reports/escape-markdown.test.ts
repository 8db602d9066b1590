import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import {
  escapeMarkdown,
  escapeMarkdownLine,
} from '../../../src/formats/reports/escape-markdown.ts';
import { HOSTILE } from './hostile.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
};

/** What a reader sees; null where Markdown made more of it than blocks of plain text. */
function seen(markdown: string): string | null {
  const text = marked
    .parse(markdown, { async: false })
    .replace(/<\/?(?:p|h3|blockquote|br)>/g, ' ');
  if (text.includes('<')) return null;
  return flat(
    text.replace(/&(lt|gt|amp|quot|#39);/g, (_, entity: string) => ENTITIES[entity] ?? ''),
  );
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('text in Markdown', () => {
  it.each(HOSTILE)('%j is read word for word', (text) => {
    expect(seen(escapeMarkdown(text))).toBe(flat(text));
  });

  it.each([
    ['Se on 3.5 – 4,5 (ehkä) -- niin...', 'Se on 3.5 – 4,5 (ehkä) -- niin...'],
    ['- niin', '\\- niin'],
    ['2022. oli', '2022\\. oli'],
    ['C# ja F#', 'C# ja F\\#'],
    ['a & b, AT&T; x < 3', 'a & b, AT\\&T; x < 3'],
    ['a@-.b', 'a\\@-.b'],
    ['snake_case *x*', 'snake\\_case \\*x\\*'],
  ])('%j is written %j: what needs no escape has none', (text, written) => {
    expect(escapeMarkdownLine(text)).toBe(written);
  });

  it.each([
    ['alone', (text: string) => text],
    ['in a heading', (text: string) => `### ${text}`],
    ['in a quote', (text: string) => `> ${text}`],
    ['on a line that goes on from a quote', (text: string) => `> ${text}  \n${text}`],
  ])('any text is read as itself %s', (_, around) => {
    const character = fc.constantFrom(
      ...('ab1. )(-+*_`~#>=<|[]!\\&;:/@"\'\n\t$^{}😀é'.match(/./gsu) ?? []),
      'http://',
      'www.',
      '&amp;',
      '<b',
      '---',
    );
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 1, maxLength: 14 }), (text) => {
        fc.pre(flat(text) !== '');
        const times = around('|').split('|').length - 1;
        expect(seen(around(escapeMarkdown(text)))).toBe(Array(times).fill(flat(text)).join(' '));
      }),
      { numRuns: 1000 },
    );
  });
});
