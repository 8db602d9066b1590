import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSound, read, told, wordsIn } from './told.ts';

interface Example {
  readonly name: string;
  readonly file: string;
  readonly turns: readonly string[];
}

describe('times in running text', () => {
  it.each<Example>([
    {
      name: 'f4, at the start of a turn: it opens the turn',
      file: '#00:00:01-0# I: Wie war das?\n\n#00:00:04-5# B: So. #00:00:06-0# Und so.\n\nB: #01:00:00-25# Ja.\n\nI: Gut.',
      turns: [
        '1 I (interviewer) Wie war das?',
        '4.5 B (interviewee) So. Und so.',
        '3600.25 B (interviewee) Ja.',
        '– I (interviewer) Gut.',
      ],
    },
    {
      name: 'f4, at the end of a turn: the next begins there',
      file: 'I: Miten?  #00:00:12-3#\nB: Näin. #00:00:40-1#\nI: Vai niin? #00:01:10-2#\nB: Niin.',
      turns: [
        '– I (interviewer) Miten?',
        '12.3 B (interviewee) Näin.',
        '40.1 I (interviewer) Vai niin?',
        '70.2 B (interviewee) Niin.',
      ],
    },
    {
      name: 'f5, on lines of their own and between words and signs',
      file: 'Interviewer: Why?\n#00:00:02-0#\nH1: Because#00:00:03-0# it#00:00:03-5#is #00:00:04-0#.\n\nGo on. #00:00:09-0#\n\nInterviewer: And # 5?',
      turns: [
        '– Interviewer (interviewer) Why?',
        '2 H1 (interviewee) Because it is. Go on.',
        '9 Interviewer (interviewer) And # 5?',
      ],
    },
    {
      name: 'Otter: names with a time above what they say, and its credit',
      file: 'Interview 3\nTue, Feb 07, 2023 2:00PM • 3:04\n\nSUMMARY KEYWORDS\nwork, home\n\nSPEAKERS\nMaija Virtanen, Kim\n\nMaija Virtanen  00:04\nHello, how are you?\n\nKim  0:12  \nFine.\nVery fine.\n\nMaija Virtanen  1:00:15\nGood.\n\nTranscribed by https://otter.ai\n',
      turns: [
        '– – (other) Interview 3 Tue, Feb 07, 2023 2:00PM • 3:04 SUMMARY KEYWORDS work, home SPEAKERS Maija Virtanen, Kim',
        '4 Maija Virtanen (interviewee) Hello, how are you?',
        '12 Kim (interviewee) Fine. Very fine.',
        '3615 Maija Virtanen (interviewee) Good.',
      ],
    },
    {
      name: 'names with a time, each once',
      file: 'Maija Virtanen  0:04\nHello.\n\nKim  0:12\nHi.',
      turns: ['4 Maija Virtanen (interviewee) Hello.', '12 Kim (interviewee) Hi.'],
    },
    {
      name: 'a time before a dash and the name',
      file: '[00:00:04.120] - Speaker 1\nHello.\n\n[00:00:12.000] – Kim\nHi.\n\n[00:00:14.000] – Kim\nHello.',
      turns: [
        '4.12 Speaker 1 (interviewee) Hello.',
        '12 Kim (interviewee) Hi.',
        '14 Kim (interviewee) Hello.',
      ],
    },
    {
      name: 'times on lines of their own, nobody named',
      file: '0:01\nhello there\n\n0:04\nhow it began\n\n[1:00:05]\nby chance',
      turns: ['1 – (other) hello there', '4 – (other) how it began', '3605 – (other) by chance'],
    },
    {
      name: 'a name and a time on a line each',
      file: 'Maija Virtanen\n0:04\nHei.\n\nKim\n0:12\nNo hei.\nJoo.\n\nMaija Virtanen\n0:15\nJoo.\n',
      turns: [
        '4 Maija Virtanen (interviewee) Hei.',
        '12 Kim (interviewee) No hei. Joo.',
        '15 Maija Virtanen (interviewee) Joo.',
      ],
    },
    {
      name: 'times that may have been said stay',
      file: 'H1: Junat lähtivät\n9:15\nja\n12:30\nsilloin.\n\nH2: #2 ja #12:30# ja #haastattelu#',
      turns: [
        '– H1 (interviewee) Junat lähtivät 9:15 ja 12:30 silloin.',
        '– H2 (interviewee) #2 ja #12:30# ja #haastattelu#',
      ],
    },
    {
      name: 'a list of times names nobody',
      file: 'Päivän ohjelma\n\nLounas 11:30\nKahvi 14:00\nPäätös 16:00\n',
      turns: ['– – (other) Päivän ohjelma', '– – (other) Lounas 11:30 Kahvi 14:00 Päätös 16:00'],
    },
  ])('$name', async ({ file, turns }) => {
    const parsed = await read('a.txt', file);
    expect(told(parsed)).toEqual(turns);
    expectSound(parsed);
  });

  it('go out without a trace', async () => {
    const { text } = await read(
      'a.txt',
      'I: Why? #00:00:12-3#\n\n  B: #00:00:13-0# So  it\tis. #00:00:40-1#\n',
    );
    expect(text).toBe('I: Why?\n\n  B: So  it\tis.\n');
  });

  it('leave a blank line only where it keeps two others apart', async () => {
    const { text } = await read(
      'a.txt',
      '0:01\nI: Why?\n0:04\nB: So.\n\n0:07\nI: And?\n#00:00:09-0#\nB: Yes.',
    );
    expect(text).toBe('I: Why?\n\nB: So.\n\nI: And?\n\nB: Yes.');
  });

  it('leave every word where it was', async () => {
    const pieces = fc.array(
      fc.constantFrom(
        'I: ',
        'B: ',
        'sana',
        'ja',
        ' ',
        '  ',
        '\n',
        '\n\n',
        '.',
        '#',
        '#00:00:01-2#',
        '12:30',
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (some) => {
        const file = `alku ${some.join('')}`;
        const parsed = await read('a.txt', file);
        expectSound(parsed);
        const kept = wordsIn(parsed.text).filter((word) => !/\d/.test(word));
        expect(kept).toEqual(
          wordsIn(file.replaceAll('#00:00:01-2#', ' ')).filter((word) => !/\d/.test(word)),
        );
        expect(parsed.text).not.toContain('#00:00:01-2#');
      }),
    );
  });

  it('are found in time, however many', async () => {
    await read('a.txt', '#00:00:01-2#'.repeat(300_000));
    await read('a.txt', `${'#00:00:01-2#'.repeat(2)}${'\nsana'.repeat(300_000)}`);
    await read('a.txt', `#00:00:01-2#${'\n\nH1: sana'.repeat(50_000)}`);
    await read('a.txt', '#00:'.repeat(300_000));
  }, 60_000);
});
