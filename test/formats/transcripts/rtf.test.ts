import { describe, expect, it } from 'vitest';
import { refusalOf, textOf } from './read.ts';

const rtf = (body: string, head = '\\ansi\\ansicpg1252'): Uint8Array =>
  Buffer.from(`{\\rtf1${head} ${body}}`, 'latin1');

describe('a rich text file', () => {
  it.each([
    ['paragraphs', 'A\\par B\\par\n', 'A\n\nB'],
    ['a backslash before a line end as a paragraph', 'A\\\nB', 'A\n\nB'],
    ['line breaks and tabs', 'H1:\\tab a\\line b', 'H1:\ta\nb'],
    ['bytes in the code page', "p\\'e4iv\\'e4 \u00e4", 'päivä ä'],
    ['signs by number, without the fallback', "\\u228?x\\u228\\'e4y", 'äxäy'],
    ['two signs of fallback', "{\\uc2\\u228\\'61\\'62}c", 'äc'],
    ['no sign of fallback', '\\uc0\\u228 b', 'äb'],
    ['negative numbers and pairs', '\\u-10179?\\u-8704?', '😀'],
    ['signs by name', '\\ldblquote a\\rdblquote\\endash b\\emdash c', '“a”–b—c'],
    ['escaped signs', '\\{a\\\\b\\}', '{a\\b}'],
    [
      'no tables of fonts, styles and pictures',
      '{\\fonttbl{\\f0 Times;}}{\\stylesheet{Normal;}}{\\*\\x y}{\\pict 00ff}A',
      'A',
    ],
    ['no notes, headers and footers', '{\\header h}{\\footer f}A{\\footnote n}', 'A'],
    ['no hidden and no deleted text', 'A{\\v hid}{\\deleted del}B', 'AB'],
    ['the result of a field', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt linkki}}', 'linkki'],
    [
      'rows',
      '\\trowd\\intbl A\\cell B\\cell\\row\\trowd\\intbl C\\cell D\\cell\\row\\pard E\\par',
      'A B\n\nC D\n\nE',
    ],
    ['no binary data', 'A\\bin3 {}}B', 'AB'],
    [
      'letters of a font of its own',
      "{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}}\\f1\\'e4\\'e0 \\f0\\'e4",
      'да ä',
    ],
    ['two bytes that are one sign', "{\\fonttbl{\\f1\\fcharset128 B;}}\\f1\\'82\\'a0", 'あ'],
  ])('gives %s', async (_name, body, text) => {
    expect(await textOf('a.rtf', rtf(body))).toBe(text);
  });

  it.each<[string, Uint8Array, string]>([
    ['ends in the middle', rtf('A {\\b B').subarray(0, -1), 'file-damaged'],
    ['nests without end', rtf('{'.repeat(600)), 'file-unsafe'],
    ['is text', Buffer.from('H1: A'), 'file-damaged'],
  ])('that %s is refused with its reason', async (_name, bytes, code) => {
    expect(await refusalOf('a.rtf', bytes)).toBe(code);
  });
});
