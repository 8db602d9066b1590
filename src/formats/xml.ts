import iconv from 'iconv-lite';
import { SaxesParser } from 'saxes';
import { Rejection } from '../domain/rejection.ts';
import { decodeText } from './decode-text.ts';

/** Tables inside tables inside lists reach some fifty. */
const DEEPEST = 500;

export interface XmlHandlers {
  /** Names are as written, prefix and all; attributes that are not there are undefined. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads XML from its first element to its last. A document type may be named; entities that a
 * document defines are never expanded, nor is anything loaded.
 *
 * @throws Rejection `xml-broken` {file, line} for what is not well-formed or nests too deep,
 * `xml-entities` {file} for a document that defines entities.
 */
export function readXml(file: string, bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser();
  const broken = (): Rejection =>
    new Rejection('invalid', 'xml-broken', { file, line: parser.line });
  let depth = 0;
  parser.on('error', () => {
    throw broken();
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw entities(file);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw broken();
    handlers.open(name, (key) => (Object.hasOwn(attributes, key) ? attributes[key] : undefined));
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handlers.close(name);
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.write(decodeXml(file, bytes).trimStart()).close();
}

const entities = (file: string): Rejection => new Rejection('invalid', 'xml-entities', { file });

const DECLARED = /^<\?xml[^>]{0,100}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/;
/** A declaration that can be read byte by byte does not stand in one of these. */
const WIDE = /^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646)/i;

/** By the encoding the declaration names, where it is one and the bytes do not tell another. */
function decodeXml(file: string, bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const encoding = DECLARED.exec(head)?.[1] ?? 'utf-8';
  const isByBytes = /^utf-?8$/i.test(encoding) || WIDE.test(encoding);
  if (isByBytes || bytes.includes(0) || !iconv.encodingExists(encoding))
    return decodeText(file, bytes);
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}
