import { describe, expect, it } from 'vitest';
import { expectSound, read, told } from './told.ts';

interface Example {
  readonly name: string;
  readonly file: string;
  readonly turns: readonly string[];
}

describe('SubRip', () => {
  it.each<Example>([
    {
      name: 'names before a colon, commas and dots in the times, tags',
      file: '1\r\n00:00:01,500 --> 00:00:03,000\r\n<i>Haastattelija:</i> Miten\r\nse alkoi?\r\n\r\n2\r\n00:00:03.250 --> 00:00:05.000\r\n{\\an8}H1: <font color="#fff">Sattumalta.</font>\r\n\r\n3\r\n00:00:05,000 --> 00:00:06,000\r\nEnnen vuotta\r\n1999\r\n\r\n',
      turns: [
        '1.5 Haastattelija (interviewer) Miten se alkoi?',
        '3.25 H1 (interviewee) Sattumalta. Ennen vuotta 1999',
      ],
    },
    {
      name: 'names in square brackets, and sounds in them',
      file: '1\n00:00:01,000 --> 00:00:02,000\n[Anna] Hei.\n\n2\n00:00:02,000 --> 00:00:03,000\n[Naurua] [Musiikkia]\n\n3\n00:00:03,000 --> 00:00:04,000\n[SPEAKER_01]: Hei.\n\n4\n00:00:04,000 --> 00:00:05,000\n[Anna]\nNo?\n\n5\n00:00:05,000 --> 00:00:06,000\n[Naurua] Niin.\n',
      turns: [
        '1 Anna (interviewee) Hei. [Naurua] [Musiikkia]',
        '3 SPEAKER_01 (interviewee) Hei.',
        '4 Anna (interviewee) No? [Naurua] Niin.',
      ],
    },
    {
      name: 'two who speak in one caption, named and not',
      file: '1\n00:00:01,000 --> 00:00:02,000\n- Anna: Hei.\n- Bo: Hei.\n\n2\n00:00:02,000 --> 00:00:03,000\n-Anna: Tuletko?\n–Bo: Tulen\n\n3\n00:00:03,000 --> 00:00:04,000\nhuomenna.\n\n4\n00:00:04,000 --> 00:00:05,000\n- Minäkin.\n',
      turns: [
        '1 Anna (interviewee) Hei.',
        '1 Bo (interviewee) Hei.',
        '2 Anna (interviewee) Tuletko?',
        '2 Bo (interviewee) Tulen huomenna.',
        '4 – (other) Minäkin.',
      ],
    },
    {
      name: 'dashes alone part those who speak',
      file: '1\n00:00:01,000 --> 00:00:02,000\n-Hei.\n-Hei. -5 astetta.\n\n2\n00:00:02,000 --> 00:00:03,000\n-5 ei ole kylmä.\n\n3\n00:00:03,000 --> 00:00:04,000\n>> Eikö?\n',
      turns: [
        '1 – (other) Hei.',
        '1 – (other) Hei. -5 astetta. -5 ei ole kylmä.',
        '3 – (other) Eikö?',
      ],
    },
    {
      name: 'a direction behind the name stays with the words',
      file: '1\n00:00:01,000 --> 00:00:02,000\nAnna (laughs): Hi.\n\n2\n00:00:02,000 --> 00:00:03,000\nBo: Hi.\n\n3\n00:00:03,000 --> 00:00:04,000\nAnna: So.\n\n4\n00:00:04,000 --> 00:00:05,000\nBo (0:04): So.\n',
      turns: [
        '1 Anna (interviewee) (laughs) Hi.',
        '2 Bo (interviewee) Hi.',
        '3 Anna (interviewee) So.',
        '4 Bo (interviewee) So.',
      ],
    },
    {
      name: 'words before a colon are words',
      file: '1\n00:00:01,000 --> 00:00:02,000\nLisäksi: se oli\n\n2\n00:00:02,000 --> 00:00:03,000\nhankalaa. Esimerkiksi:\n\n3\n00:00:03,000 --> 00:00:04,000\nLisäksi: talvi.\n',
      turns: ['1 – (other) Lisäksi: se oli hankalaa. Esimerkiksi: Lisäksi: talvi.'],
    },
    {
      name: 'numbers and blank lines that are missing or too many',
      file: '\n\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:02,000 --> 00:00:03,000\n\nTwo.\n\n\n\n9\n00:00:03,000 --> 00:00:04,000\n\n\n10\n00:00:04,000 --> 00:00:05,000\nThree.',
      turns: ['1 – (other) One. Two. Three.'],
    },
    {
      name: 'right to left, with marks before the name',
      file: '1\n00:00:01,000 --> 00:00:02,000\n\u202bרות: שלום\u202c\n\n2\n00:00:02,000 --> 00:00:03,000\n\u200fדן: כן\n',
      turns: ['1 רות (interviewee) שלום\u202c', '2 דן (interviewee) כן'],
    },
  ])('$name', async ({ file, turns }) => {
    const parsed = await read('a.srt', file);
    expect(told(parsed)).toEqual(turns);
    expectSound(parsed);
  });

  it.each(['1\n2\n3\n', 'no captions at all', '1\n00:00:01,000 --> 00:00:02,000\n\n'])(
    'is refused where nothing is said: %j',
    async (file) => {
      await expect(read('a.srt', file)).rejects.toMatchObject({ code: 'file-no-cues' });
    },
  );
});
