import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../../src/formats/transcripts/registry.ts';
import { makeDocx, makeOdt, wordParagraph } from './make-files.ts';
import { bytesOf, expectSound, told } from './told.ts';

const QUESTIONS = ['Kuka olet?', 'Kauanko olet ollut?', 'Mitä teet vapaalla?'];
const TOLD = [
  '– – (other) Haastattelu 4',
  '– – (interviewer) Kuka olet?',
  '– – (interviewee) Olen myyjä. Tykkään työstä.',
  '– – (interviewer) Kauanko olet ollut?',
  '– – (interviewee) Viisi vuotta.',
  '– – (other) Vapaa-aika',
  '– – (interviewer) Mitä teet vapaalla?',
  '– – (interviewee) Luen.',
];

type Paint = (text: string) => string;

/** The interview with headings and questions painted one way, and what is answered another. */
const painted = (emphasised: Paint, plain: Paint): string =>
  [
    emphasised('Haastattelu 4'),
    emphasised('Kuka olet?'),
    plain('Olen myyjä.'),
    plain('Tykkään työstä.'),
    emphasised('Kauanko olet ollut?'),
    plain('Viisi vuotta.'),
    emphasised('Vapaa-aika'),
    emphasised('Mitä teet vapaalla?'),
    plain('Luen.'),
  ].join('');

const word =
  (style: string): Paint =>
  (text) =>
    `<w:p><w:r><w:rPr>${style}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
const STYLES =
  '<style:style xmlns:style="s" xmlns:fo="f" style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style><style:style xmlns:style="s" xmlns:fo="f" style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>';

describe('questions in bold or italics, where nobody is named', () => {
  it.each<[string, string, Uint8Array]>([
    ['Word, bold', 'a.docx', makeDocx(painted(word('<w:b/>'), word('')))],
    [
      'Word, underlined',
      'a.docx',
      makeDocx(painted(word('<w:u w:val="single"/>'), word('<w:u w:val="none"/>'))),
    ],
    ['Word, italic', 'a.docx', makeDocx(painted(word('<w:b w:val="0"/><w:i/>'), word('')))],
    [
      'OpenDocument, a paragraph’s style',
      'a.odt',
      makeOdt(
        STYLES +
          painted(
            (text) => `<text:p text:style-name="P1"><text:span>${text}</text:span></text:p>`,
            (text) => `<text:p>${text}</text:p>`,
          ),
      ),
    ],
    [
      'OpenDocument, letters’ style',
      'a.odt',
      makeOdt(
        STYLES +
          painted(
            (text) => `<text:p><text:span text:style-name="T1">${text}</text:span></text:p>`,
            (text) => `<text:p>${text}</text:p>`,
          ),
      ),
    ],
    [
      'a web page',
      'a.html',
      bytesOf(
        painted(
          (text) => `<p><b>${text}</b></p>`,
          (text) => `<p>${text}</p>`,
        ),
      ),
    ],
    [
      'rich text',
      'a.rtf',
      Buffer.from(
        `{\\rtf1\\ansi\\ansicpg1252 ${painted(
          (text) => `\\pard\\plain\\i ${text}\\par\n`,
          (text) => `\\pard\\plain ${text}\\par\n`,
        )}}`,
        'latin1',
      ),
    ],
  ])('are the interviewer’s: %s', async (_, file, bytes) => {
    const parsed = await readTranscript(file, bytes);
    expect(told(parsed)).toEqual(TOLD);
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['asked-in-emphasis']);
    expectSound(parsed);
  });

  it.each<[string, readonly string[]]>([
    ['headings', ['**Tausta**', 'Tein töitä.', '**Työ**', 'Joo.', '**Koti**', 'Joo.']],
    ['everything', [...QUESTIONS.map((one) => `**${one}**`), '**Luen.**']],
    ['two questions', ['**Kuka?**', 'Minä.', '**Mitä?**', 'Luen.']],
  ])('are nobody’s where %s alone is emphasised', async (_, paragraphs) => {
    const parsed = await readTranscript('a.docx', makeDocx(paragraphs.map(wordParagraph).join('')));
    expect(told(parsed).every((turn) => turn.startsWith('– – (other)'))).toBe(true);
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['no-speakers']);
  });

  it('are the interviewer’s between the answers of those who are named', async () => {
    const paragraphs = [
      ...['Haastattelu', '**Kuka olet?**', 'H1: Olen myyjä.', 'Tykkään työstä.'],
      ...['**Kauanko?**', 'H1: **Oikeasti?** Viisi.', '**Entä nyt?**', 'H2: En tiedä.'],
    ];
    const parsed = await readTranscript('a.docx', makeDocx(paragraphs.map(wordParagraph).join('')));
    expect(told(parsed)).toEqual([
      '– – (other) Haastattelu',
      '– – (interviewer) Kuka olet?',
      '– H1 (interviewee) Olen myyjä. Tykkään työstä.',
      '– – (interviewer) Kauanko?',
      '– H1 (interviewee) Oikeasti? Viisi.',
      '– – (interviewer) Entä nyt?',
      '– H2 (interviewee) En tiedä.',
    ]);
    expect(parsed.warnings).toEqual([]);
    expectSound(parsed);
  });

  it('leave those who are named alone', async () => {
    const paragraphs = QUESTIONS.flatMap((one) => [`**I: ${one}**`, 'H1: Niin.']);
    const parsed = await readTranscript('a.docx', makeDocx(paragraphs.map(wordParagraph).join('')));
    expect(parsed.turns.map(({ speaker }) => speaker)).toEqual(['I', 'H1', 'I', 'H1', 'I', 'H1']);
    expect(parsed.warnings).toEqual([]);
  });

  it('and an emphasised word at the start of a paragraph keep their white space', async () => {
    const paragraphs = ['**Ehkä** se oli niin.', '**Aina** se ei ollut.'];
    const { text } = await readTranscript(
      'a.docx',
      makeDocx(paragraphs.map(wordParagraph).join('')),
    );
    expect(text).toBe('Ehkä se oli niin.\n\nAina se ei ollut.');
  });
});

describe('tables whose headings tell who speaks', () => {
  const table = (rows: readonly (readonly string[])[]): Uint8Array =>
    makeDocx(
      `<w:tbl>${rows
        .map(
          (cells) => `<w:tr>${cells.map((one) => `<w:tc>${word('')(one)}</w:tc>`).join('')}</w:tr>`,
        )
        .join('')}</w:tbl>`,
    );

  it.each<[string, readonly (readonly string[])[], readonly string[]]>([
    [
      'a question and its answer beside each other',
      [
        ['Kysymys', 'Vastaus'],
        ['Kuka olet?', 'Olen myyjä.'],
        ['Kauanko?', 'Viisi vuotta.'],
      ],
      [
        '– Kysymys (interviewer) Kuka olet?',
        '– Vastaus (interviewee) Olen myyjä.',
        '– Kysymys (interviewer) Kauanko?',
        '– Vastaus (interviewee) Viisi vuotta.',
      ],
    ],
    [
      'NVivo: whoever speaks behind the words',
      [
        ['', 'Timespan', 'Content', 'Speaker'],
        ['1', '0:00:03.0 - 0:00:11.0', 'Who are you?', 'Anna'],
        ['2', '0:00:12.0 - 0:00:19.0', 'Kim.', 'Kim'],
        ['3', '0:00:20.0 - 0:00:25.0', 'Since when?', 'Anna'],
      ],
      [
        '3 Anna (interviewee) Who are you?',
        '12 Kim (interviewee) Kim.',
        '20 Anna (interviewee) Since when?',
      ],
    ],
  ])('%s', async (_, rows, turns) => {
    const parsed = await readTranscript('a.docx', table(rows));
    expect(told(parsed)).toEqual(turns);
    expectSound(parsed);
  });
});
