/** Speech between quotation marks in a running text; the words are the first group. */
export const QUOTED_SPEECH = /[“”„"«»]([^“”„"«»\n]+)[“”"«»]/gu;

/** Quoted speech and block quotes as spaces, so that places stay what they are. */
export function withoutQuotedSpeech(text: string): string {
  const blank = (found: string): string => found.replace(/[^\n]/g, ' ');
  return text
    .replace(/^[ \t]*>.*$/gm, blank)
    .replace(/[“”„"«»][^“”„"«»\n]{1,1000}[“”"«»]/gu, blank);
}
