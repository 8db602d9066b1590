/** What a file's first bytes say it is, in words that every language shares. */
export type Kind =
  | 'ZIP'
  | 'ole'
  | 'PDF'
  | 'RTF'
  | 'PNG'
  | 'JPEG'
  | 'GIF'
  | 'TIFF'
  | 'MP3'
  | 'MP4'
  | 'WAV'
  | 'OGG'
  | 'FLAC'
  | 'MKV'
  | '7z'
  | 'RAR'
  | 'gzip';

/** Marks long enough that no text begins with them by chance; a space stands for any byte. */
const MARKS: readonly (readonly [Kind, string])[] = [
  ['ZIP', 'PK\u0003\u0004'],
  ['ole', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['PDF', '%PDF-'],
  ['RTF', '{\\rtf'],
  ['PNG', '\u0089PNG\r\n\u001a\n'],
  ['JPEG', '\u00ff\u00d8\u00ff'],
  ['GIF', 'GIF87a'],
  ['GIF', 'GIF89a'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['MP3', 'ID3\u0002'],
  ['MP3', 'ID3\u0003'],
  ['MP3', 'ID3\u0004'],
  ['MP3', '\u00ff\u00fb'],
  ['MP4', '\0\0\0 ftyp'],
  ['WAV', 'RIFF    WAVE'],
  ['OGG', 'OggS\0'],
  ['FLAC', 'fLaC\0'],
  ['MKV', '\u001aE\u00df\u00a3'],
  ['7z', '7z\u00bc\u00af\u0027\u001c'],
  ['RAR', 'Rar!\u001a\u0007'],
  ['gzip', '\u001f\u008b\u0008'],
];

/** The kind of file the bytes begin like; null for text and for what is not known. */
export function sniff(bytes: Uint8Array): Kind | null {
  const starts = (mark: string): boolean =>
    bytes.length >= mark.length &&
    [...mark].every((sign, i) => sign === ' ' || bytes[i] === sign.charCodeAt(0));
  return MARKS.find(([, mark]) => starts(mark))?.[0] ?? null;
}
