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
  // They end nothing: kept to be told apart.
  ...['a', 'span', 'b', 'strong', 'i', 'em'],
];
/** Elements whose text nobody said. */
const UNSAID = [
  ...['head', 'title', 'script', 'style', 'noscript', 'template', 'textarea', 'option', 'svg'],
  ...['math', 'object', 'iframe', 'select', 'button', 'audio', 'video', 'canvas', 'xml'],
  'del',
];
/** How LibreOffice marks the header and the footer of its pages. */
const PAGE_MARGIN = /^(?:header|footer)$/i;
/** Notes and comments, and the marks of them, as LibreOffice, Word, pandoc and Google Docs name them. */
const NOTE_NAME =
  /^(?:body_)?(?:sd|_)?(?:footnote|endnote|ftn|edn|ftnref|ednref|cmnt|fnref|fn)(?:ref|sym|anc)?[:-]?\d/i;
const NOTE_CLASS =
  /(?:^|\s)(?:footnotes?|endnotes?|footnote-ref|sd(?:foot|end)note(?:anc|sym)?|annotation_style\w*|MsoComment\w*|Mso(?:Foot|End)note\w*)(?:\s|$)/i;
const NOTE_TITLE = /^(?:(?:foot|end)note: |annotation$)/i;
const NOTE_ROLE = /^doc-(?:noteref|endnotes?|footnotes?|backlink)$/;

type Attributes = Readonly<Record<string, string | undefined>>;

const isUnsaid = ({
  title = '',
  type = '',
  id = '',
  class: names = '',
  role = '',
  href = '',
}: Attributes) =>
  PAGE_MARGIN.test(title || type) ||
  NOTE_TITLE.test(title) ||
  NOTE_CLASS.test(names) ||
  NOTE_ROLE.test(role) ||
  NOTE_NAME.test(id) ||
  (href.startsWith('#') && NOTE_NAME.test(href.slice(1)));
const MAX_DEPTH = 200;

/** @throws Rejection when the bytes are no text */
export const readHtml = (file: string, bytes: Uint8Array): ParsedTranscript =>
  transcriptOfHtml(file, decodeHtml(file, bytes));

/** @throws Rejection `file-damaged` {file} for what nests too deep */
export function transcriptOfHtml(file: string, source: string): ParsedTranscript {
  let clean: string;
  try {
    clean = sanitize(preserveLines(source), {
      allowedTags: KEPT,
      allowedAttributes: {},
      nonTextTags: UNSAID,
      nestingLimit: MAX_DEPTH,
      exclusiveFilter: ({ attribs }) => isUnsaid(attribs),
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
