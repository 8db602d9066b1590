/** What means something anywhere in a line. `&` only where an entity would begin. */
const ANYWHERE = /[\\`*_[\]~|]|<(?=[a-z/!?])|&(?=#?\w{1,40};)/gi;
/** What GitHub's dialect makes a link of, though nobody wrote one. */
const LINK = /(?<=https?|ftp|mailto|xmpp):|(?<=www)\.|(?<=[\w.+-])@(?=[\w-])/gi;
/** What opens a heading, a list, a quote, a rule or a fence at the start of a line. */
const OPENING = /^(?:[-+=#>:]|\d{1,9}(?=[.)](?:\s|$)))/;

/**
 * A line of text as CommonMark (and GitHub's dialect) renders it word for word. White space at the
 * ends means something in Markdown and nothing in a text: it is left out.
 */
export function escapeMarkdownLine(line: string): string {
  const escaped = line
    .trim()
    .replace(ANYWHERE, '\\$&')
    .replace(LINK, '\\$&')
    .replace(/#(?=$|\s*$)/, '\\#');
  return escaped.replace(OPENING, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** A text of several lines on one. */
export const escapeMarkdown = (text: string): string =>
  escapeMarkdownLine(text.replace(/\s+/g, ' '));
