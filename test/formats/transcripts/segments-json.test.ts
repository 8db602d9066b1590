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
      name: 'ElevenLabs: single words, and the spaces between them',
      file: {
        language_code: 'fin',
        words: [
          { text: 'Kuka', start: 0.1, end: 0.4, type: 'word', speaker_id: 'speaker_0' },
          { text: ' ', start: 0.4, end: 0.4, type: 'spacing', speaker_id: 'speaker_0' },
          { text: 'olet?', start: 0.4, end: 0.7, type: 'word', speaker_id: 'speaker_0' },
          { text: 'Kim.', start: 2.4, end: 2.7, type: 'word', speaker_id: 'speaker_1' },
        ],
      },
      turns: ['0.1 speaker_0 (interviewee) Kuka olet?', '2.4 speaker_1 (interviewee) Kim.'],
    },
    {
      name: 'Speechmatics: single words, and the signs behind them',
      file: {
        results: [
          { type: 'word', start_time: 0.1, alternatives: [{ content: 'Hei', speaker: 'S1' }] },
          { type: 'punctuation', alternatives: [{ content: '.', speaker: 'S1' }] },
          { type: 'word', start_time: 2.1, alternatives: [{ content: 'Kim', speaker: 'S2' }] },
        ],
      },
      turns: ['0.1 S1 (interviewee) Hei.', '2.1 S2 (interviewee) Kim'],
    },
    {
      name: 'AWS: single words below the whole',
      file: {
        results: {
          transcripts: [{ transcript: 'Hei. Kim' }],
          items: [
            {
              type: 'pronunciation',
              alternatives: [{ confidence: '0.9', content: 'Hei' }],
              start_time: '0.5',
              end_time: '0.9',
              speaker_label: 'spk_0',
            },
            { type: 'punctuation', alternatives: [{ content: '.' }], speaker_label: 'spk_0' },
            {
              type: 'pronunciation',
              alternatives: [{ content: 'Kim' }],
              start_time: '1.5',
              speaker_label: 'spk_1',
            },
          ],
        },
      },
      turns: ['0.5 spk_0 (interviewee) Hei.', '1.5 spk_1 (interviewee) Kim'],
    },
    {
      name: 'Azure: the likeliest of several guesses, times by ISO 8601',
      file: {
        recognizedPhrases: [
          { speaker: 1, offset: 'PT0.76S', nBest: [{ lexical: 'hei', display: 'Hei.' }] },
          { speaker: 2, offset: 'PT1H2M3.5S', nBest: [{ display: 'Kim.' }, { display: 'Tim.' }] },
        ],
      },
      turns: ['0.76 Speaker 1 (interviewee) Hei.', '3723.5 Speaker 2 (interviewee) Kim.'],
    },
    {
      name: 'Deepgram: words with their capitals and signs',
      file: {
        results: {
          channels: [
            {
              alternatives: [
                {
                  transcript: 'Kuka? Kim.',
                  words: [
                    { word: 'kuka', punctuated_word: 'Kuka?', start: 0.1, end: 0.4, speaker: 0 },
                    { word: 'kim', punctuated_word: 'Kim.', start: 2, end: 2.5, speaker: 1 },
                  ],
                },
              ],
            },
          ],
        },
      },
      turns: ['0.1 Speaker 0 (interviewee) Kuka?', '2 Speaker 1 (interviewee) Kim.'],
    },
    {
      name: 'DOTE, and Teams’ own',
      file: {
        lines: [
          {
            startTime: '00:00:06,458',
            endTime: '00:00:08,976',
            speakerDesignation: 'SPEAKER_00',
            text: 'Hei.',
          },
          { startOffset: '00:00:09.5', speakerDisplayName: 'Kim Mäki', text: 'Hei hei.' },
        ],
      },
      turns: ['6.458 SPEAKER_00 (interviewee) Hei.', '9.5 Kim Mäki (interviewee) Hei hei.'],
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
