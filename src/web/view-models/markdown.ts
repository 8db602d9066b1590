import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { escapeHtml } from '../../markup/escape.ts';

const DEEPEST_HEADING = 6;
const KEPT = 500;
const rendered = new Map<string, string>();

/**
 * A text of the report from Markdown to safe HTML, its headings below `level`. What was written as
 * HTML is shown as written, pictures are named and not fetched, links lead to web and mail.
 */
export function markdownHtml(markdown: string, level: number): string {
  if (markdown.trim() === '') return '';
  const key = `${level} ${markdown}`;
  const html = rendered.get(key) ?? render(markdown, level);
  // The newest last, so that the oldest is the first to go.
  rendered.delete(key);
  rendered.set(key, html);
  if (rendered.size > KEPT) rendered.delete([...rendered.keys()][0] ?? '');
  return html;
}

const render = (markdown: string, level: number): string =>
  sanitizeHtml(markedBelow(level).parse(markdown, { async: false }), {
    allowedTags:
      'p br strong em del code pre blockquote ul ol li hr a h2 h3 h4 h5 h6 table thead tbody tr th td'.split(
        ' ',
      ),
    allowedAttributes: { a: ['href'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'escape',
  });

const markedBelow = (level: number): Marked =>
  new Marked({
    walkTokens(token) {
      if (token.type === 'heading')
        token['depth'] = Math.min(DEEPEST_HEADING, level + Number(token['depth']));
    },
    renderer: {
      html: ({ text, block }) => (block ? `<p>${escapeHtml(text)}</p>\n` : escapeHtml(text)),
      image: ({ text }) => escapeHtml(text),
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    },
  });
