import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { escapeHtml } from './escape-html.ts';

const HIGHEST = 6;

/**
 * A text of the report from Markdown to safe HTML. Headings are set below `level`; what was
 * written as HTML is shown as written; pictures are named, not fetched; links lead to web and mail.
 */
export function markdownHtml(markdown: string, level: number): string {
  const html = markedBelow(level).parse(markdown, { async: false });
  return sanitizeHtml(html, {
    allowedTags: [
      'p',
      'br',
      'strong',
      'em',
      'del',
      'code',
      'pre',
      'blockquote',
      'ul',
      'ol',
      'li',
      'hr',
      'a',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
    ],
    allowedAttributes: { a: ['href'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'escape',
  });
}

const markedBelow = (level: number): Marked =>
  new Marked({
    walkTokens(token) {
      if (token.type === 'heading')
        token['depth'] = Math.min(HIGHEST, level + Number(token['depth']));
    },
    renderer: {
      html: ({ text, block }) => (block ? `<p>${escapeHtml(text)}</p>\n` : escapeHtml(text)),
      image: ({ text }) => escapeHtml(text),
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    },
  });
