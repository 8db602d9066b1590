import { describe, expect, it } from 'vitest';
import { read, told, expectSound } from './told.ts';

/** A file as a service or a program writes it, and the turns a reader sees in it. */
interface Example {
  readonly name: string;
  readonly file: string;
  readonly content: string;
  readonly turns: readonly string[];
}

const ASKED = [
  '3 Speaker 1 (interviewee) Could you start?',
  '12 Speaker 2 (interviewee) Well, I keep a shop.',
  '20 Speaker 1 (interviewee) How long?',
];

const EXAMPLES: readonly Example[] = [
  {
    name: 'Aalto’s Speech2Text: a line with both times and the speaker',
    file: 'a.txt',
    content:
      '(0:00:03 - 0:00:11) SPEAKER_00\n\nHei, kuka olet?\n\n(0:00:12 - 0:00:19) SPEAKER_01\n\nOlen myyjä.\n\n(0:00:20 - 0:00:25) SPEAKER_UNKNOWN\n\nJoo.\n\n',
    turns: [
      '3 SPEAKER_00 (interviewee) Hei, kuka olet?',
      '12 SPEAKER_01 (interviewee) Olen myyjä.',
      '20 SPEAKER_UNKNOWN (interviewee) Joo.',
    ],
  },
  {
    name: 'Aalto’s Speech2Text: a table',
    file: 'a.csv',
    content:
      'start,end,transcription,speaker\n0:00:03,0:00:11,"Hei, kuka olet?",SPEAKER_00\n0:00:12,0:00:19,Olen myyjä.,SPEAKER_01\n',
    turns: [
      '3 SPEAKER_00 (interviewee) Hei, kuka olet?',
      '12 SPEAKER_01 (interviewee) Olen myyjä.',
    ],
  },
  {
    name: 'Whisper: a table in milliseconds',
    file: 'a.tsv',
    content: 'start\tend\ttext\n0\t2000\tHei.\n2000\t4000\tAloitetaanko?\n7000\t9000\tJoo.\n',
    turns: ['0 – (other) Hei. Aloitetaanko?', '7 – (other) Joo.'],
  },
  {
    name: 'TurboScribe: the times behind the name',
    file: 'a.txt',
    content:
      '[Speaker 1] (0:03 - 0:11)\nCould you start?\n\n[Speaker 2] (0:12 - 0:19)\nWell, I keep a shop.\n\n[Speaker 1] (0:20 - 0:25)\nHow long?\n',
    turns: ASKED,
  },
  {
    name: 'Premiere: times with frames above the name',
    file: 'a.txt',
    content:
      '00:00:03:00 - 00:00:11:20\nSpeaker 1\nCould you start?\n\n00:00:12:00 - 00:00:19:05\nSpeaker 2\nWell, I keep a shop.\n\n00:00:20:00 - 00:00:25:00\nSpeaker 1\nHow long?\n',
    turns: ASKED,
  },
  {
    name: 'Fireflies: a dash before the time, names that come once',
    file: 'a.txt',
    content:
      'Anna Virtanen - 00:03\nCould you start?\n\nKim Mäki - 00:12\nWell, I keep a shop.\n\nAnna Virtanen - 00:20\nHow long?\n',
    turns: [
      '3 Anna Virtanen (interviewee) Could you start?',
      '12 Kim Mäki (interviewee) Well, I keep a shop.',
      '20 Anna Virtanen (interviewee) How long?',
    ],
  },
  {
    name: 'Tactiq: times before the names, below when it began',
    file: 'a.txt',
    content:
      'Started at 2026-06-15 10:00\n\n00:00:03.120 Anna Virtanen: Could you start?\n00:00:12.000 Kim Mäki: Well.\n00:00:20.500 Anna Virtanen: How long?\n',
    turns: [
      '– – (other) Started at 2026-06-15 10:00',
      '3.12 Anna Virtanen (interviewee) Could you start?',
      '12 Kim Mäki (interviewee) Well.',
      '20.5 Anna Virtanen (interviewee) How long?',
    ],
  },
  {
    name: 'Teams and Stream, copied from the pane: the time in words too',
    file: 'a.txt',
    content:
      'Virtanen Anna\n0 minuuttia 3 sekuntia\n0:03\nVirtanen Anna 0 minuuttia 3 sekuntia\nKuka olet?\nKim Mäki\n1 minuutti 9 sekuntia\n1:09\nKim Mäki 1 minuutti 9 sekuntia\nOlen Kim.\nSiitä on 5 minuuttia 3 sekuntia.\nVirtanen Anna\n1 tunti 0 minuuttia 15 sekuntia1:00:15\nVirtanen Anna 1 hour 0 minutes 15 seconds\nKauanko?\n',
    turns: [
      '3 Virtanen Anna (interviewee) Kuka olet?',
      '69 Kim Mäki (interviewee) Olen Kim. Siitä on 5 minuuttia 3 sekuntia.',
      '3615 Virtanen Anna (interviewee) Kauanko?',
    ],
  },
  {
    name: 'Zoom: names that begin with a small letter, a caption without one',
    file: 'a.vtt',
    content:
      'WEBVTT\n\n1\n00:00:02.000 --> 00:00:04.000\nAnna Virtanen: What do you do?\n\n2\n00:00:05.000 --> 00:00:06.000\niPhone (Kim): I keep a shop.\n\n3\n00:00:07.000 --> 00:00:08.000\niPhone (Kim): Note: a small one.\n\n4\n00:00:08.000 --> 00:00:09.000\nYes.\n\n5\n00:00:10.000 --> 00:00:11.000\nAnna Virtanen: Good.\n',
    turns: [
      '2 Anna Virtanen (interviewee) What do you do?',
      '5 iPhone (Kim) (interviewee) I keep a shop. Note: a small one. Yes.',
      '10 Anna Virtanen (interviewee) Good.',
    ],
  },
  {
    name: 'Google Meet: captions in SubViewer’s format',
    file: 'a.sbv',
    content:
      '0:00:00.599,0:00:04.160\nAnna Virtanen: Hei, kiitos kun tulit.\n\n0:00:04.160,0:00:06.770\nKim Mäki: Joo.\nMitä kuuluu?\n\n0:00:06.770,0:00:10.880\nAnna Virtanen: Hyvää.\n',
    turns: [
      '0.599 Anna Virtanen (interviewee) Hei, kiitos kun tulit.',
      '4.16 Kim Mäki (interviewee) Joo. Mitä kuuluu?',
      '6.77 Anna Virtanen (interviewee) Hyvää.',
    ],
  },
  {
    name: 'YouTube: captions in SubViewer’s format, arrows before the names',
    file: 'a.sbv',
    content:
      '0:00:00.599,0:00:04.160\n>> ALICE: This is John\n\n0:00:04.160,0:00:06.770\n>> JOHN: and we keep a shop.\n\n0:00:06.770,0:00:10.880\n>> ALICE: A small\none!\n',
    turns: [
      '0.599 ALICE (interviewee) This is John',
      '4.16 JOHN (interviewee) and we keep a shop.',
      '6.77 ALICE (interviewee) A small one!',
    ],
  },
  {
    name: 'Google Meet: an end whose language nobody listed',
    file: 'a.txt',
    content:
      'Haastattelu – Transkriptio\n\nTranskriptio\n\n00:00:00\n\nAnna Virtanen: Hei.\n\nKim Mäki: Joo.\n\n00:05:03\n\nAnna Virtanen: Hyvää.\n\nTranskriptio päättyi ajan 00:05:40 jälkeen\n\nTämä on luotu tietokoneella ja voi sisältää virheitä.\n',
    turns: [
      '0 Anna Virtanen (interviewee) Hei.',
      '– Kim Mäki (interviewee) Joo.',
      '303 Anna Virtanen (interviewee) Hyvää.',
    ],
  },
  {
    name: 'oTranscribe: its own file',
    file: 'a.otr',
    content: JSON.stringify({
      text: '<p><span class="timestamp" data-timestamp="3.2">0:03</span>&nbsp;<b>H:</b> Kerro itsestäsi.</p><p><br /></p><p><span class="timestamp" data-timestamp="9.8">0:09</span>&nbsp;<b>V:</b> Olen Kim &amp; myyjä.</p><p>H: Missä?</p><p>V: Kaupassa.<br /></p>',
      media: 'h1.mp3',
      'media-time': 41.2,
    }),
    turns: [
      '3 H (interviewer) Kerro itsestäsi.',
      '9 V (interviewee) Olen Kim & myyjä.',
      '– H (interviewer) Missä?',
      '– V (interviewee) Kaupassa.',
    ],
  },
  {
    name: 'oTranscribe: Markdown',
    file: 'a.md',
    content:
      '[0:03](#t=3.2) H: Kerro itsestäsi.\n\n[0:09](#t=9.8) V: Olen Kim.\n\n[1:00:15](#t=3615) H: Missä?\n\nV: Kaupassa.\n',
    turns: [
      '3 H (interviewer) Kerro itsestäsi.',
      '9 V (interviewee) Olen Kim.',
      '3615 H (interviewer) Missä?',
      '– V (interviewee) Kaupassa.',
    ],
  },
  {
    name: 'WhatsApp on Android: the date and the time go, the day’s notice stays',
    file: 'a.txt',
    content:
      '15.6.2026 klo 10.02 - Viestit ovat salattuja.\n15.6.2026 klo 10.02 - Anna Virtanen: Kuka olet?\n15.6.2026 klo 10.04 - Kim Mäki: Olen Kim.\nJa myyjä.\n16.6.2026 klo 9.05 - Anna Virtanen: Kauanko?\n16.6.2026 klo 9.06 - Kim Mäki: Viisi vuotta.\n',
    turns: [
      '– – (other) Viestit ovat salattuja.',
      '– Anna Virtanen (interviewee) Kuka olet?',
      '– Kim Mäki (interviewee) Olen Kim. Ja myyjä.',
      '– Anna Virtanen (interviewee) Kauanko?',
      '– Kim Mäki (interviewee) Viisi vuotta.',
    ],
  },
  {
    name: 'WhatsApp on an iPhone',
    file: 'a.txt',
    content:
      '[15/06/2026, 10:02:11] Anna: Who are you?\n[15/06/2026, 10:04:01] Kim: Kim.\n[15/06/2026, 10:05:20] Anna: Since when?\n[15/06/2026, 10:06:30] Kim: Always.\n',
    turns: [
      '– Anna (interviewee) Who are you?',
      '– Kim (interviewee) Kim.',
      '– Anna (interviewee) Since when?',
      '– Kim (interviewee) Always.',
    ],
  },
];

/** As people write: after transcripts of theses. */
const WRITTEN: readonly Example[] = [
  {
    name: 'a third letter that asks once',
    file: 'a.txt',
    content:
      'H: Kuka olet?\nV: Olen myyjä.\nK: Saanko tarkentaa?\nV: Toki.\nH: Kauanko?\nV: Viisi vuotta.\n',
    turns: [
      '– H (interviewee) Kuka olet?',
      '– V (interviewee) Olen myyjä.',
      '– K (interviewee) Saanko tarkentaa?',
      '– V (interviewee) Toki.',
      '– H (interviewee) Kauanko?',
      '– V (interviewee) Viisi vuotta.',
    ],
  },
  {
    name: 'a number at every fifth line',
    file: 'a.txt',
    content:
      '1 H: Kuka olet? Ja mitä\n  teet työksesi?\n  V: Olen myyjä. Tykkään työstä ja\n  kaikesta.\n5 H: Kauanko?\n  V: 5 vuotta.\n  H: Kiva.\n  V: Joo.\n  H: Loppu?\n10 V: Loppu.\n',
    turns: [
      '– H (interviewer) Kuka olet? Ja mitä teet työksesi?',
      '– V (interviewee) Olen myyjä. Tykkään työstä ja kaikesta.',
      '– H (interviewer) Kauanko?',
      '– V (interviewee) 5 vuotta.',
      '– H (interviewer) Kiva.',
      '– V (interviewee) Joo.',
      '– H (interviewer) Loppu?',
      '– V (interviewee) Loppu.',
    ],
  },
  {
    name: 'no space behind the colon',
    file: 'a.txt',
    content: 'H:Kuka olet?\nV:olen myyjä.\nH:kauanko?\nV:no H:n mielestä viisi vuotta.\n',
    turns: [
      '– H (interviewer) Kuka olet?',
      '– V (interviewee) olen myyjä.',
      '– H (interviewer) kauanko?',
      '– V (interviewee) no H:n mielestä viisi vuotta.',
    ],
  },
  {
    name: 'a dash for each who speaks',
    file: 'a.txt',
    content: '– Kuka olet?\n– Olen myyjä.\nJa kauppias.\n– Kauanko?\n– Viisi vuotta.\n',
    turns: [
      '– – (other) – Kuka olet?',
      '– – (other) – Olen myyjä. Ja kauppias.',
      '– – (other) – Kauanko?',
      '– – (other) – Viisi vuotta.',
    ],
  },
  {
    name: 'names with an initial on lines of their own',
    file: 'a.txt',
    content:
      'Tutkija\nKuka olet?\n\nMaija M.\nOlen myyjä.\n\nTutkija\nKauanko?\n\nMaija M.\nViisi vuotta.\n',
    turns: [
      '– Tutkija (interviewer) Kuka olet?',
      '– Maija M. (interviewee) Olen myyjä.',
      '– Tutkija (interviewer) Kauanko?',
      '– Maija M. (interviewee) Viisi vuotta.',
    ],
  },
  {
    name: 'sections in capitals are nobody’s',
    file: 'a.txt',
    content:
      'TEEMA 1: TYÖ\n\nHaastattelija: Kuka olet?\nH1: Olen myyjä.\n\nTEEMA 2: VAPAA-AIKA\n\nHaastattelija: Mitä teet?\nH1: Luen.\n',
    turns: [
      '– – (other) TEEMA 1: TYÖ',
      '– Haastattelija (interviewer) Kuka olet?',
      '– H1 (interviewee) Olen myyjä.',
      '– – (other) TEEMA 2: VAPAA-AIKA',
      '– Haastattelija (interviewer) Mitä teet?',
      '– H1 (interviewee) Luen.',
    ],
  },
];

const TALK = [
  ['I', 'Kuka olet?'],
  ['H1', 'Olen myyjä, tykkään: väreistä.'],
  ['I', 'Kauanko?'],
  ['H1', 'Viisi vuotta.'],
] as const;
const TOLD = [
  '– I (interviewer) Kuka olet?',
  '– H1 (interviewee) Olen myyjä, tykkään: väreistä.',
  '– I (interviewer) Kauanko?',
  '– H1 (interviewee) Viisi vuotta.',
];

describe('labels', () => {
  it.each<[string, (name: string) => string]>([
    ['in round brackets', (name) => `(${name}) `],
    ['before a bracket', (name) => `${name}) `],
    ['in square brackets, with a colon', (name) => `[${name}]: `],
    ['in angle brackets', (name) => `<${name}> `],
    ['behind a dash, with a colon', (name) => `- ${name}: `],
    ['in the italics of Markdown', (name) => `*${name}*: `],
    ['before a gap', (name) => `${name}   `],
  ])('%s', async (_, labelled) => {
    const text = TALK.map(([name, speech]) => `${labelled(name)}${speech}`).join('\n');
    const parsed = await read('a.txt', text);
    expect(told(parsed)).toEqual(TOLD);
    expectSound(parsed);
  });

  it.each<[string, (i: number) => string]>([
    ['both its times', (i) => `[00:0${i}:00 - 00:0${i}:40]`],
    ['a time with dots', (i) => `${i}.00`],
  ])('behind %s', async (_, time) => {
    const text = TALK.map(([name, speech], i) => `${time(i)} ${name}: ${speech}`).join('\n');
    expect(told(await read('a.txt', text))).toEqual(
      TOLD.map((turn, i) => turn.replace('–', String(i * 60))),
    );
  });

  it('with a number for each question and its answer', async () => {
    const { turns } = await read('a.txt', 'K1: Kuka?\nV1: Minä.\nK2: Missä?\nV2: Täällä.\n');
    expect(turns.map(({ role }) => role)).toEqual([
      'interviewer',
      'interviewee',
      'interviewer',
      'interviewee',
    ]);
  });

  it('are not what is told in brackets', async () => {
    const { turns } = await read('a.txt', '(Naurua) Joo.\n(Hiljaista) Niin.\n(Naurua) Ei.\n');
    expect(turns.map(({ speaker }) => speaker)).toEqual([null]);
  });
});

/** What people write that looks like one of those. */
const OTHERS: readonly Example[] = [
  {
    name: 'opening hours',
    file: 'a.txt',
    content: 'Aukioloajat\n\nMa 10:00 - 18:00\nTi 10:00 - 18:00\n',
    turns: ['– – (other) Aukioloajat', '– – (other) Ma 10:00 - 18:00 Ti 10:00 - 18:00'],
  },
  {
    name: 'H1’s case endings at the start of lines',
    file: 'a.txt',
    content: 'H1: Miksi?\nH1:n mielestä niin.\nH2:n mielestä näin.\nH2: Ai.\n',
    turns: [
      '– H1 (interviewee) Miksi? H1:n mielestä niin. H2:n mielestä näin.',
      '– H2 (interviewee) Ai.',
    ],
  },
];

describe('transcripts as other services write them', () => {
  it.each([...EXAMPLES, ...WRITTEN, ...OTHERS])('$name', async ({ file, content, turns }) => {
    const parsed = await read(file, content);
    expect(told(parsed)).toEqual(turns);
    expectSound(parsed);
  });

  it('tell when the last words ended', async () => {
    const { endsAt } = await read(
      'a.txt',
      '(0:00:03 - 0:00:11) SPEAKER_00\n\nHei.\n\n(0:00:12 - 0:40:50) SPEAKER_01\n\nHei hei.\n',
    );
    expect(endsAt).toBe(2_450);
  });

  it.each(['a.csv', 'a.tsv'])(
    'a table without words and times, %s, is told as one',
    async (file) => {
      await expect(read(file, 'id;ikä\nH1;34\n')).rejects.toMatchObject({ code: 'file-table' });
    },
  );

  it.each(['{"text":1}', '[', '"x"'])('%s is no file of oTranscribe', async (content) => {
    await expect(read('a.otr', content)).rejects.toMatchObject({ code: 'json-unknown' });
  });
});
