import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../../src/formats/transcripts/registry.ts';
import { fixture, makePdf, pdfPage } from './make-files.ts';
import { refusalOf, textOf } from './read.ts';

/** 60 letters wide, so that lines wrap where they do in a page. */
const FULL = [
  'H1: Aamulla tulin toihin ja huomasin heti, ettei mikaan enaa',
  'ollut niin kuin ennen, ja se tuntui oikeastaan helpotukselta',
  'kaikkien niiden kuukausien jalkeen.',
];
const JOINED = FULL.join(' ');
const page = (lines: readonly string[], top?: number) => pdfPage(lines, top);
const header = { x: 57, y: 810, text: 'Haastattelu 3, luottamuksellinen' };
const footer = (number: number) => ({ x: 280, y: 30, text: `Sivu ${number} / 3` });

describe('a PDF', () => {
  it.each<[string, Uint8Array, string]>([
    ['lines rejoined', makePdf([page(FULL)]), JOINED],
    [
      'paragraphs by the gap between them',
      makePdf([page([...FULL, '', ...FULL])]),
      `${JOINED}\n\n${JOINED}`,
    ],
    [
      'paragraphs without a gap, by their last line',
      makePdf([page([...FULL, ...FULL, ...FULL])]),
      `${JOINED}\n\n${JOINED}\n\n${JOINED}`,
    ],
    [
      'words that were divided',
      makePdf([
        page([
          'H1: Se oli sellainen asiakaskokemus, jota ei voi, yrityk-',
          'sessa ainakaan, sivuuttaa millaan tavalla eika tarvitsekaan.',
        ]),
      ]),
      'H1: Se oli sellainen asiakaskokemus, jota ei voi, yrityksessa ainakaan, sivuuttaa millaan tavalla eika tarvitsekaan.',
    ],
    [
      'words that have a hyphen',
      makePdf([
        page([
          'H1: Me ollaan oltu tassa alalla pitkaan ja meilla on se B2B-',
          'asiakas, joka ajaa linja-autoa, siis sita samaista linja-',
          'autoa, jota ajettiin ennenkin, ja se on ihan hyva asia kylla',
        ]),
      ]),
      'H1: Me ollaan oltu tassa alalla pitkaan ja meilla on se B2B-asiakas, joka ajaa linja-autoa, siis sita samaista linja-autoa, jota ajettiin ennenkin, ja se on ihan hyva asia kylla',
    ],
    [
      'no headers, footers and page numbers, and paragraphs across pages',
      makePdf([
        [header, ...page(FULL.slice(0, 1)), footer(1)],
        [header, ...page(FULL.slice(1)), footer(2)],
        [header, ...page(FULL), footer(3)],
      ]),
      `${JOINED}\n\n${JOINED}`,
    ],
    [
      'no header that stands close to the text',
      makePdf([
        page(['Luottamuksellinen, s. 1', ...FULL]),
        page(['Luottamuksellinen, s. 2', ...FULL, ...FULL]),
        page(['Luottamuksellinen, s. 3', ...FULL, 'H1: Niin.']),
      ]),
      `${JOINED}\n\n${JOINED}\n\n${JOINED}\n\n${JOINED}\n\nH1: Niin.`,
    ],
    ['no number of a single page', makePdf([[...page(FULL), footer(1)]]), JOINED],
    [
      'the same question at the top of each page',
      makePdf([
        page(['I: Entapa sitten?', '', ...FULL]),
        page(['I: Entapa sitten?', '', ...FULL, '', 'I: Kiitos.']),
      ]),
      `I: Entapa sitten?\n\n${JOINED}\n\nI: Entapa sitten?\n\n${JOINED}\n\nI: Kiitos.`,
    ],
  ])('gives %s', async (_name, bytes, text) => {
    expect(await textOf('a.pdf', bytes)).toBe(text);
  });

  it('with pages that have no text names them', async () => {
    const scan = [footer(2)];
    const pages = [page(FULL), scan, page(FULL), [], scan, [], page(FULL)];
    const { text, warnings } = await readTranscript('a.pdf', makePdf(pages));
    expect(text).toBe([JOINED, JOINED, JOINED].join('\n\n'));
    expect(warnings).toEqual([
      { code: 'pages-without-text', details: { count: 4, pages: '2, 4–6' } },
    ]);
  });

  it('that is scanned but for marks at its margins has no text', async () => {
    const scan = (number: number) => [header, footer(number)];
    expect(await refusalOf('a.pdf', makePdf([scan(1), scan(2), scan(3)]))).toBe('file-scanned');
  });

  it('that may be read but not copied or printed is read', async () => {
    expect(await textOf('a.pdf', fixture('copying-forbidden.pdf'))).toBe(
      'I: Miksi?\n\nH1: Siksi, etta se on hyva juttu kaikille meille.',
    );
  });

  const good = makePdf([page(FULL)]);

  it.each<[string, Uint8Array, string]>([
    ['is a scan', makePdf([[], []]), 'file-scanned'],
    ['is cut in half', good.subarray(0, good.length >> 1), 'file-damaged'],
    ['is cut near its beginning', good.subarray(0, 30), 'file-damaged'],
    ['is nothing but its marks', Buffer.from('%PDF-1.4\n%%EOF'), 'file-damaged'],
    ['has a password', fixture('password-needed.pdf'), 'file-locked'],
    ['is a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'file-mismatch'],
  ])('that %s is refused with its reason', async (_name, bytes, code) => {
    expect(await refusalOf('a.pdf', bytes)).toBe(code);
  });
});
