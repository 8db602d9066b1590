import { canonicalText } from '../../domain/text/canonical-text.ts';
import { decodeText } from '../decode-text.ts';
import type { Caption } from './cues.ts';

/** Two times with an arrow between them, also where a program wrote none: `NaN:NaN --> 0:01`. */
const TIMING = /^\s*(?<from>-?[\w:.,-]{1,24})\s*-->\s*(?<to>-?[\w:.,-]{0,24})/u;
const LOOKS_LIKE_TIME = /\d|:/;
const TIME =
  /^(?:(?<hours>\d{1,6}):)?(?<minutes>\d{1,3}):(?<seconds>\d{1,2})(?:[.,:](?<part>\d{1,9}))?$/;
/** What WebVTT holds besides captions. */
const NO_CAPTION = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:[ \t]|$)/;

export const readCaptionBlocks = (fileName: string, bytes: Uint8Array): Caption[] =>
  captionBlocks(canonicalText(decodeText(fileName, bytes)));

/**
 * The captions of WebVTT and SubRip, their lines as they are written. A blank line inside a caption
 * does not end it: what is spoken behind it belongs to the one before.
 */
export function captionBlocks(text: string): Caption[] {
  const lines = text.split('\n');
  const captions: (Caption & { readonly lines: string[] })[] = [];
  let isNote = true;
  for (const [i, line] of lines.entries()) {
    const timing = timingOf(line);
    const afterBlank = i === 0 || isBlank(lines[i - 1]);
    if (timing) {
      captions.push({ ...timing, speaker: null, lines: [] });
      isNote = false;
    } else if (timingOf(lines[i + 1] ?? '') && isName(line, afterBlank)) continue;
    else if (afterBlank && NO_CAPTION.test(line)) isNote = true;
    else if (isBlank(line)) isNote &&= captions.length === 0;
    else if (!isNote) captions.at(-1)?.lines.push(line);
  }
  return captions;
}

const isBlank = (line: string | undefined): boolean => line?.trim() === '';

/** Above its times, a caption may have a name of its own: on a line alone, or a number. */
const isName = (line: string, afterBlank: boolean): boolean =>
  afterBlank || /^\s*\d+\s*$/.test(line);

/** Whether a line holds nothing but when a caption begins and ends. */
export const isTiming = (line: string): boolean => {
  const { start = null, end = null } = timingOf(line) ?? {};
  return start !== null && end !== null;
};

function timingOf(line: string): Pick<Caption, 'start' | 'end'> | null {
  if (!line.includes('-->')) return null;
  const { from, to } = TIMING.exec(line)?.groups ?? {};
  if (from === undefined || to === undefined || !LOOKS_LIKE_TIME.test(from)) return null;
  return { start: secondsOf(from), end: secondsOf(to) };
}

/** Seconds to the millisecond; null for what is no time, or before the start. */
export function secondsOf(time: string): number | null {
  const { hours = '0', minutes, seconds, part = '' } = TIME.exec(time.trim())?.groups ?? {};
  if (minutes === undefined || seconds === undefined || Number(seconds) > 59) return null;
  const whole = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return (whole * 1_000 + Number(part.padEnd(3, '0').slice(0, 3))) / 1_000;
}

const TAG =
  /<\/?(?:[cibuv]|ruby|rt|lang|font|b|strong|em|span)(?:[.\s][^<>]{0,200})?>|<\d[\d:.,]{0,20}>|\{\\[^{}\n]{0,100}\}|\{[biu]\}/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp|lrm|rlm));/gi;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
]);
const LAST_CODE_POINT = 0x10ffff;

/** What a caption says, without the marks for how it looks; other angle brackets are speech. */
export const withoutMarkup = (line: string): string =>
  /[<{&]/.test(line) ? line.replace(TAG, '').replace(ENTITY, characterOf) : line;

function characterOf(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? written;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : '\ufffd';
}
