import { describe, expect, it } from 'vitest';
import {
  correctTurns,
  splitAtLabels,
  type SpeakerCorrection,
} from '../../../src/domain/cases/correct-turns.ts';
import { splitTurns } from '../../../src/domain/text/turns.ts';

const TEXT = [
  'Interviewer: What matters?',
  'H5: Trust. I would say this:',
  'Huomio: nobody else does it.',
  'H5:: That is all.',
  'Pirko: Yes.',
].join('\n');
const at = (words: string) => TEXT.indexOf(words);
const turn = (start: string, body: string, end: string | null, speaker: string) => ({
  start: at(start),
  body: at(body),
  end: end === null ? TEXT.length : at(end),
  speaker,
  role: speaker === 'Interviewer' ? ('interviewer' as const) : ('interviewee' as const),
});
const TURNS = [
  turn('Interviewer:', 'What', 'H5: Trust', 'Interviewer'),
  turn('H5: Trust', 'Trust', 'Huomio:', 'H5'),
  turn('Huomio:', 'nobody', 'H5::', 'Huomio'),
  turn('H5::', 'That', 'Pirko:', 'H5:'),
  turn('Pirko:', 'Yes', null, 'Pirko'),
];
const said = (turns: typeof TURNS | ReturnType<typeof correctTurns>) =>
  turns.map(({ speaker, body, end }) => `${speaker ?? '–'}: ${TEXT.slice(body, end).trim()}`);

describe('turns whose speakers are corrected', () => {
  it('are one speaker’s where spellings are merged', () => {
    const turns = correctTurns(TURNS, [
      { speaker: 'H5:', rename: 'H5' },
      { speaker: 'Pirko', rename: 'H5' },
    ]);
    expect(turns.map(({ speaker }) => speaker)).toEqual([
      ...['Interviewer', 'H5', 'Huomio', 'H5', 'H5'],
    ]);
    expect(turns.map(({ start, end }) => [start, end])).toEqual(
      TURNS.map(({ start, end }) => [start, end]),
    );
  });

  it('go on with the turn before where a label was none', () => {
    const turns = correctTurns(TURNS, [{ speaker: 'Huomio', role: 'text' }]);
    expect(said(turns)).toContain('H5: Trust. I would say this:\nHuomio: nobody else does it.');
    expect(turns).toHaveLength(TURNS.length - 1);
  });

  it('are nobody’s, label and all, where a false label begins the text', () => {
    const [first] = correctTurns(TURNS, [{ speaker: 'Interviewer', role: 'text' }]);
    expect(first).toMatchObject({ start: 0, body: 0, speaker: null, role: 'other' });
  });

  it('change their role, of one role alone where that is said', () => {
    const nobody = [
      { ...TURNS[0]!, speaker: null, role: 'other' as const },
      { ...TURNS[1]!, speaker: null, role: 'interviewee' as const },
    ];
    const corrections: SpeakerCorrection[] = [{ speaker: null, was: 'other', role: 'interviewer' }];
    expect(correctTurns(nobody, corrections).map(({ role }) => role)).toEqual([
      ...['interviewer', 'interviewee'],
    ]);
  });
});

describe('labels that nobody took for a speaker’s', () => {
  const text =
    'Interviewer: Who?\n\nAnna: Me.\n\nInterviewer: And?\n\nAnna: Her.\nTapani: Only once, me too.\n';
  const turns = splitTurns(text);

  it('open turns', () => {
    expect(turns.map(({ speaker }) => speaker)).not.toContain('Tapani');
    const split = splitAtLabels(text, turns, new Set(['Tapani']));
    const last = split.at(-1);
    expect(last).toMatchObject({ speaker: 'Tapani', role: 'interviewee', end: text.length });
    expect(text.slice(last?.body, last?.end)).toBe('Only once, me too.\n');
    expect(split.at(-2)?.end).toBe(last?.start);
  });

  it('open the turn anew that they begin', () => {
    const paragraphs = splitTurns('First one here.\n\nTapani: Yes, me.\n\nMore.');
    const split = splitAtLabels(
      'First one here.\n\nTapani: Yes, me.\n\nMore.',
      paragraphs,
      new Set(['Tapani']),
    );
    expect(split.map(({ speaker }) => speaker)).toEqual([null, 'Tapani', null]);
  });

  it('change nothing where they do not stand', () => {
    expect(splitAtLabels(text, turns, new Set(['Ulla']))).toEqual(turns);
  });
});
