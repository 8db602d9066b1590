import { readXml } from '../xml.ts';
import { transcriptOfCaptions, type Caption } from './cues.ts';
import type { TranscriptFormat } from './format.ts';

/**
 * Transcriber: what is spoken in its turns, divided at `Sync`. Where several speak at once, `Who`
 * says which of them; noises and comments are nothing said.
 */
export const transcriber: TranscriptFormat = {
  id: 'trs',
  extensions: ['trs'],
  kinds: [null],
  parse: (fileName, bytes) => transcriptOfCaptions(fileName, readCaptions(fileName, bytes)),
};

type OpenCaption = { -readonly [key in keyof Caption]: Caption[key] } & { text: string };

function readCaptions(fileName: string, bytes: Uint8Array): Caption[] {
  const names = new Map<string, string>();
  const captions: OpenCaption[] = [];
  let speakers: readonly string[] = [];
  let last: OpenCaption | null = null;
  const begin = (start: number | null, speaker: string | null): void => {
    if (last) last.end ??= start;
    last = { start, end: null, speaker, text: '', lines: [] };
    captions.push(last);
  };
  const speakerAt = (index: number): string | null => {
    const id = speakers[index];
    return id === undefined ? null : (names.get(id) ?? id);
  };
  let turnEnd: number | null = null;
  readXml(fileName, bytes, {
    open(name, attribute) {
      if (name === 'Speaker') {
        const id = attribute('id') ?? '';
        names.set(id, attribute('name')?.trim() || id);
      } else if (name === 'Turn') {
        speakers = (attribute('speaker') ?? '').split(/\s+/).filter((id) => id !== '');
        turnEnd = secondsIn(attribute('endTime'));
        begin(secondsIn(attribute('startTime')), speakers.length > 1 ? null : speakerAt(0));
      } else if (name === 'Sync' && last)
        begin(secondsIn(attribute('time')) ?? last.start, last.speaker);
      else if (name === 'Who' && last)
        begin(last.start, speakerAt(Number(attribute('nb')?.trim() || 0) - 1));
    },
    text(text) {
      if (last) last.text += text;
    },
    close(name) {
      if (name !== 'Turn' || !last) return;
      last.end ??= turnEnd;
      last = null;
    },
  });
  return captions
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, ...caption }) => ({ ...caption, lines: text.split('\n') }));
}

/** Seconds to the millisecond. */
const secondsIn = (value: string | undefined): number | null =>
  /^\d{1,9}(?:\.\d{1,12})?$/.test(value?.trim() ?? '')
    ? Math.round(Number(value) * 1_000) / 1_000
    : null;
