import { lexer, walkTokens, type Token, type Tokens } from 'marked';

const LOWEST_HEADING = 6;
const SAFE_LINK = /^(?:https?:|mailto:)/i;

/**
 * A text of the report, written in Markdown, for a Markdown file: still Markdown, but headings
 * stand below `level`, HTML is shown as written, links lead to web and mail only, and what was
 * opened is closed before the report goes on.
 */
export const safeMarkdown = (markdown: string, level: number): string =>
  lexer(markdown)
    .map((token) => defused(token, blockBelow(token, level)))
    .join('')
    .trim();

/** The block's source, with headings lowered and an open fence closed. */
function blockBelow(token: Token, level: number): string {
  if (token.type === 'heading') {
    const { depth, text } = token as Tokens.Heading;
    const end = /\n*$/.exec(token.raw)?.[0] ?? '';
    return `${'#'.repeat(Math.min(LOWEST_HEADING, level + depth))} ${text}${end}`;
  }
  const fence = token.type === 'code' ? /^ {0,3}(`{3,}|~{3,})/.exec(token.raw)?.[1] : undefined;
  const closed =
    fence === undefined ||
    token.raw.trimEnd().split('\n').slice(1).at(-1)?.trim().startsWith(fence);
  return closed ? token.raw : `${token.raw.trimEnd()}\n${fence}\n`;
}

/** The source with every piece in it that could do more than be read turned into text. */
function defused(block: Token, source: string): string {
  let text = source;
  void walkTokens([block], (token) => {
    const harmless = harmlessForm(token);
    if (harmless !== null) text = text.replaceAll(token.raw, () => harmless);
  });
  return text;
}

function harmlessForm(token: Token): string | null {
  if (token.type === 'html') return token.raw.replaceAll('<', '\\<');
  if (token.type === 'image') return (token as Tokens.Image).text;
  if (token.type !== 'link') return null;
  const { href, text } = token as Tokens.Link;
  return SAFE_LINK.test(href) ? null : text;
}
