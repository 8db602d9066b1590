import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../../src/formats/transcripts/registry.ts';
import { makeDocx, makeOdt, makePdf, wordParagraph, type PdfText } from './make-files.ts';
import { bytesOf, expectSound, read, told } from './told.ts';

const TALK = [
  ['Haastattelija', 'Mitä kuuluu?'],
  ['Maija', 'Hyvää, kiitos. Ensinnäkin: sää on hyvä.'],
  ['Haastattelija', 'Entä muuten?'],
  ['Maija', 'Joo'],
  ['Haastattelija', 'Kiitos.'],
  ['Maija', 'Ensinnäkin: ei kestä.'],
] as const;
const TOLD = [
  '– Haastattelija (interviewer) Mitä kuuluu?',
  '– Maija (interviewee) Hyvää, kiitos. Ensinnäkin: sää on hyvä.',
  '– Haastattelija (interviewer) Entä muuten?',
  '– Maija (interviewee) Joo',
  '– Haastattelija (interviewer) Kiitos.',
  '– Maija (interviewee) Ensinnäkin: ei kestä.',
];
const lines = (line: (name: string, speech: string, i: number) => string, between = '\n'): string =>
  TALK.map(([name, speech], i) => line(name, speech, i)).join(between);

describe('who speaks, told without a colon', () => {
  it.each<[string, string]>([
    ['before a tab', lines((name, speech) => `${name}\t${speech}`)],
    ['in brackets', lines((name, speech) => `[${name}] ${speech}`, '\n\n')],
    ['before a dash', lines((name, speech) => `${name} – ${speech}`)],
    ['on a line above', lines((name, speech) => `${name}\n${speech}`, '\n\n')],
    ['in a paragraph above', lines((name, speech) => `${name}\n\n${speech}`, '\n\n')],
    ['above, with a colon', lines((name, speech) => `${name}:\n\n${speech}`, '\n\n')],
    ['behind a number', lines((name, speech, i) => `${i + 1}. ${name}: ${speech}`, '\n\n')],
    ['behind the number of a line', lines((name, speech, i) => `${i + 1}  ${name}: ${speech}`)],
    ['before a wide colon', lines((name, speech) => `${name}：${speech}`)],
  ])('%s', async (_layout, text) => {
    const parsed = await read('a.txt', text);
    expect(told(parsed)).toEqual(TOLD);
    expect(parsed.warnings).toEqual([]);
    expectSound(parsed);
  });

  it.each<[string, string]>([
    ['behind the name', lines((name, speech, i) => `${name} [00:0${i}:05] ${speech}`, '\n\n')],
    ['behind the colon', lines((name, speech, i) => `${name}: [00:0${i}:05] ${speech}`, '\n\n')],
    ['before a tab', lines((name, speech, i) => `00:0${i}:05\t${name}\t${speech}`)],
  ])('with a time %s', async (_layout, text) => {
    const parsed = await read('a.txt', text);
    expect(told(parsed)).toEqual(TOLD.map((turn, i) => turn.replace('–', String(i * 60 + 5))));
    expectSound(parsed);
  });

  it('in bold, in a document of Word and on a page of the web', async () => {
    const docx = makeDocx(lines((name, speech) => wordParagraph(`**${name}** ${speech}`), ''));
    expect(told(await readTranscript('a.docx', docx))).toEqual(TOLD);
    const html = lines((name, speech) => `<p><b>${name}</b> ${speech}</p>`, '');
    expect(told(await read('a.html', html))).toEqual(TOLD);
  });

  it('in bold, in an OpenDocument text and in rich text', async () => {
    const style =
      '<style:style xmlns:style="s" xmlns:fo="f" style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>';
    for (const name of ['T1', 'Strong_20_Emphasis']) {
      const said = lines(
        (who, speech) =>
          `<text:p><text:span text:style-name="${name}">${who}</text:span> ${speech}</text:p>`,
        '',
      );
      expect(told(await readTranscript('a.odt', makeOdt(style + said)))).toEqual(TOLD);
    }
    const written = [
      (who: string, speech: string) => `\\pard {\\b ${who}} ${speech}\\par\n`,
      (who: string, speech: string) => `\\pard\\plain\\b ${who} \\b0 ${speech}\\par\n`,
    ];
    for (const paragraph of written) {
      const rtf = `{\\rtf1\\ansi\\ansicpg1252 ${lines(paragraph, '')}}`;
      expect(told(await readTranscript('a.rtf', Buffer.from(rtf, 'latin1')))).toEqual(TOLD);
    }
  });

  it('in a column beside numbers or times, below the columns’ headings', async () => {
    const cell = (text: string): string =>
      `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const row = (...cells: readonly string[]): string =>
      `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;
    const table = (heading: string, rows: string): Uint8Array =>
      makeOdt(`<table:table>${row(heading, 'Puhuja', 'Teksti')}${rows}</table:table>`);
    const numbered = table(
      'Nro',
      lines((name, speech, i) => row(String(i + 1), name, speech), ''),
    );
    expect(told(await readTranscript('a.odt', numbered))).toEqual(TOLD);
    const timed = table(
      'Aika',
      lines((name, speech, i) => row(`00:0${i}:05`, name, speech), ''),
    );
    expect(told(await readTranscript('a.odt', timed))).toEqual(
      TOLD.map((turn, i) => turn.replace('–', String(i * 60 + 5))),
    );
  });

  it('in a column of a PDF whose lines are numbered, with notes below', async () => {
    const page = TALK.flatMap(([name, speech], i): PdfText[] => [
      { x: 30, y: 760 - 12 * i, text: String(i + 1) },
      { x: 57, y: 760 - 12 * i, text: name },
      { x: 200, y: 760 - 12 * i, text: speech },
    ]);
    expect(told(await readTranscript('a.pdf', makePdf([page])))).toEqual(TOLD);
  });

  it('is not told by what only looks so', async () => {
    const list = await read('a.txt', '1. Auto\n2. Talo\n3. Vene\n\nJoo.\n\nKoti – kulta kallis.\n');
    expect(told(list).every((turn) => turn.startsWith('– – (other)'))).toBe(true);
    expect(list.text).toContain('1. Auto');
    const headings = await read('a.txt', 'Tausta\n\nTein töitä.\n\nTyö\n\nJoo.\n\nKoti\n\nJoo.\n');
    expect(told(headings).every((turn) => turn.startsWith('– – (other)'))).toBe(true);
  });

  it('particulars in paragraphs of their own are nobody’s', async () => {
    const header = [
      'Haastateltava: H5',
      'Haastattelija: Maija Meikäläinen',
      'Päivämäärä: 12.3.2024',
      'Kesto: 40 min 50 sek',
    ];
    const turns = ['Haastattelija: Miksi?', 'H5: Siksi.', 'Haastattelija: Ai.', 'H5: Niin.'];
    expect(told(await read('a.txt', [...header, ...turns].join('\n\n'))).slice(0, 2)).toEqual([
      `– – (other) ${header.join(' ')}`,
      '– Haastattelija (interviewer) Miksi?',
    ]);
  });
});

describe('text in the bytes of another time', () => {
  it.each<[string, number[], string]>([
    ['ISO 8859-15', [0xa4, 0x20, 0xe4], '€ ä'],
    ['the Macintosh', [0x6b, 0x8a, 0x73, 0x69], 'käsi'],
    ['DOS', [0x6b, 0x84, 0x73, 0x69], 'käsi'],
    ['Windows', [0x84, 0x6b, 0xe4, 0x73, 0x69, 0x93], '„käsi“'],
  ])('%s', async (_name, signs, text) => {
    const bytes = Buffer.concat([Buffer.from('H1: '), Buffer.from(signs)]);
    expect((await readTranscript('a.txt', bytes)).text).toBe(`H1: ${text}`);
  });

  it('of another script is refused with what to do', async () => {
    const koi8 = Buffer.from('f0d2c9d7c5d43a20cbc1cb20c4c5ccc13f', 'hex');
    await expect(readTranscript('a.txt', koi8)).rejects.toMatchObject({ code: 'file-encoding' });
  });
});

describe('pages of the web', () => {
  it('are read without their notes and comments', async () => {
    const page =
      '<p>Haastattelija: Miksi?<a href="#_ftn1">[1]</a></p><p>H1: Siksi<sup id="fnref:1"><a class="footnote-ref" href="#fn1">1</a></sup>.</p>' +
      '<div id="ftn1"><p>Alaviite: ei puhetta.</p></div><section class="footnotes"><p>Muu: ei.</p></section>';
    expect(told(await readTranscript('a.html', bytesOf(page)))).toEqual([
      '– Haastattelija (interviewer) Miksi?',
      '– H1 (interviewee) Siksi.',
    ]);
  });
});
