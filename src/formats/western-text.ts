import iconv from 'iconv-lite';

/**
 * Text in one of the encodings of a byte that Western Europe used: Windows', unless it has letters
 * inside words only by another's reading. Null for what is none of them, such as Cyrillic, where nearly
 * every letter lies beyond ASCII.
 */
export function westernText(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A byte a character: what stands beside what can be asked of it as of any text.
  const latin = buffer.toString('latin1');
  if (isOtherScript(latin)) return null;
  return iconv.decode(buffer, encodingOf(latin));
}

const FOREIGN_SHARE = 0.6;
const FEWEST_LETTERS = 6;

function isOtherScript(latin: string): boolean {
  const beyond = latin.match(/[\u00c0-\u00ff]/g)?.length ?? 0;
  const ascii = latin.match(/[A-Za-z]/g)?.length ?? 0;
  return beyond >= FEWEST_LETTERS && beyond > (beyond + ascii) * FOREIGN_SHARE;
}

/** In Windows-1252 å ä ö é ü; a letter of the alphabet beside it makes a word. */
const WINDOWS =
  /[A-Za-z][\u00e4\u00f6\u00e5\u00e9\u00fc\u00c4\u00d6\u00c5]|[\u00e4\u00f6\u00e5\u00e9\u00fc\u00c4\u00d6\u00c5][a-z]/;
/** å ä ö of the Macintosh, Œ Š š in Windows-1252. */
const MACINTOSH = /[a-z][\u008a\u008c\u009a][a-z]|[a-z][\u008a\u008c\u009a](?![\u0080-\u00ff])/;
/** å ä ö of DOS, „ † ” in Windows-1252. */
const DOS = /[a-z][\u0084\u0086\u0094][a-z\u0084\u0086\u0094]/;
/** € Š š ž of ISO 8859-15, ¤ ¦ ¨ ¸ in Windows-1252, which has its own signs between them. */
const LATIN_9 = /\u00a4|[\u00a6\u00a8\u00b8][a-z]/;
const WINDOWS_SIGNS = /[\u0080-\u009f]/;

function encodingOf(latin: string): string {
  if (LATIN_9.test(latin) && !WINDOWS_SIGNS.test(latin)) return 'iso-8859-15';
  if (WINDOWS.test(latin)) return 'windows-1252';
  if (DOS.test(latin)) return 'cp850';
  return MACINTOSH.test(latin) ? 'macintosh' : 'windows-1252';
}
