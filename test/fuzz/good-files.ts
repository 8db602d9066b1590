import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import {
  makeDocx,
  makeOdt,
  makePdf,
  pdfPage,
  wordParagraph,
} from '../formats/transcripts/make-files.ts';
import { writeXlsx } from '../../src/formats/tables/write-xlsx.ts';

/** What reads a file. */
export type ReaderName = 'transcript' | 'codings' | 'codebook' | 'references' | 'table' | 'guide';

export interface GoodFile {
  readonly reader: ReaderName;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const SAID = ['Haastattelija: Miksi näin?', 'H1: Siksi, että ”se” – toimi. 😀', 'H1: Niin.'];
const RTF = "H1: {\\b p\\'e4iv\\'e4} \\u228?\\par \\trowd\\intbl A\\cell B\\cell\\row\\pard ";
const CELLS =
  '<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell></table:table-row></table:table>';
const VTT =
  'WEBVTT\n\nNOTE x\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Anna>Hei <i>vaan</i></v>\n\n2\n00:00:03.000 --> 00:00:04.000\n<v Kim>Joo &amp; ei\n\n';
const SRT =
  '1\n00:00:01,000 --> 00:00:02,000\nAnna: Hei\n\n2\n00:00:02,000 --> 00:00:04,000\nKim: Joo\n\n';
const JSON_FILE = JSON.stringify({
  text: 'Hei. Joo.',
  segments: [
    { id: 0, start: 0, end: 2.5, text: ' Hei.', speaker: 'SPEAKER_00' },
    { id: 1, start: 3, end: 4, text: ' Joo.', words: [{ word: 'Joo', start: 3, end: 4 }] },
  ],
});
const EAF =
  '<?xml version="1.0"?><ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="10"/><TIME_SLOT TIME_SLOT_ID="t2"/></TIME_ORDER><TIER TIER_ID="A" PARTICIPANT="Anna"><ANNOTATION><ALIGNABLE_ANNOTATION TIME_SLOT_REF1="t1" TIME_SLOT_REF2="t2"><ANNOTATION_VALUE>Hei</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER><TIER TIER_ID="B" PARENT_REF="A"><ANNOTATION><REF_ANNOTATION><ANNOTATION_VALUE>Hi</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>';
const TRS =
  '<?xml version="1.0"?><!DOCTYPE Trans SYSTEM "trans-14.dtd"><Trans><Speakers><Speaker id="s1" name="Anna"/></Speakers><Episode><Section><Turn speaker="s1 s2" startTime="0" endTime="4"><Sync time="0"/>Hei<Who nb="1"/>Joo<Event desc="x"/></Turn></Section></Episode></Trans>';
const TABLE = `<html><body><p>${SAID.join('</p><p>')}</p><table><tr><td>A<td>B</table><pre>a\nb</pre></body></html>`;
const MEET =
  'Transcript\n00:00:00\nAnna: Hei.\nKim: Joo.\n00:05:00\nAnna: Niin.\nMeeting ended after 00:05:19 👋\n';
const OTTER = 'Anna  0:03\nHei.\n\nSpeaker 2  0:09\nJoo.\n\nTranscribed by https://otter.ai\n';
const TABBED = 'Haastattelija\tMiksi?\nMaija\tSiksi.\nHaastattelija\tAi.\nMaija\tNiin.\n';
const F4 = 'I: Wie? #00:00:04-2#\n\nB: So. #00:01:10-2#\n\nI: Gut. #00:01:12-0#\n';
const CODINGS =
  'transcript;quote;theme;themeTitle;start;end;reduction\nH1;"Siksi, että";1.1;Syyt;3;14;"a ""b"""\nH1;Niin;1.2;=1+1;;;\n';
const CODEBOOK =
  'name,label,parent,definition,colour,guid\nSyyt,1,,"Miksi, ""niin""",#ff0000,\nMuu,1.1,> Syyt,,red,12345678-1234-1234-1234-123456789012\n';
const QDC =
  '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="X"><Codes><Code guid="12345678-1234-1234-1234-123456789012" name="A" isCodable="true" color="#ff0000"><Description>[Definition]\nx</Description><Code guid="12345678-1234-1234-1234-123456789013" name="B" isCodable="false"/></Code></Codes><Sets><Set guid="12345678-1234-1234-1234-123456789014" name="S"><MemberCode guid="12345678-1234-1234-1234-123456789012"/></Set></Sets></CodeBook>';
const BIB =
  '@string{x = "Y"}\n@article{a1, author = {M{\\"a}kinen, A. and von Essen, B.}, title = "The {Big} $x^2$ \\emph{one}", year = 2001, journal = x # " Z"}\n@book(b, title={Kirja}, year={2010})\n';
const RIS =
  'TY  - JOUR\nAU  - Mäkinen, Anna\nTI  - Otsikko\nPY  - 2001/02/03\nSP  - 1\nEP  - 9\nER  - \n';
const GUIDE = '# Taustat\n1. Kuka olet?\n2. Miksi?\n\n# Työ\n3. Mitä teet?\n   - Miten?\n';

const SBV = '0:00:00.5,0:00:02.0\n>> Anna: Hei\n\n0:00:02.0,0:00:03.5\nKim: Joo\n';
const OTR = JSON.stringify({
  text: '<p><span class="timestamp" data-timestamp="3.2">0:03</span>&nbsp;<b>H:</b> Hei</p><p>V: Joo<br /></p>',
  media: 'a.mp3',
});
const CAPTION_TABLE =
  'start,end,transcription,speaker\n0:00:03,0:00:11,"Hei, sinä",SPEAKER_00\n12.5,14,Joo,SPEAKER_01\n';
const WORDS = JSON.stringify({
  results: [
    { type: 'word', start_time: 0.1, alternatives: [{ content: 'Hei', speaker: 'S1' }] },
    { type: 'punctuation', alternatives: [{ content: '.', speaker: 'S1' }] },
    { type: 'word', start_time: 'PT1M2.5S', nBest: [{ display: 'Joo' }], speaker: 2 },
  ],
});
const RANGES =
  '(0:00:03 - 0:00:11) SPEAKER_00\n\nHei\n\n[Speaker 1] (0:12 - 0:19)\nJoo\n\n00:00:20:00 - 00:00:25:10\nKim\nNiin\n';
const PANE =
  'Anna Virtanen\n0 minutes 3 seconds\n0:03\nAnna Virtanen 0 minutes 3 seconds\nHei\nKim Mäki 1 minuutti 9 sekuntia\nJoo\n';

const text = (reader: ReaderName, name: string, content: string): GoodFile => ({
  reader,
  name,
  bytes: Buffer.from(content),
});

/** Files of every kind that is read, written for it; and what real programs wrote, where it is at hand. */
export async function goodFiles(): Promise<GoodFile[]> {
  const xlsx = await writeXlsx({
    name: 'A',
    widths: [10, 10],
    sticky: { rows: 1, columns: 0 },
    rows: [
      [{ text: 'case' }, { text: 'score' }],
      [{ text: 'H1' }, { number: 9 }],
      [{ text: '=H2' }, { number: 0.5, format: '0.0%' }],
    ],
  });
  const docx = makeDocx(SAID.map(wordParagraph).join(''));
  const odt = makeOdt(SAID.map((one) => `<text:p>${one}</text:p>`).join('') + CELLS);
  const pdf = makePdf([pdfPage(['I: Miksi?', '', 'H1: Siksi.']), pdfPage(['H1: Niin.'])]);
  const zip = zipSync({ 'H1.txt': strToU8(SAID.join('\n\n')), 'a/H2.docx': docx });
  const made = { 'a.docx': docx, 'a.odt': odt, 'a.pdf': pdf, 'a.zip': zip };
  return [
    text('transcript', 'a.txt', SAID.join('\n\n')),
    {
      reader: 'transcript',
      name: 'utf16.txt',
      bytes: Buffer.from(`\ufeff${SAID.join('\r\n\r\n')}`, 'utf16le'),
    },
    text('transcript', 'meet.txt', MEET),
    text('transcript', 'otter.txt', OTTER),
    text('transcript', 'tabs.txt', TABBED),
    text('transcript', 'f4.txt', F4),
    text(
      'transcript',
      'a.rtf',
      `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}}${RTF.repeat(5)}}`,
    ),
    text('transcript', 'a.doc', `{\\rtf1 ${RTF}}`),
    text('transcript', 'a.html', TABLE),
    text('transcript', 'a.vtt', VTT),
    text('transcript', 'a.srt', SRT),
    text('transcript', 'a.sbv', SBV),
    text('transcript', 'a.otr', OTR),
    text('transcript', 'a.csv', CAPTION_TABLE),
    text('transcript', 'words.json', WORDS),
    text('transcript', 'ranges.txt', RANGES),
    text('transcript', 'pane.txt', PANE),
    text('transcript', 'a.json', JSON_FILE),
    text('transcript', 'a.eaf', EAF),
    text('transcript', 'a.trs', TRS),
    ...Object.entries(made).map(([name, bytes]): GoodFile => ({
      reader: 'transcript',
      name,
      bytes,
    })),
    text('codings', 'codings.csv', CODINGS),
    text('codebook', 'book.csv', CODEBOOK),
    text('codebook', 'book.qdc', QDC),
    text('references', 'a.bib', BIB),
    text('references', 'a.ris', RIS),
    text('table', 'table.csv', CODINGS),
    { reader: 'table', name: 'table.xlsx', bytes: xlsx },
    text('guide', 'guide.txt', GUIDE),
    ...realFiles(),
  ];
}

const CORPUS = path.join(import.meta.dirname, '../../../shared/corpus');
const LARGEST = 200_000;

function realFiles(): GoodFile[] {
  return ['formats', 'haski-de'].flatMap((folder) => {
    const at = path.join(CORPUS, folder);
    if (!existsSync(at)) return [];
    return readdirSync(at)
      .filter((name) => name !== 'LICENSE')
      .map((name) => ({
        reader: 'transcript' as const,
        name,
        bytes: readFileSync(path.join(at, name)),
      }))
      .filter(({ bytes }) => bytes.length <= LARGEST);
  });
}
