const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const UNWANTED = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u2060\ufeff]/g;

/**
 * The one form in which a transcript is kept: LF, NFC, no control characters, no soft hyphens. Half a
 * surrogate pair, which no file can hold, is U+FFFD.
 */
export const canonicalText = (decoded: string): string =>
  decoded.replace(LINE_ENDS, '\n').replace(UNWANTED, '').toWellFormed().normalize('NFC');
