import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analysedSpans,
  isGenericLabel,
  splitTurns,
  turnIndexAt,
  type Turn,
} from '../../../src/domain/text/turns.ts';
import { anyText, ODD_PIECES } from './texts.ts';

/** Turns as a reader sees them: who, in which role, when, says what. */
const told = (text: string): string[] =>
  splitTurns(text).map(({ speaker, role, at, body, end }) => {
    const who = `${speaker ?? '–'} (${role}${at === undefined ? '' : ` ${at}`})`;
    return `${who} ${text.slice(body, end).trim().replace(/\s+/g, ' ')}`.trim();
  });

interface Example {
  readonly name: string;
  readonly text: string;
  readonly turns: readonly string[];
}

describe('splitTurns finds the speakers', () => {
  it.each<Example>([
    {
      name: 'of an interview with blank lines',
      text: 'Haastattelija: Mitä?\n\nH1: Sitä.\n\nH1: Ja tätä.\n',
      turns: [
        'Haastattelija (interviewer) Mitä?',
        'H1 (interviewee) Sitä.',
        'H1 (interviewee) Ja tätä.',
      ],
    },
    {
      name: 'of an interview without blank lines',
      text: 'Haastattelija: Mitä?\nH1: Sitä.\nHaastattelija: Miksi?\nH1: Siksi.',
      turns: [
        'Haastattelija (interviewer) Mitä?',
        'H1 (interviewee) Sitä.',
        'Haastattelija (interviewer) Miksi?',
        'H1 (interviewee) Siksi.',
      ],
    },
    {
      name: 'where the label has a line of its own',
      text: 'H1:\nSpeech.\n\nH2:\n\nMore speech.',
      turns: ['H1 (interviewee) Speech.', 'H2 (interviewee) More speech.'],
    },
    {
      name: 'where a label has nothing behind it',
      text: 'H1:\n\n  H2: Speech.\nH1:',
      turns: ['H1 (interviewee)', 'H2 (interviewee) Speech.', 'H1 (interviewee)'],
    },
    {
      name: 'with paragraphs that go on without a label',
      text: 'H1: First.\n\nSecond.\nThird.\n\nInterviewer: Why?',
      turns: ['H1 (interviewee) First. Second. Third.', 'Interviewer (interviewer) Why?'],
    },
    {
      name: 'behind a title and a date, which are nobody’s',
      text: '\nInterview 3\n8.12.2022\n\nInterviewer: Why?\nH3: Because.',
      turns: [
        '– (other) Interview 3 8.12.2022',
        'Interviewer (interviewer) Why?',
        'H3 (interviewee) Because.',
      ],
    },
    {
      name: 'whose speech begins like a label',
      text: 'Haastattelija: Mikä?\n\nH7: H7: Sanoisin, että se.\n\nH7: Niin.',
      turns: [
        'Haastattelija (interviewer) Mikä?',
        'H7 (interviewee) H7: Sanoisin, että se.',
        'H7 (interviewee) Niin.',
      ],
    },
    {
      name: 'by name, where the name comes again',
      text: 'Anna: Hei.\nMatti Meikäläinen: Hei.\nAnna: No?\nMatti Meikäläinen: Niin.',
      turns: [
        'Anna (interviewee) Hei.',
        'Matti Meikäläinen (interviewee) Hei.',
        'Anna (interviewee) No?',
        'Matti Meikäläinen (interviewee) Niin.',
      ],
    },
    {
      name: 'with spaces around the label and the colon',
      text: '  H1 : Hei.\n\tH2\u00a0:\u00a0Hei.',
      turns: ['H1 (interviewee) Hei.', 'H2 (interviewee) Hei.'],
    },
    {
      name: 'where the space behind the colon was forgotten',
      text: 'Haastattelija:Mitä?\nH1:Sitä.\nHaastattelija:”Niinkö”?',
      turns: [
        'Haastattelija (interviewer) Mitä?',
        'H1 (interviewee) Sitä.',
        'Haastattelija (interviewer) ”Niinkö”?',
      ],
    },
    {
      name: 'with a direction in the label',
      text: 'Interviewer (Maija): Why?\nH1 (laughs): Because.',
      turns: ['Interviewer (interviewer) Why?', 'H1 (interviewee) Because.'],
    },
    {
      name: 'with the time before or behind the label',
      text: '[00:01:05] Interviewer: Why?\nH1 (1:07): Because.\n1:02:03 Interviewer: So?\nH1 [01:02:04,5]: Yes.',
      turns: [
        'Interviewer (interviewer 65) Why?',
        'H1 (interviewee 67) Because.',
        'Interviewer (interviewer 3723) So?',
        'H1 (interviewee 3724.5) Yes.',
      ],
    },
    {
      name: 'as recognisers of speech write them, without a colon',
      text: 'Speaker 1  0:03\nHello there.\n\nSpeaker 2  0:05\nHi.\n\n00:00:09 Speaker 1\nWell.',
      turns: [
        'Speaker 1 (interviewee 3) Hello there.',
        'Speaker 2 (interviewee 5) Hi.',
        'Speaker 1 (interviewee 9) Well.',
      ],
    },
    {
      name: 'with a dash between the time and the name',
      text: '[00:00:04.120] - Speaker 1\nHello.\n\n[00:00:12] – Speaker 2\nHi.',
      turns: ['Speaker 1 (interviewee 4.12) Hello.', 'Speaker 2 (interviewee 12) Hi.'],
    },
    {
      name: 'by name, each once, where a time stands beside it above what is said',
      text: 'Maija von Essen  0:04\nHello.\n\nKim  0:12\nHi.',
      turns: ['Maija von Essen (interviewee 4) Hello.', 'Kim (interviewee 12) Hi.'],
    },
    {
      name: 'but nobody in a list of times, nor where the times go back',
      text: 'Programme\n\nLunch 11:30\nCoffee 14:00\n\nComing 16:00\nGo on.\n\nGoing 9:00\nGo.',
      turns: [
        '– (other) Programme',
        '– (other) Lunch 11:30 Coffee 14:00',
        '– (other) Coming 16:00 Go on.',
        '– (other) Going 9:00 Go.',
      ],
    },
    {
      name: 'of a group, also one who speaks once between the others’ lines',
      text: 'Moderator: Who?\n\nP1: Me.\n\nP2: And me.\nP3: Yes.\n\nModerator: So?\n\nP1: So.\n\nP2: Yes.',
      turns: [
        'Moderator (interviewer) Who?',
        'P1 (interviewee) Me.',
        'P2 (interviewee) And me.',
        'P3 (interviewee) Yes.',
        'Moderator (interviewer) So?',
        'P1 (interviewee) So.',
        'P2 (interviewee) Yes.',
      ],
    },
  ])('$name', ({ text, turns }) => {
    expect(told(text)).toEqual(turns);
  });

  it.each([
    ...[
      'Haastattelija',
      'HAASTATTELIJA',
      'haastattelija',
      'Haastattelija 2',
      'Tutkija',
      'Moderaattori',
    ],
    ...['Interviewer', 'Interviewer 1', 'Int', 'INT.', 'Researcher', 'Facilitator', 'Moderator'],
    ...['Intervjuare', 'Forskare'],
  ])('knows %s as the one who asks', (label) => {
    expect(told(`${label}: Vad?\n\nI2: Det.`)).toEqual([
      `${label} (interviewer) Vad?`,
      'I2 (interviewee) Det.',
    ]);
  });

  it.each([
    ...['Haastateltava', 'Haastateltava 3', 'Vastaaja', 'Osallistuja 12'],
    ...['Interviewee', 'Respondent 1', 'Participant', 'Speaker 2', 'Intervjuperson', 'Deltagare 4'],
    'SPEAKER_00',
  ])('knows %s as one who answers, without a name', (label) => {
    expect(told(`Interviewer: Why?\n${label}: So.`)[1]).toBe(`${label} (interviewee) So.`);
    expect(isGenericLabel(label)).toBe(true);
  });

  it.each(['H1', 'P12', 'Anna', 'Haastattelija', 'Speaker Smith'])(
    'takes %s for a name or a code',
    (label) => {
      expect(isGenericLabel(label)).toBe(false);
    },
  );
});

describe('splitTurns knows who asks where the label alone does not say', () => {
  it.each<Example>([
    {
      name: 'I among others',
      text: 'I: Wie?\nS1: So.\nS2: Ja.\nI: Und?\nS1: Gut.\nS2: Ja.',
      turns: [
        'I (interviewer) Wie?',
        'S1 (interviewee) So.',
        'S2 (interviewee) Ja.',
        'I (interviewer) Und?',
        'S1 (interviewee) Gut.',
        'S2 (interviewee) Ja.',
      ],
    },
    {
      name: 'Q beside A',
      text: 'Q: Why?\nA: So.\nQ: And?\nA: Yes.',
      turns: [
        'Q (interviewer) Why?',
        'A (interviewee) So.',
        'Q (interviewer) And?',
        'A (interviewee) Yes.',
      ],
    },
    {
      name: 'numbered questions and answers',
      text: 'Q1: Why?\nA1: So.\n\nQ2: And?\nA2: Yes.',
      turns: [
        'Q1 (interviewer) Why?',
        'A1 (interviewee) So.',
        'Q2 (interviewer) And?',
        'A2 (interviewee) Yes.',
      ],
    },
    {
      name: 'K beside V',
      text: 'K: Miksi?\nV: Siksi.\nK: Ai?\nV: Niin.',
      turns: [
        'K (interviewer) Miksi?',
        'V (interviewee) Siksi.',
        'K (interviewer) Ai?',
        'V (interviewee) Niin.',
      ],
    },
    {
      name: 'a legend in words',
      text: 'Interview (S = Student; M = Interviewer)\n\nM: Why?\nS: So.\nM: And?\nS: Yes.',
      turns: [
        '– (other) Interview (S = Student; M = Interviewer)',
        'M (interviewer) Why?',
        'S (interviewee) So.',
        'M (interviewer) And?',
        'S (interviewee) Yes.',
      ],
    },
    {
      name: 'a legend in lines, which nobody speaks',
      text: 'M: Haastattelija\nS: Haastateltava\n\nM: Miksi?\nS: Siksi.\nM: Ai?\nS: Niin.',
      turns: [
        '– (other) M: Haastattelija S: Haastateltava',
        'M (interviewer) Miksi?',
        'S (interviewee) Siksi.',
        'M (interviewer) Ai?',
        'S (interviewee) Niin.',
      ],
    },
    {
      name: 'not a speaker who names a profession',
      text: 'Anna: Ammattisi?\nPekka: Tutkija.\nAnna: Ai?\nPekka: Niin.',
      turns: [
        'Anna (interviewee) Ammattisi?',
        'Pekka (interviewee) Tutkija.',
        'Anna (interviewee) Ai?',
        'Pekka (interviewee) Niin.',
      ],
    },
  ])('$name', ({ text, turns }) => {
    expect(told(text)).toEqual(turns);
  });
});

describe('splitTurns leaves what only looks like a label in the speech', () => {
  const said = (speech: string): string =>
    `Haastattelija: Mitä?\n\nH1: No,\n${speech}\n\nHaastattelija: Ai?\n\nH1: Niin.`;

  it.each([
    { name: 'an aside', speech: 'Huom: tämä on tärkeää.' },
    {
      name: 'an aside that comes again',
      speech: 'Esimerkiksi: se.\nEsimerkiksi: tuo.\nHuom: niin.\nHuom: näin.',
    },
    {
      name: 'a word that comes again, where speakers stand after blank lines',
      speech: 'Koti: hyvin.\nKoti: yhä.',
    },
    { name: 'a code that is nobody’s, likewise', speech: 'CO2: paljon.\nCO2: yhä.' },
    { name: 'a time of day', speech: 'klo 12:30 alkaen\n12:30 Lounas' },
    { name: 'an address', speech: 'https://example.org/a: b\nmailto:a@example.org' },
    { name: 'an inflected code', speech: 'H1:n mielestä ja H2:lle' },
    { name: 'a smiley', speech: 'Joo :D\nJoo :D\nNiin:)\nNiin:)' },
    { name: 'a list of questions', speech: '1. Mitä:\n2. Miksi:\na) kuka: hän' },
    {
      name: 'a sentence with a colon',
      speech: 'Sitten tuli se kaikkein tärkein: työ.\nSitten tuli se kaikkein tärkein: työ.',
    },
    { name: 'words in small letters', speech: 'eli: se\neli: tuo' },
    { name: 'a colon alone', speech: ':\n: mitä' },
  ])('$name', ({ speech }) => {
    expect(told(said(speech))).toEqual([
      'Haastattelija (interviewer) Mitä?',
      `H1 (interviewee) No, ${speech.replace(/\s+/g, ' ')}`,
      'Haastattelija (interviewer) Ai?',
      'H1 (interviewee) Niin.',
    ]);
  });

  it('also an aside where no blank lines stand', () => {
    expect(told('H1: No.\nHuom: se.\nHuom: tuo.\nH2: Niin.')).toEqual([
      'H1 (interviewee) No. Huom: se. Huom: tuo.',
      'H2 (interviewee) Niin.',
    ]);
  });

  it('also the particulars of the interview', () => {
    const text =
      'Haastattelija: Maija\nHaastateltava: H1\nPäivä: 8.12.2022\nKesto: 40 min\n\nHaastattelija: Mitä?\n\nH1: Sitä.';
    expect(told(text)).toEqual([
      '– (other) Haastattelija: Maija Haastateltava: H1 Päivä: 8.12.2022 Kesto: 40 min',
      'Haastattelija (interviewer) Mitä?',
      'H1 (interviewee) Sitä.',
    ]);
  });

  it('and takes the headings of themes for nobody’s speech', () => {
    expect(told('Teema 1: Työ\n\nH1: Joo.\n\nTeema 2: Koti\n\nH1: Niin.')).toEqual([
      '– (other) Teema 1: Työ',
      'H1 (interviewee) Joo.',
      '– (other) Teema 2: Koti',
      'H1 (interviewee) Niin.',
    ]);
  });
});

describe('splitTurns where not everybody is named', () => {
  it.each<Example>([
    {
      name: 'nobody: a turn per paragraph',
      text: 'One.\nStill one.\n\n\nTwo.\n',
      turns: ['– (other) One. Still one.', '– (other) Two.'],
    },
    {
      name: 'nobody, and a colon inside a paragraph',
      text: 'One.\nNote: still one.\n\nTwo.',
      turns: ['– (other) One. Note: still one.', '– (other) Two.'],
    },
    {
      name: 'nobody, and paragraphs without blank lines between them',
      text: `${'word '.repeat(40)}\nTwo.`,
      turns: [`– (other) ${'word '.repeat(40).trim()}`, '– (other) Two.'],
    },
    {
      name: 'nobody, lines broken by hand',
      text: 'One line\nand another.',
      turns: ['– (other) One line and another.'],
    },
    {
      name: 'only the interviewer: the paragraphs behind are answers',
      text: 'Interviewer: Why\nso?\n\nSo.\n\nAnd so.\n\nInterviewer: And?\n\nYes.',
      turns: [
        'Interviewer (interviewer) Why so?',
        '– (interviewee) So. And so.',
        'Interviewer (interviewer) And?',
        '– (interviewee) Yes.',
      ],
    },
    {
      name: 'only numbered questions: the lines below are answers',
      text: 'Pergunta 1: Quantos?\nDepende.\n(Eu errei.)\n\nPergunta 2: Quais?\nQuatro.',
      turns: [
        'Pergunta 1 (interviewer) Quantos?',
        '– (interviewee) Depende. (Eu errei.)',
        'Pergunta 2 (interviewer) Quais?',
        '– (interviewee) Quatro.',
      ],
    },
    {
      name: 'only the interviewer, on a line of its own',
      text: 'Interviewer:\nWhy?\nSo.',
      turns: ['Interviewer (interviewer) Why?', '– (interviewee) So.'],
    },
    { name: 'only white space', text: ' \n\n', turns: ['– (other)'] },
    { name: 'nothing', text: '', turns: [] },
  ])('$name', ({ text, turns }) => {
    expect(told(text)).toEqual(turns);
  });
});

describe('turns', () => {
  const PIECES = [
    ...ODD_PIECES,
    ...[
      '\nH1: ',
      '\nHaastattelija:',
      '\n\nAnna: ',
      '\nAnna:',
      '\nI: ',
      '\nQ1: ',
      '\nA1: ',
      '\nTeema 1: ',
      '\nTeema 2: ',
    ],
    ...[
      '\nHuom: ',
      '[0:12] ',
      '\nSpeaker 1  0:03\n',
      'klo 12:30',
      '\nM = Interviewer',
      '   ',
      '\n \n',
      ':',
      '(x)',
    ],
  ];
  const transcript = fc.oneof(
    anyText,
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  );

  it('tile any text, begin where a line does, and hold their body', () => {
    fc.assert(
      fc.property(transcript, (text) => {
        const turns = splitTurns(text);
        expect(turns.length > 0).toBe(text.length > 0);
        expect(turns.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        for (const [i, { start, body, end }] of turns.entries()) {
          expect(start).toBe(turns[i - 1]?.end ?? 0);
          expect(start).toBeLessThan(end);
          expect(body >= start && body <= end).toBe(true);
          expect(start === 0 || text[start - 1] === '\n').toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('always hold somebody’s speech where there is any', () => {
    fc.assert(
      fc.property(transcript, (text) => {
        const turns = splitTurns(text);
        const roles = new Set(turns.map(({ role }) => role));
        fc.pre(roles.has('interviewee') || !roles.has('interviewer'));
        for (const { start, end } of analysedSpans(turns)) expect(start).toBeLessThan(end);
        if (!roles.has('interviewer') && !roles.has('interviewee'))
          expect(analysedSpans(turns).length).toBe(
            turns.filter(({ body, end }) => body < end).length,
          );
      }),
    );
  });

  it('are found again by any place in them, and nowhere else', () => {
    fc.assert(
      fc.property(transcript, (text) => {
        const turns = splitTurns(text);
        for (let at = 0; at < text.length; at++) {
          const { start = -1, end = -1 } = turns[turnIndexAt(turns, at)] ?? {};
          expect(start <= at && at < end).toBe(true);
        }
        expect(turnIndexAt(turns, -1)).toBe(-1);
        expect(turnIndexAt(turns, text.length)).toBe(-1);
      }),
    );
  });

  it.each([
    { name: 'spaces behind a name', line: `Anna${' '.repeat(200_000)}` },
    { name: 'spaces before anything', line: `${' '.repeat(200_000)}!` },
    { name: 'one long line', line: 'a b. '.repeat(50_000) },
    { name: 'brackets that never close', line: 'Anna ('.repeat(50_000) },
    { name: 'digits and colons', line: '1:'.repeat(100_000) },
    { name: 'labels with nothing behind', line: 'H1:\n'.repeat(50_000) },
  ])('are found in time in a text of $name', ({ line }) => {
    const turns = splitTurns(line);
    expect(turns.at(-1)?.end).toBe(line.length);
  });
});

describe('analysedSpans', () => {
  const spoken = (text: string): string[] =>
    analysedSpans(splitTurns(text)).map(({ start, end }) => text.slice(start, end).trim());

  it.each([
    {
      name: 'the interviewees’ speech without labels',
      text: 'Title\n\nInterviewer: Why?\n\nH1: So.\n\nH2:\n\nH1: Yes.',
      said: ['So.', 'Yes.'],
    },
    { name: 'all speech where nobody is named', text: 'One.\n\nTwo.', said: ['One.', 'Two.'] },
    {
      name: 'the answers where only the interviewer is',
      text: 'Interviewer: Why?\n\nSo.',
      said: ['So.'],
    },
    { name: 'nothing of an interviewer alone', text: 'Interviewer: Why?', said: [] },
  ])('are $name', ({ text, said }) => {
    expect(spoken(text)).toEqual(said);
  });

  it('leave out turns in which nothing is said', () => {
    const silent: Turn = { start: 0, body: 4, end: 4, speaker: 'H1', role: 'interviewee' };
    expect(analysedSpans([silent])).toEqual([]);
  });
});
