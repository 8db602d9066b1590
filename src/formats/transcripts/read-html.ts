import iconv from 'iconv-lite';
import sanitize from 'sanitize-html';
import { Rejection } from '../../domain/rejection.ts';
import { decodeText } from '../decode-text.ts';
import type { ParsedTranscript } from './format.ts';
import { htmlParagraphs } from './html-paragraphs.ts';
import { transcriptOfParagraphs } from './paragraphs.ts';

/** The elements that end a paragraph or build a table; all others leave only their text. */
const KEPT = [
  ...['p', 'div', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'dl', 'dt'],
  ...['dd', 'blockquote', 'pre', 'section', 'article', 'header', 'footer', 'main', 'nav', 'aside'],
  ...['address', 'figure', 'figcaption', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td'],
  ...['th', 'body', 'form', 'fieldset', 'center'],
];
/** Elements whose text nobody said. */
const UNSAID = [
  ...['head', 'title', 'script', 'style', 'noscript', 'template', 'textarea', 'option', 'svg'],
  ...['math', 'object', 'iframe', 'select', 'button', 'audio', 'video', 'canvas', 'xml'],
];
/** How LibreOffice marks the header and the footer of its pages. */
const PAGE_MARGIN = /^(?:header|footer)$/i;
const MAX_DEPTH = 200;

/** @throws Rejection when the bytes are no text */
export function readHtml(file: string, bytes: Uint8Array): ParsedTranscript {
  const source = decodeHtml(file, bytes);
  let clean: string;
  try {
    clean = sanitize(preserveLines(source), {
      allowedTags: KEPT,
      allowedAttributes: {},
      nonTextTags: UNSAID,
      nestingLimit: MAX_DEPTH,
      exclusiveFilter: ({ attribs }) => PAGE_MARGIN.test(attribs['title'] ?? attribs['type'] ?? ''),
      parser: { lowerCaseTags: true, decodeEntities: true },
    });
  } catch {
    throw new Rejection('invalid', 'file-damaged', { file });
  }
  return transcriptOfParagraphs(file, htmlParagraphs(clean));
}

const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})/i;

/** UTF-8 when it is; else what the page says of itself, as web browsers read it. */
function decodeHtml(file: string, bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const charset = CHARSET.exec(head)?.[1]?.toLowerCase() ?? '';
  const isOther =
    charset !== '' && !/^utf-?(?:8|16)/.test(charset) && iconv.encodingExists(charset);
  if (!isOther || isUtf8(bytes)) return decodeText(file, bytes);
  const western = /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/.test(charset);
  return iconv.decode(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    western ? 'windows-1252' : charset,
  );
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** White space is one space in HTML, except in `<pre>`, where a line end is a line end. */
function preserveLines(source: string): string {
  return source
    .split(/(<pre\b[\s\S]*?<\/pre\s*>)/i)
    .map((part, i) =>
      i % 2 === 1 ? part.replace(/\r\n?|\n/g, '<br>') : part.replace(/[\t\n\f\r ]+/g, ' '),
    )
    .join('');
}
