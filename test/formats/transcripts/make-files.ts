import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';

/** A file that a program had to make. */
export const fixture = (name: string): Uint8Array =>
  readFileSync(path.join(import.meta.dirname, 'fixtures', name));

/** A Word document with this body, in the fewest parts that Word itself would open. */
export function makeDocx(body: string, parts: Zippable = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    ...parts,
  });
}

/** A paragraph of Word; `**bold**` and a line feed are what they look like. */
export const wordParagraph = (text: string): string =>
  `<w:p>${text
    .split('**')
    .map((part, i) => {
      const style = i % 2 === 1 ? '<w:rPr><w:b/></w:rPr>' : '';
      const lines = part.split('\n').map((line) => `<w:t xml:space="preserve">${line}</w:t>`);
      return `<w:r>${style}${lines.join('<w:br/>')}</w:r>`;
    })
    .join('')}</w:p>`;

const NAMESPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"';

/** An OpenDocument text with this body. */
export const makeOdt = (body: string, prolog = '', parts: Zippable = {}): Uint8Array =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>${prolog}<office:document-content ${NAMESPACES}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    ...parts,
  });

export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A PDF of A4 pages in Courier 10, so that a letter is 6 points wide; Latin-1 only. */
export function makePdf(pages: readonly (readonly PdfText[])[], trailer = ''): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
  ];
  for (const [i, texts] of pages.entries()) {
    const content = texts
      .map(({ x, y, text }) => `BT /F1 10 Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

/** Lines of text down a page, a step of 12 points each; a blank one leaves its room. */
export const pdfPage = (lines: readonly string[], top = 760): PdfText[] =>
  lines.flatMap((text, i) => (text === '' ? [] : { x: 57, y: top - 12 * i, text }));

interface Lie {
  /** What the directory says instead of the true size. */
  readonly inflatedSize?: number;
  readonly flags?: number;
}

/** Rewrites what a zip's directory says of its first entry. */
export function lie(zip: Uint8Array, { inflatedSize, flags }: Lie): Uint8Array {
  const bytes = Buffer.from(zip);
  const at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  if (inflatedSize !== undefined) bytes.writeUInt32LE(inflatedSize, at + 24);
  if (flags !== undefined) bytes.writeUInt16LE(flags, at + 8);
  return bytes;
}

/**
 * The container of Microsoft's older formats (MS-CFB) with these empty streams: a header, a sector
 * for the table of sectors and as many as the directory needs.
 */
export function makeOle(streams: readonly string[]): Uint8Array {
  const SECTOR = 512;
  const ENTRY = 128;
  const END_OF_CHAIN = 0xfffffffe;
  const header = Buffer.alloc(SECTOR);
  header.set(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END_OF_CHAIN, 60);
  header.writeUInt32LE(END_OF_CHAIN, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const entries = ['Root Entry', ...streams];
  const directory = Buffer.alloc(Math.ceil((entries.length * ENTRY) / SECTOR) * SECTOR);
  for (const [i, name] of entries.entries()) {
    directory.write(name, i * ENTRY, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, i * ENTRY + 64);
    directory.writeUInt8(i === 0 ? 5 : 2, i * ENTRY + 66);
  }
  const sectors = directory.length / SECTOR;
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let i = 1; i <= sectors; i++)
    table.writeUInt32LE(i === sectors ? END_OF_CHAIN : i + 1, i * 4);
  return Buffer.concat([header, table, directory]);
}
