import { describe, expect, it } from 'vitest';
import { read } from './told.ts';

const vtt = (...captions: readonly string[]): string => `WEBVTT\n\n${captions.join('\n\n')}\n`;
const eaf = (times: readonly number[]): string =>
  `<?xml version="1.0"?><ANNOTATION_DOCUMENT><TIME_ORDER>${times
    .map((time, i) => `<TIME_SLOT TIME_SLOT_ID="t${i}" TIME_VALUE="${time}"/>`)
    .join('')}</TIME_ORDER><TIER TIER_ID="Anna">${times
    .flatMap((_, i) => (i % 2 === 0 ? [i] : []))
    .map(
      (i) =>
        `<ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="t${i}" TIME_SLOT_REF2="t${i + 1}"><ANNOTATION_VALUE>Hei</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`,
    )
    .join('')}</TIER></ANNOTATION_DOCUMENT>`;

describe('when the last words end', () => {
  it.each([
    [
      'a.vtt',
      vtt('00:01.000 --> 00:02.000\n<v Anna>Hei', '59:58.000 --> 01:00:07.250\n<v Anna>Kiitos'),
      3_607.25,
    ],
    ['a.srt', '1\n00:00:01,000 --> 00:00:04,500\nAnna: Hei\n', 4.5],
    ['a.json', '{"segments":[{"start":0,"end":12.5,"text":"Hei"}]}', 12.5],
    ['b.json', '{"utterances":[{"speaker":"A","start":1000,"end":2500,"text":"Hei"}]}', 2.5],
    ['a.eaf', eaf([0, 9_000, 1_000, 4_250]), 9],
    [
      'a.trs',
      '<Trans><Episode><Section><Turn startTime="0" endTime="61.5"><Sync time="0"/>Hei</Turn></Section></Episode></Trans>',
      61.5,
    ],
  ])('is told by %s', async (name, file, endsAt) => {
    expect((await read(name, file)).endsAt).toBe(endsAt);
  });

  it.each([
    ['a.txt', '[00:00:05] Anna: Hei'],
    ['a.json', '[{"speaker":"Anna","start":3,"text":"Hei"}]'],
    ['a.vtt', vtt('00:09.000 --> 00:02.000\n<v Anna>Hei')],
    ['b.vtt', vtt('00:01.000 --> 00:02.000\n<v Anna>Hei', '00:09.000 -->\n<v Anna>Kiitos')],
  ])('is not in %s', async (name, file) => {
    expect(await read(name, file)).not.toHaveProperty('endsAt');
  });
});
