import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSound, read, told, wordsIn, wordsSpoken } from './told.ts';

interface Example {
  readonly name: string;
  readonly file: unknown;
  readonly turns: readonly string[];
}

describe('segments in JSON', () => {
  it.each<Example>([
    {
      name: 'Whisper: nobody named, a pause parts the turns',
      file: {
        text: ' Se alkoi keväällä. Silloin muutin. Niin.',
        segments: [
          { id: 0, seek: 0, start: 0.0, end: 2.48, text: ' Se alkoi keväällä.', tokens: [50364] },
          { id: 1, seek: 0, start: 2.48, end: 4.1, text: ' Silloin muutin.', temperature: 0 },
          { id: 2, seek: 0, start: 7.000001, end: 8, text: ' Niin.' },
        ],
        language: 'fi',
      },
      turns: ['0 – (other) Se alkoi keväällä. Silloin muutin.', '7 – (other) Niin.'],
    },
    {
      name: 'WhisperX: speakers, some segments without',
      file: {
        segments: [
          { start: 0.5, end: 2, text: ' Miten alkoi?', words: [], speaker: 'SPEAKER_00' },
          { start: 2.1, end: 3, text: ' No.', speaker: 'SPEAKER_01' },
          { start: 3.1, end: 9, text: ' Sattumalta.', speaker: 'SPEAKER_01' },
          { start: 9, end: 10, text: ' Joo.' },
        ],
        word_segments: [],
      },
      turns: [
        '0.5 SPEAKER_00 (interviewee) Miten alkoi?',
        '2.1 SPEAKER_01 (interviewee) No. Sattumalta.',
        '9 – (other) Joo.',
      ],
    },
    {
      name: 'whisper.cpp: milliseconds, or times alone',
      file: {
        result: { language: 'en' },
        transcription: [
          {
            timestamps: { from: '00:01:00,500', to: '00:01:02,000' },
            offsets: { from: 60_500, to: 62_000 },
            text: ' So it began.',
          },
          { timestamps: { from: '00:01:05,250', to: '00:01:06,000' }, text: ' By chance.' },
        ],
      },
      turns: ['60.5 – (other) So it began.', '65.25 – (other) By chance.'],
    },
    {
      name: 'a bare list, with numbers for speakers and times as text',
      file: [
        { speaker: 'Interviewer', start: '0:01', text: 'Why?' },
        { speaker: 1, start: '12.5', text: 'Because.\r\nIt is so.' },
        { speaker: '2', start: 20, text: 'No.' },
      ],
      turns: [
        '1 Interviewer (interviewer) Why?',
        '12.5 Speaker 1 (interviewee) Because. It is so.',
        '20 Speaker 2 (interviewee) No.',
      ],
    },
    {
      name: 'times that are none, and names that are hostile',
      file: JSON.parse(
        '[{"speaker":"__proto__","start":-4,"text":"One."},{"speaker":"toString","start":1e999,"text":"Two\\u0000\\ud800."},{"speaker":{"a":1},"start":[],"text":"Three."},{"speaker":"__proto__","start":"x","text":"  "}]',
      ) as unknown,
      turns: [
        '– __proto__ (interviewee) One.',
        '– toString (interviewee) Two\ufffd.',
        '– – (other) Three.',
      ],
    },
  ])('$name', async ({ file, turns }) => {
    const parsed = await read('a.json', JSON.stringify(file));
    expect(told(parsed)).toEqual(turns);
    expectSound(parsed);
  });

  it.each<[string, string]>([
    ['no JSON', '{"segments": ['],
    ['a word', '"Hello"'],
    ['null', 'null'],
    ['another object', '{"name":"teema","dependencies":{}}'],
    ['a list of other things', '[1, 2, 3]'],
    ['a segment without text', '{"segments":[{"start":1,"text":"One."},{"start":2}]}'],
    ['text that is inherited', '[{"__proto__":{"text":"One."}}]'],
    ['nesting without end', '['.repeat(200_000)],
    ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('refuses %s and says what it expected', async (_, file) => {
    await expect(read('a.json', file)).rejects.toMatchObject({
      code: 'json-unknown',
      details: { file: 'a.json', expected: expect.stringContaining('"segments"') as string },
    });
  });

  it.each(['[]', '{"segments":[]}', '[{"start":1,"text":"  "}]'])(
    'refuses what says nothing: %s',
    async (file) => {
      await expect(read('a.json', file)).rejects.toMatchObject({ code: 'file-no-cues' });
    },
  );

  it('keeps every word and leaves no gap, whatever is said', async () => {
    const segment = fc.record(
      {
        start: fc.oneof(fc.double(), fc.string()),
        end: fc.double(),
        speaker: fc.constantFrom('Anna', 'Interviewer', '__proto__', ''),
        text: fc.string({ unit: 'grapheme', maxLength: 20 }),
      },
      { requiredKeys: ['text'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(segment, { maxLength: 10 }), async (segments) => {
        // Numbers, so that no segment begins as the one before it ended.
        const said = segments.map((one, i) => ({ ...one, text: `k${i} ${one.text}` }));
        const file = [{ speaker: 'Anna', text: 'alku' }, ...said];
        const parsed = await read('a.json', JSON.stringify(file));
        expectSound(parsed);
        const words = file.map(({ text }) =>
          text.normalize('NFC').replace(/[\u00ad\u2060\ufeff]/g, ''),
        );
        expect(wordsSpoken(parsed)).toEqual(wordsIn(words.join('\n')));
      }),
    );
  });
});
