import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../../src/formats/transcripts/registry.ts';
import { makeDocx, wordParagraph } from './make-files.ts';
import { bytesOf, expectSound, told } from './told.ts';

/** A file as a service writes it, by hand after its layout, and the turns a reader sees in it. */
interface Example {
  readonly name: string;
  readonly file: string;
  readonly content: string | readonly string[];
  readonly turns: readonly string[];
  readonly warnings?: readonly string[];
}

/** A list of strings is a Word document's paragraphs. */
const bytesIn = ({ content }: Example): Uint8Array =>
  typeof content === 'string' ? bytesOf(content) : makeDocx(content.map(wordParagraph).join(''));

const NOTES = [
  '📝 Notes',
  'Apr 24, 2026',
  'Viikkopalaveri',
  'Invited Anna Virtanen Kim Mäki',
  'Meeting records Transcript',
  'Summary',
  `Kokouksessa puhuttiin: ${'kaikki etenee suunnitellusti. '.repeat(8)}`,
  'Details',
  'Avaus ja tilanne: Anna Virtanen kertoi tilanteesta (00:00:53).',
  'Kim Mäki: sovittu, että asiaan palataan (00:05:10).',
  'You should review Gemini’s notes to make sure they’re accurate.',
];

const EXAMPLES: readonly Example[] = [
  {
    name: 'Teams: a turn in one paragraph, name and time in its first line',
    file: 'a.docx',
    content: [
      'Haastattelu-20260615_133555-Meeting Transcript',
      '15 June 2026, 03:35am',
      '27m 42s',
      'Virtanen Anna started transcription',
      '\nVirtanen Anna   0:03\nHei, kiitos kun tulit.\nAloitetaanko?',
      '\nMäki, Kim (ulkopuolinen)   0:09\nJoo.\nAloitetaan vaan.',
      '\nVirtanen Anna   59:58\nKerro: miten se alkoi?',
      '\nMäki, Kim (ulkopuolinen)   1:00:02\nNo, sattumalta.',
      'Virtanen Anna stopped transcription',
    ],
    turns: [
      '– – (other) Haastattelu-20260615_133555-Meeting Transcript 15 June 2026, 03:35am 27m 42s Virtanen Anna started transcription',
      '3 Virtanen Anna (interviewee) Hei, kiitos kun tulit. Aloitetaanko?',
      '9 Mäki, Kim (ulkopuolinen) (interviewee) Joo. Aloitetaan vaan.',
      '3598 Virtanen Anna (interviewee) Kerro: miten se alkoi?',
      '3602 Mäki, Kim (ulkopuolinen) (interviewee) No, sattumalta.',
      '– – (other) Virtanen Anna stopped transcription',
    ],
  },
  {
    name: 'Teams: the name in bold with the time in a paragraph of their own',
    file: 'a.docx',
    content: [
      '**Haastattelija**   0:04',
      'Mistä aloitettiin?',
      '**Kim Mäki | Yritys Oy**   0:09',
      'Alusta.',
      'Ihan alusta.',
    ],
    turns: [
      '4 Haastattelija (interviewer) Mistä aloitettiin?',
      '9 Kim Mäki | Yritys Oy (interviewee) Alusta. Ihan alusta.',
    ],
  },
  {
    name: 'Teams before 2023: both times, the name, the words',
    file: 'a.docx',
    content: [
      '0:0:0.0 --> 0:0:1.510\nVirtanen Anna\nHei.',
      '0:0:3.270 --> 0:0:4.250\nMäki, Kim (ulkopuolinen)\nJoo.',
      '0:0:4.270 --> 0:0:5.250\nMäki, Kim (ulkopuolinen)\nMitä kuuluu?',
      '0:1:9.0 --> 0:1:10.0\nVirtanen Anna\nHyvää.\nKiitos.',
    ],
    turns: [
      '0 Virtanen Anna (interviewee) Hei.',
      '3.27 Mäki, Kim (ulkopuolinen) (interviewee) Joo. Mitä kuuluu?',
      '69 Virtanen Anna (interviewee) Hyvää. Kiitos.',
    ],
  },
  {
    name: 'captions copied into a document keep their words, be they of two lines',
    file: 'a.docx',
    content: [
      'Haastattelu 1',
      'WEBVTT',
      '1\n00:00:01.000 --> 00:00:02.000\nSe oli silloin,\nkun muutin.',
      '2\n00:00:06.000 --> 00:00:07.000\nNiin.',
    ],
    turns: ['1 – (other) Se oli silloin, kun muutin.', '6 – (other) Niin.'],
    warnings: ['no-speakers'],
  },
  {
    name: 'Google Meet: times as headings, the end and the notice left out',
    file: 'a.docx',
    content: [
      'abc-defg-hij (2026-07-18 16:06 GMT+3) - Transcript',
      'Attendees',
      'Anna Virtanen, edwin',
      'Transcript',
      'This editable transcript was computer generated and might contain errors.',
      '00:00:00',
      '**Anna Virtanen:** Hei, kiitos kun tulit.\n**edwin:** Joo.',
      '**edwin:** Mitä: kuuluu?',
      '00:05:00',
      '**Anna Virtanen:** Hyvää.',
      '**edwin’s Presentation:** Näkyykö ruutu?',
      'Meeting ended after 00:05:19 👋',
      'This editable transcript was computer generated and might contain errors.',
    ],
    turns: [
      '0 Anna Virtanen (interviewee) Hei, kiitos kun tulit.',
      '– edwin (interviewee) Joo. Mitä: kuuluu?',
      '300 Anna Virtanen (interviewee) Hyvää.',
      '– edwin’s Presentation (interviewee) Näkyykö ruutu?',
    ],
  },
  {
    name: 'Google Meet: only the transcript, not the notes before it',
    file: 'a.docx',
    content: [
      ...NOTES,
      '📖 Transcript',
      'Apr 24, 2026',
      'Viikkopalaveri - Transcript',
      '00:00:00',
      'Anna Virtanen: Hei, kiitos kun tulit.',
      'Kim Mäki: Joo.',
      'Kim Mäki: Mitä kuuluu?',
      'Transcription ended after 00:55:19',
      'This editable transcript was computer generated and might contain errors.',
    ],
    turns: [
      '0 Anna Virtanen (interviewee) Hei, kiitos kun tulit.',
      '– Kim Mäki (interviewee) Joo. Mitä kuuluu?',
    ],
    warnings: ['notes-left-out'],
  },
  {
    name: 'Google Meet: a short one without times, in two parts, as Markdown',
    file: 'a.md',
    content:
      '# abc (2026-07-18) - Transcript\n\n### Attendees\n\nAnna, Kim\n\n### Transcript\n\n**Anna:** Hei.\n\n**Kim:** Hei.\n\n### Meeting ended after 00:04:19 👋\n\n*This editable transcript was computer generated and might contain errors.*\n\n# abc (2026-07-19) - Transcript\n\n*This editable transcript was computer generated and might contain errors.*\n\n**Anna:** Taas.\n\n### Meeting ended after 00:01:02 👋\n',
    turns: ['– Anna (interviewee) Hei.', '– Kim (interviewee) Hei.', '– Anna (interviewee) Taas.'],
  },
  {
    name: 'Otter: names with a time above what they say, each once',
    file: 'a.txt',
    content:
      'Unknown Speaker  0:00  \nHello.\n\nMaija Virtanen, PhD  0:04  \nHello, how are you?\n\nKim  1:02:12  \nFine.\nVery fine.\n\nTranscribed by https://otter.ai\n',
    turns: [
      '0 Unknown Speaker (interviewee) Hello.',
      '4 Maija Virtanen, PhD (interviewee) Hello, how are you?',
      '3732 Kim (interviewee) Fine. Very fine.',
    ],
  },
  {
    name: 'Zoom: captions saved during the meeting, by the time of day',
    file: 'a.txt',
    content:
      '[Anna Virtanen] 14:02:11\nHei.\n\n[Kim] 14:02:15\nNo hei.\n\n[Anna Virtanen] 15:02:11\nJoo.\n',
    turns: [
      '0 Anna Virtanen (interviewee) Hei.',
      '4 Kim (interviewee) No hei.',
      '3600 Anna Virtanen (interviewee) Joo.',
    ],
  },
  {
    name: 'Zoom: WebVTT',
    file: 'a.vtt',
    content:
      'WEBVTT\n\n1\n00:00:16.239 --> 00:00:27.079\nAnna Virtanen: Hei.\n\n2\n00:00:28.000 --> 00:00:29.000\nKim (hän): No hei.\n\n3\n00:00:29.000 --> 00:00:31.000\nKim (hän): Aloitetaanko?\n',
    turns: [
      '16.239 Anna Virtanen (interviewee) Hei.',
      '28 Kim (hän) (interviewee) No hei. Aloitetaanko?',
    ],
  },
  {
    name: 'Word’s own transcription: the time before the speaker',
    file: 'a.docx',
    content: [
      'Audio file',
      'haastattelu.m4a',
      'Transcript',
      '00:00:03 Speaker 1',
      'Hello there.',
      '00:00:09 Speaker 2',
      'Hi.',
    ],
    turns: [
      '– – (other) Audio file haastattelu.m4a Transcript',
      '3 Speaker 1 (interviewee) Hello there.',
      '9 Speaker 2 (interviewee) Hi.',
    ],
  },
  {
    name: 'f4 and f5: the time at the end of a turn',
    file: 'a.docx',
    content: [
      'I: Wie war das? #00:00:04-2#',
      'B: So. #00:01:10-2#',
      'I: Und dann? #00:01:12-0#',
      'B: Nichts.',
    ],
    turns: [
      '– I (interviewer) Wie war das?',
      '4.2 B (interviewee) So.',
      '70.2 I (interviewer) Und dann?',
      '72 B (interviewee) Nichts.',
    ],
  },
  {
    name: 'f4 and f5: the time at the start of a turn',
    file: 'a.docx',
    content: [
      '#00:00:01-0# I: Wie war das?',
      '#00:00:04-2# B: So.',
      'B: #00:01:10-2# Und so.',
      '#00:01:12-0# I: Gut.',
    ],
    turns: [
      '1 I (interviewer) Wie war das?',
      '4.2 B (interviewee) So.',
      '70.2 B (interviewee) Und so.',
      '72 I (interviewer) Gut.',
    ],
  },
  {
    name: 'Markdown: labels in bold',
    file: 'a.md',
    content: '**I:** Miksi?\n\n**H1**: Siksi. **Niin:** se on.\n\n__I:__ Ai.\n\n**H1:** Niin.',
    turns: [
      '– I (interviewer) Miksi?',
      '– H1 (interviewee) Siksi. **Niin:** se on.',
      '– I (interviewer) Ai.',
      '– H1 (interviewee) Niin.',
    ],
  },
];

/** What people write that looks like a service's layout. */
const OTHERS: readonly Example[] = [
  {
    name: 'a programme with its times',
    file: 'a.txt',
    content: 'Päivän ohjelma\n\nLounas  11:30\nKahvi  14:00\nPäätös  16:00\n',
    turns: ['– – (other) Päivän ohjelma', '– – (other) Lounas  11:30 Kahvi  14:00 Päätös  16:00'],
    warnings: ['no-speakers'],
  },
  {
    name: 'an interview that has a heading, and speaks of a time',
    file: 'a.txt',
    content: 'Transcript\n\nI: Milloin?\n\nH1: Tasan 12:30:00 se alkoi.\n\nI: Ai.\n\nH1: Niin.',
    turns: [
      '– – (other) Transcript',
      '– I (interviewer) Milloin?',
      '– H1 (interviewee) Tasan 12:30:00 se alkoi.',
      '– I (interviewer) Ai.',
      '– H1 (interviewee) Niin.',
    ],
  },
  {
    name: 'an arrow in what was said',
    file: 'a.txt',
    content: 'I: Mihin?\n\nH1: Helsinki --> Turku, 0:10 --> 0:20 oli tauko.\n\nI: Ai.\n\nH1: Niin.',
    turns: [
      '– I (interviewer) Mihin?',
      '– H1 (interviewee) Helsinki --> Turku, 0:10 --> 0:20 oli tauko.',
      '– I (interviewer) Ai.',
      '– H1 (interviewee) Niin.',
    ],
  },
];

describe('transcripts as services write them', () => {
  it.each(EXAMPLES)('$name', async (example) => {
    const parsed = await readTranscript(example.file, bytesIn(example));
    expect(told(parsed)).toEqual(example.turns);
    expect(parsed.warnings.map(({ code }) => code)).toEqual(example.warnings ?? []);
    expectSound(parsed);
  });

  it.each(OTHERS)('$name is none of them', async (example) => {
    const parsed = await readTranscript(example.file, bytesIn(example));
    expect(told(parsed).map((turn) => turn.replace(/\s+/g, ' '))).toEqual(
      example.turns.map((turn) => turn.replace(/\s+/g, ' ')),
    );
    expect(parsed.warnings.map(({ code }) => code)).toEqual(example.warnings ?? []);
    expectSound(parsed);
  });

  it('refuses notes without what was said', async () => {
    const bytes = makeDocx(NOTES.map(wordParagraph).join(''));
    await expect(readTranscript('a.docx', bytes)).rejects.toMatchObject({
      code: 'file-only-notes',
    });
  });

  it('reads 100,000 turns of each in time', async () => {
    const many = (block: (i: number) => string): Uint8Array =>
      bytesOf(Array.from({ length: 100_000 }, (_, i) => block(i)).join('\n'));
    const teams = many((i) => `Anna ${i % 7}  0:04\nsana\n`);
    expect((await readTranscript('a.txt', teams)).turns).toHaveLength(100_000);
    const old = many((i) => `0:0:${i % 60}.0 --> 0:0:59.0\nAnna ${i % 7}\nsana\n`);
    expect((await readTranscript('a.txt', old)).turns).toHaveLength(100_000);
    const meet = many((i) => (i === 0 ? 'Transcript\n00:00:00' : `Anna ${i % 7}: sana`));
    expect((await readTranscript('a.txt', meet)).turns).toHaveLength(99_999);
    const spaces = bytesOf(`a${' '.repeat(1_000)}b\n`.repeat(1_000));
    expect((await readTranscript('a.txt', spaces)).turns.length).toBeGreaterThan(0);
  }, 60_000);
});
