import { describe, expect, it } from 'vitest';
import { latexText, verbatimText } from '../../../src/formats/references/latex-text.ts';

describe('TeX as text', () => {
  it.each([
    [String.raw`L{\"a}hdekirja`, 'Lähdekirja'],
    [String.raw`L\"{a}hde`, 'Lähde'],
    [String.raw`L\"ahde`, 'Lähde'],
    [String.raw`\" {a}`, 'ä'],
    [String.raw`\'e \`e \^e \~n \=o \.z`, 'é è ê ñ ō ż'],
    [String.raw`{\aa}ngstr{\"o}m, {\AA}land`, 'ångström, Åland'],
    [String.raw`\aa ngstr`, 'ångstr'],
    [
      String.raw`\v{S}ime\v cek \c{c} \c c \k{a} \H{o} \u{g} \r{u} \d{h} \b{b}`,
      'Šimeček ç ç ą ő ğ ů ḥ ḇ',
    ],
    [String.raw`\'{\i} \"\i{} {\i} \^\j`, 'í ï ı ĵ'],
    [String.raw`\o{} \O \ae{} \ss \l{}\L \oe \dh \th`, 'ø Øæ ßłŁœðþ'],
    [String.raw`\'{}e \"{ab}c`, 'e äbc'],
    [String.raw`R\&D 100\% \$5 \#1 a\_b \{x\}`, 'R&D 100% $5 #1 a_b {x}'],
    ["1--10, a---b, ``so''", '1–10, a—b, “so”'],
    ['Lemon~K.', 'Lemon K.'],
    ['{B2B} {{Experience}}', 'B2B Experience'],
    [String.raw`\emph{Very} {\it slanted} \textbf{bold}`, 'Very slanted bold'],
    [String.raw`$n = 7$`, 'n = 7'],
    [String.raw`a\\b\,c\-d\/e`, 'a b cde'],
    [String.raw`\textendash\ \ldots`, '– …'],
    [String.raw`\LaTeX{} at the end\ `.trim() + '\\', 'LaTeX at the end '],
  ])('%j is %j', (latex, text) => {
    expect(latexText(latex)).toEqual({ text, unknown: [] });
  });

  it('keeps the arguments of commands it does not know, and names them once', () => {
    expect(latexText(String.raw`\foo{a} \alpha\foo[b]{c} \constructor{d}`)).toEqual({
      text: 'a [b]c d',
      unknown: ['foo', 'alpha', 'constructor'],
    });
  });

  it('composes letters and marks, and takes any number of braces', () => {
    expect(latexText(`${'{'.repeat(100_000)}\\"a${'}'.repeat(99_999)}`).text).toBe('\u00e4');
  });

  it.each([
    [String.raw`\url{https://example.com/~a--b_c}`, 'https://example.com/~a--b_c'],
    [String.raw`https://example.com/a\_b\&c=\%20`, 'https://example.com/a_b&c=%20'],
    [String.raw`10.1016/0304-4076(95)01770-7`, '10.1016/0304-4076(95)01770-7'],
  ])('is an address as it is: %j', (latex, address) => {
    expect(verbatimText(latex)).toBe(address);
  });
});
