import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../../src/formats/transcripts/registry.ts';
import { lie, makeDocx, makeOle, wordParagraph } from './make-files.ts';
import { refusalOf, spoken, textOf } from './read.ts';

const P = wordParagraph;
const cell = (text: string): string => `<w:tc>${P(text)}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`;

describe('a Word document', () => {
  it.each([
    ['paragraphs', P('A') + P('') + P('B'), 'A\n\nB'],
    ['bold labels', P('**Anna:** Kyllä & ei'.replace('&', '&amp;')), 'Anna: Kyllä & ei'],
    ['line breaks', P('I: Miksi?\nH1: Siksi.'), 'I: Miksi?\nH1: Siksi.'],
    ['tabs', '<w:p><w:r><w:t>H1:</w:t><w:tab/><w:t>No</w:t></w:r></w:p>', 'H1:\tNo'],
    ['rows', `<w:tbl>${row('A', 'B C')}${row('D', 'E')}</w:tbl>`, 'A B C\n\nD E'],
    [
      'a column of speakers',
      `<w:tbl>${row('00:01', 'Anna', 'Hei, mitä kuuluu tänään?')}${row('00:05', 'Eino', 'Hyvää.')}${row('00:09', 'Anna', 'Kiva.')}</w:tbl>`,
      '00:01 Anna: Hei, mitä kuuluu tänään?\n\n00:05 Eino: Hyvää.\n\n00:09 Anna: Kiva.',
    ],
    [
      'what was deleted and inserted',
      '<w:p><w:del><w:r><w:delText>pois </w:delText></w:r></w:del><w:ins><w:r><w:t>tilalle</w:t></w:r></w:ins></w:p>',
      'tilalle',
    ],
    ['text that looks like markup', P('1 &lt; 2 &amp;lt; &lt;b&gt;'), '1 < 2 &lt; <b>'],
  ])('gives %s', async (_name, body, text) => {
    expect(await textOf('a.docx', makeDocx(body))).toBe(text);
  });

  it('leaves out notes and comments', async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const bytes = makeDocx(
      '<w:p><w:r><w:t>Sanottu</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>',
      {
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
        ),
        'word/footnotes.xml': strToU8(
          `<w:footnotes ${w}><w:footnote w:id="2">${P('alaviite')}</w:footnote></w:footnotes>`,
        ),
        'word/comments.xml': strToU8(
          `<w:comments ${w}><w:comment w:id="0">${P('huomautus')}</w:comment></w:comments>`,
        ),
      },
    );
    expect(await textOf('a.docx', bytes)).toBe('Sanottu');
  });

  it('has its speakers told apart', async () => {
    const body = P('**Haastattelija:** Miksi?') + P('**H1:** Siksi.') + P('Ja siksi.');
    expect(spoken(await readTranscript('a.docx', makeDocx(body)))).toEqual([
      'Haastattelija (interviewer): Miksi?',
      'H1 (interviewee): Siksi. Ja siksi.',
    ]);
  });
});

describe('a file named .docx', () => {
  const good = makeDocx(P('A'));
  const entity = (declaration: string, text: string): Uint8Array =>
    makeDocx('', {
      'word/document.xml': strToU8(
        `<?xml version="1.0"?><!DOCTYPE w [${declaration}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
      ),
    });
  const many = Object.fromEntries(
    Array.from({ length: 2_001 }, (_, i) => [`a${i}`, new Uint8Array()]),
  );

  const partTwice = (): Uint8Array => {
    const zip = makeDocx(P('A'), { 'word/documenx.xml': strToU8('<a/>') });
    const names = Buffer.from(zip).toString('latin1').replaceAll('documenx', 'document');
    return Buffer.from(names, 'latin1');
  };

  it.each<[string, Uint8Array, string]>([
    ['is a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'file-mismatch'],
    ['is text', strToU8('H1: Kyllä.'), 'file-damaged'],
    ['is a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'file-mismatch'],
    ['is a zip of documents', zipSync({ 'b.docx': good }), 'file-mismatch'],
    ['has a password', makeOle(['EncryptionInfo', 'EncryptedPackage']), 'file-locked-word'],
    ['is the old format', makeOle(['WordDocument', '1Table']), 'file-doc'],
    ['is an old spreadsheet', makeOle(['Workbook']), 'file-mismatch'],
    ['is an old container of something', makeOle(['Contents']), 'file-damaged'],
    ['has encrypted parts', lie(good, { flags: 1 }), 'file-locked'],
    ['is cut in half', good.subarray(0, good.length >> 1), 'file-damaged'],
    ['is cut at its end', good.subarray(0, -10), 'file-damaged'],
    ['is empty', new Uint8Array(), 'file-empty'],
    ['steps out of its folder', makeDocx(P('A'), { '../a': new Uint8Array() }), 'file-paths'],
    ['names a root', makeDocx(P('A'), { '/etc/a': new Uint8Array() }), 'file-paths'],
    ['has too many parts', makeDocx(P('A'), many), 'file-parts'],
    ['says it is huge', lie(good, { inflatedSize: 0xfffffff0 }), 'file-inflates'],
    ['says it is smaller than it is', lie(good, { inflatedSize: 10 }), 'file-damaged'],
    ['says it is larger than it is', lie(good, { inflatedSize: 10_000 }), 'file-damaged'],
    ['shrinks too well', makeDocx(P('a'.repeat(6_000_000))), 'file-unsafe'],
    ['has a part twice', partTwice(), 'file-unsafe'],
    ['declares an entity', entity('<!ENTITY a "b">', '&a;'), 'xml-entities'],
    ['reaches outside', entity('<!ENTITY a SYSTEM "file:///etc/passwd">', '&a;'), 'xml-entities'],
    ['is no XML inside', makeDocx('<w:p><w:r>'), 'file-damaged'],
  ])('that %s is refused with its reason', async (_name, bytes, code) => {
    expect(await refusalOf('a.docx', bytes)).toBe(code);
  });

  it('may hold other documents, which are not opened', async () => {
    const bytes = makeDocx(P('A'), { 'word/embeddings/b.xlsx': zipSync({ a: strToU8('b') }) });
    expect(await textOf('a.docx', bytes)).toBe('A');
  });
});

describe('a file named .doc', () => {
  it.each<[string, Uint8Array, string]>([
    ['in the old format says how to convert it', makeOle(['WordDocument']), 'file-doc'],
    ['that is cut says how to convert it', makeOle([]).subarray(0, 100), 'file-doc'],
    ['with a password says how to remove it', makeOle(['EncryptedPackage']), 'file-locked-word'],
    [
      'that only speaks of a password is in the old format',
      Buffer.concat([makeOle(['WordDocument']), Buffer.from('x EncryptedPackage\0', 'utf16le')]),
      'file-doc',
    ],
    ['that is rich text is read', Buffer.from('{\\rtf1 A\\par}'), 'taken'],
    ['that is the new format is read', makeDocx(P('A')), 'taken'],
    ['that is a picture is refused', Buffer.from('ffd8ffe0', 'hex'), 'file-mismatch'],
  ])('%s', async (_name, bytes, outcome) => {
    expect(await refusalOf('a.doc', bytes)).toBe(outcome);
  });
});

describe('a document with markup around every word', () => {
  it('is read however long it is', async () => {
    const run = '<w:r w:rsidR="00B"><w:rPr><w:sz w:val="24"/></w:rPr><w:t>sana </w:t></w:r>';
    const body = `<w:p><w:r><w:t>H1: </w:t></w:r>${run.repeat(20)}</w:p>`.repeat(8_000);
    expect((await readTranscript('a.docx', makeDocx(body))).wordCount).toBe(160_000);
  }, 60_000);

  it('loses what was deleted, moved away, said twice or is a code of a field', async () => {
    const body = [
      '<w:p><w:r><w:t>I: Yksi</w:t></w:r><w:del><w:r><w:delText>kaksi</w:delText></w:r></w:del>',
      '<w:moveFrom><w:r><w:t>kolme</w:t></w:r></w:moveFrom><w:ins><w:r><w:t> neljä</w:t></w:r></w:ins>',
      '<w:r><w:instrText>PAGE</w:instrText></w:r><w:smartTag><w:r><w:t> viisi</w:t></w:r></w:smartTag>',
      '<mc:AlternateContent xmlns:mc="m"><mc:Choice><w:r><w:t> kuusi</w:t></w:r></mc:Choice>',
      '<mc:Fallback><w:r><w:t>kuusi</w:t></w:r></mc:Fallback></mc:AlternateContent>',
      '<w:r><w:t>kuu</w:t><w:softHyphen/><w:t>si</w:t><w:noBreakHyphen/><w:t>a</w:t></w:r></w:p>',
    ].join('');
    expect((await readTranscript('a.docx', makeDocx(body))).text).toBe(
      'I: Yksi neljä viisi kuusikuusi‑a',
    );
  });
});
