import { describe, expect, it } from 'vitest';
import { Rejection } from '../../src/domain/rejection.ts';
import { decodeText } from '../../src/formats/decode-text.ts';

const TEXT = 'Haastattelija: Mitä?\r\n\r\nH1: Öisin – ”kyllä”.';
const utf16 = (text: string, order: 'le' | 'be', mark = ''): Buffer => {
  const bytes = Buffer.from(mark + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
/** The characters of TEXT that windows-1252 has outside Latin-1. */
const windows1252 = Buffer.from(TEXT.replace(/–/g, '\u0096').replace(/”/g, '\u0094'), 'latin1');

describe('decoding', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 LE with a mark', utf16(TEXT, 'le', '\ufeff')],
    ['UTF-16 BE with a mark', utf16(TEXT, 'be', '\ufeff')],
    ['UTF-16 LE', utf16(TEXT, 'le')],
    ['UTF-16 BE', utf16(TEXT, 'be')],
    ['windows-1252', windows1252],
    [
      'a view into a larger buffer',
      new Uint8Array(Buffer.concat([Buffer.from([0, 0]), windows1252])).subarray(2),
    ],
  ])('%s', (_, bytes) => {
    expect(decodeText('H1.txt', bytes)).toBe(TEXT);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), ''],
    ['a euro and a z with caron in windows-1252', Buffer.from([0x80, 0x20, 0x9e]), '€ ž'],
    ['emoji', Buffer.from('😀'), '😀'],
    [
      'one stray control character',
      Buffer.from(`a\u0007${'b'.repeat(50)}`),
      `a\u0007${'b'.repeat(50)}`,
    ],
    [
      'a broken character after a mark',
      Buffer.concat([Buffer.from('\ufeffab'), Buffer.from([0xff])]),
      'ab\ufffd',
    ],
  ])('%s', (_, bytes, text) => {
    expect(decodeText('a.txt', bytes)).toBe(text);
  });

  it.each<[string, Uint8Array]>([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
    ['a program', Buffer.from('MZ\0\0')],
    ['a zip', Buffer.from('504b0304140000000800', 'hex')],
    ['a PDF, be it ASCII', Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj')],
    ['zeros', new Uint8Array(64)],
    ['UTF-32', Buffer.from('fffe000041000000420000004300000044000000', 'hex')],
  ])('refuses %s by name', (_, bytes) => {
    const refused = (): string => decodeText('evil.txt', bytes);
    expect(refused).toThrow(Rejection);
    expect(refused).toThrow(
      expect.objectContaining({
        reason: 'invalid',
        code: 'file-binary',
        details: { file: 'evil.txt' },
      }) as Error,
    );
  });
});
