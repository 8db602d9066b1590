import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, expectSound, read, told, wordsIn, wordsSpoken } from './told.ts';
import { readTranscript } from '../../../src/formats/transcripts/registry.ts';
import { anyText } from '../../domain/text/texts.ts';

interface Example {
  readonly name: string;
  readonly file: string;
  readonly turns: readonly string[];
}

const TEAMS = `WEBVTT

5f1c0b1e-7d2a-4f0c-9d7e-1a2b3c4d5e6f/12-0
00:00:03.410 --> 00:00:05.120
<v Maija Virtanen>Hei, kiitos kun tulit.</v>

5f1c0b1e-7d2a-4f0c-9d7e-1a2b3c4d5e6f/13-0
00:00:05.300 --> 00:00:09.000
<v Maija Virtanen>Kertoisitko aluksi
omasta työstäsi?</v>

5f1c0b1e-7d2a-4f0c-9d7e-1a2b3c4d5e6f/21-0
00:00:09.480 --> 00:00:12.000
<v Ångström, Åsa (ulkopuolinen)>No, olen opettaja &amp; rehtori.</v>

5f1c0b1e-7d2a-4f0c-9d7e-1a2b3c4d5e6f/22-0
00:01:00.000 --> 00:01:02.000
<v Ångström, Åsa (ulkopuolinen)>Ollut kauan.</v>
`;

const ZOOM = `WEBVTT

1
00:00:01.200 --> 00:00:03.000
Interviewer: So, tell me: how did it start?

2
00:00:03.500 --> 00:00:06.000
Kim O’Neil (she/her): By chance. One thing: I was late.

3
00:00:06.100 --> 00:00:07.000
Kim O’Neil (she/her): Very late.

4
00:00:08.000 --> 00:00:09.000
Interviewer: Really?

5
00:00:09.000 --> 00:00:11.000
+358 40 123: It was the train.

6
00:00:11.000 --> 00:00:12.000
+358 40 123: As always.
`;

const YOUTUBE = `WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.389 align:start position:0%
 
so<00:00:00.400><c> we</c><00:00:00.720><c> met</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
so we met
 

00:00:02.399 --> 00:00:04.100 align:start position:0%
so we met
in<00:00:02.700><c> town</c>

00:00:04.100 --> 00:00:04.110 align:start position:0%
in town
 

00:00:04.110 --> 00:00:06.000 align:start position:0%
in town
in<00:00:04.500><c> town</c><00:00:04.900><c> yes</c>
`;

describe('WebVTT', () => {
  it.each<Example>([
    {
      name: 'Teams: voices, one turn for what follows each other',
      file: TEAMS,
      turns: [
        '3.41 Maija Virtanen (interviewee) Hei, kiitos kun tulit. Kertoisitko aluksi omasta työstäsi?',
        '9.48 Ångström, Åsa (ulkopuolinen) (interviewee) No, olen opettaja & rehtori. Ollut kauan.',
      ],
    },
    {
      name: 'Teams: voices without an end, several in one caption, hours left out',
      file: 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Interviewer>Why?\n<v.loud Anna>Because.\n\n00:02.000 --> 00:03.000\n<v Anna>It <i>is</i>.</v> <v Interviewer>Oh.</v> Hm.',
      turns: [
        '1 Interviewer (interviewer) Why?',
        '1 Anna (interviewee) Because. It is.',
        '2 Interviewer (interviewer) Oh.',
        '2 – (other) Hm.',
      ],
    },
    {
      name: 'Zoom: names before a colon, also such as no transcript’s label looks like',
      file: ZOOM,
      turns: [
        '1.2 Interviewer (interviewer) So, tell me: how did it start?',
        '3.5 Kim O’Neil (she/her) (interviewee) By chance. One thing: I was late. Very late.',
        '8 Interviewer (interviewer) Really?',
        '9 +358 40 123 (interviewee) It was the train. As always.',
      ],
    },
    {
      name: 'names that come once, where every caption has one',
      file: 'WEBVTT\n\n00:01.000 --> 00:02.000\nMaija von Essen: Hei.\n\n00:02.000 --> 00:03.000\nPekka: No hei.',
      turns: ['1 Maija von Essen (interviewee) Hei.', '2 Pekka (interviewee) No hei.'],
    },
    {
      name: 'captions without a name go on for the one who spoke',
      file: 'WEBVTT\n\n00:01.000 --> 00:02.000\nAnna: Se oli\n\n00:02.000 --> 00:03.000\npitkä: matka.\n\n00:03.000 --> 00:04.000\nBo: Oliko?\n\n00:04.000 --> 00:05.000\nAnna: Oli.\n\n00:05.000 --> 00:06.000\nBo: Vai niin.',
      turns: [
        '1 Anna (interviewee) Se oli pitkä: matka.',
        '3 Bo (interviewee) Oliko?',
        '4 Anna (interviewee) Oli.',
        '5 Bo (interviewee) Vai niin.',
      ],
    },
    {
      name: 'Meet: names in brackets on a line of their own',
      file: 'WEBVTT\n\n00:01.000 --> 00:02.000\n(Maija Virtanen)\nHei vaan.\n\n00:02.000 --> 00:03.000\n(Kim)\nNo hei.\n(laughs)\n\n00:03.000 --> 00:04.000\n(Maija Virtanen)\nJoo.\n\n00:04.000 --> 00:05.000\n(Kim)\nNiin.',
      turns: [
        '1 Maija Virtanen (interviewee) Hei vaan.',
        '2 Kim (interviewee) No hei. (laughs)',
        '3 Maija Virtanen (interviewee) Joo.',
        '4 Kim (interviewee) Niin.',
      ],
    },
    {
      name: 'nobody named: a new turn after a pause of two seconds',
      file: 'WEBVTT\n\n00:01.000 --> 00:02.000\nSe oli silloin\n\n00:02.500 --> 00:04.000\nkun muutin: kerran.\n\n00:06.000 --> 00:07.000\nJa sitten.',
      turns: ['1 – (other) Se oli silloin kun muutin: kerran.', '6 – (other) Ja sitten.'],
    },
    {
      name: 'notes, styles, regions, settings and tags are nothing said',
      file: '\ufeffWEBVTT - Interview 3\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:fred\nwidth:40%\n\nNOTE Confidence: 0.91\n\nNOTE\nover two\nlines\n\nintro\n01:00:01.000 --> 01:00:04.000 align:start position:10% line:-1\n<c.yellow.bg>A</c> <b>b</b><00:00:02.000> &lt;c&gt; 1 < 2 &#228;&#xE4;&nbsp;&unknown;\n\nNOTE the end\n',
      turns: ['3601 – (other) A b <c> 1 < 2 ää &unknown;'],
    },
    {
      name: 'captions that roll say everything once',
      file: YOUTUBE,
      turns: ['0.16 – (other) so we met in town in town yes'],
    },
    {
      name: 'captions that grow on the screen say everything once',
      file: 'WEBVTT\n\n00:00.000 --> 00:01.000\nhello\n\n00:00.500 --> 00:02.000\nhello there\n\n00:01.000 --> 00:03.000\nhello there friend',
      turns: ['0 – (other) hello there friend'],
    },
    {
      name: 'who says the same twice has said it twice',
      file: 'WEBVTT\n\n00:00.000 --> 00:01.000\nJoo.\n\n00:01.000 --> 00:02.000\nJoo.\n\n00:02.000 --> 00:03.000\nJoo. Niin.',
      turns: ['0 – (other) Joo. Joo. Joo. Niin.'],
    },
    {
      name: 'a blank line inside a caption loses nothing',
      file: 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Anna>One\n\ntwo</v>\n\n2\n00:01.000 --> 00:02.000\n<v Anna>three</v>',
      turns: ['0 Anna (interviewee) One two three'],
    },
    {
      name: 'times that are none lose nothing',
      file: 'WEBVTT\n\nNaN:NaN --> 00:01.000\nOne.\n\n-00:00:02.000 --> 00:00:04.000\ntwo\n\n00:99:99.000 --> \nthree --> four',
      turns: ['– – (other) One. two three --> four'],
    },
    {
      name: 'a hostile name is a name',
      file: 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v __proto__>One.</v>\n\n00:01.000 --> 00:02.000\n<v constructor>Two.</v>\n\n00:02.000 --> 00:03.000\n<v \u202econstructor\u200f>Three.</v>',
      turns: ['0 __proto__ (interviewee) One.', '1 constructor (interviewee) Two. Three.'],
    },
  ])('$name', async ({ file, turns }) => {
    const parsed = await read('a.vtt', file);
    expect(told(parsed)).toEqual(turns);
    expectSound(parsed);
  });

  it('is laid out as a transcript', async () => {
    const { text, warnings } = await read('a.vtt', TEAMS);
    expect(text).toBe(
      'Maija Virtanen: Hei, kiitos kun tulit. Kertoisitko aluksi omasta työstäsi?\n\n' +
        'Ångström, Åsa (ulkopuolinen): No, olen opettaja & rehtori. Ollut kauan.',
    );
    expect(warnings).toEqual([]);
  });

  it('says when nobody is named', async () => {
    const { warnings } = await read('a.vtt', YOUTUBE);
    expect(warnings).toEqual([{ code: 'no-speakers', details: {} }]);
  });

  it.each([
    ['only a head', 'WEBVTT\n\n'],
    ['only notes', 'WEBVTT\n\nNOTE nothing\n\nSTYLE\n::cue {}\n'],
    ['captions that say nothing', 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Anna> </v>\n'],
    ['something else', 'Dear all,\n\nplease find the file attached.'],
  ])('is refused where there is %s', async (_, file) => {
    await expect(read('a.vtt', file)).rejects.toMatchObject({
      code: 'file-no-cues',
      details: { file: 'a.vtt' },
    });
  });

  it('is refused where it holds zeros', async () => {
    const file = bytesOf('WEBVTT\n\n00:00.000 --> 00:01.000\nOne\0two');
    await expect(readTranscript('a.vtt', file)).rejects.toMatchObject({ code: 'file-binary' });
  });

  it('reads UTF-16', async () => {
    const file = Buffer.from(`\ufeff${TEAMS}`, 'utf16le');
    expect(told(await readTranscript('a.VTT', file))).toEqual(told(await read('a.vtt', TEAMS)));
  });

  it('divides a long speech nobody is named for, and a long turn into paragraphs', async () => {
    const caption = (name: string, i: number): string =>
      `00:${String(i).padStart(2, '0')}.000 --> 00:${String(i + 1).padStart(2, '0')}.000\n${name}${'sana '.repeat(40)}loppu.\n\n`;
    const file = (name: string): string =>
      `WEBVTT\n\n${Array.from({ length: 12 }, (_, i) => caption(name, i)).join('')}`;
    const unnamed = await read('a.vtt', file(''));
    expect(unnamed.turns.map(({ at }) => at)).toEqual([0, 4, 8]);
    const named = await read('a.vtt', file('<v Anna>'));
    expect(named.turns).toHaveLength(1);
    expect(named.text.split('\n\n')).toHaveLength(3);
    expectSound(named);
  });

  it('reads 100,000 captions, and tags without an end, in time', async () => {
    const captions = Array.from(
      { length: 100_000 },
      (_, i) => `00:00:0${i % 10}.000 --> 00:00:09.000\n<v S${i % 7}>sana ${i}</v>\n\n`,
    );
    const parsed = await read('a.vtt', `WEBVTT\n\n${captions.join('')}`);
    expect(parsed.turns).toHaveLength(100_000);
    const torn = '<v '.repeat(200_000) + '<c.'.repeat(200_000) + '&#'.repeat(200_000);
    await read('a.vtt', `WEBVTT\n\n00:00.000 --> 00:01.000\n${torn}`);
    await read('a.vtt', `WEBVTT\n\n00:00.000 --> 00:01.000\n${' - '.repeat(500_000)}a:`);
    // Linear takes a second or two; what looks back over the file takes minutes, and fails by that.
  });

  it('keeps every word and leaves no gap, whatever is said', async () => {
    const cue = fc.record({
      start: fc.nat(5_000),
      speaker: fc.constantFrom('', '<v Anna>', '<v Bo B>', 'Anna: ', '- '),
      speech: fc.array(fc.constantFrom('joo', 'no niin', 'että', 'ei.', 'Lisäksi', 'ä'), {
        minLength: 1,
        maxLength: 6,
      }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cue, { minLength: 1, maxLength: 12 }), async (cues) => {
        const time = (at: number): string =>
          `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}.000`;
        // Numbers, so that no caption begins as the one before it ended.
        const said = cues.map(({ speech }, i) => `k${i} ${speech.join(' ')}`);
        const file = cues.map(
          ({ start, speaker }, i) =>
            `${time(start)} --> ${time(start + 3)}\n${speaker}${said[i]!}\n`,
        );
        const parsed = await read('a.vtt', `WEBVTT\n\n${file.join('\n')}`);
        expectSound(parsed);
        const names = new Set(['Anna']);
        const kept = wordsSpoken(parsed).filter((word) => !names.has(word));
        expect(kept).toEqual(wordsIn(said.join(' ')));
      }),
    );
  });

  it('reads or refuses whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 5 }), async (texts) => {
        const file = texts.map((text) => `00:01.000 --> 00:02.000\n${text}\n\n`).join('');
        const parsed = await read('a.vtt', `WEBVTT\n\n${file}`).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'Rejection' });
          return null;
        });
        if (parsed) expectSound(parsed);
      }),
    );
  });
});
