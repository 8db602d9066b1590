import type { Transcript } from '../../project/records.ts';
import type { CheckedReport } from './checked-report.ts';

/** By transcript: a record changes with its text. */
const known = new WeakMap<Transcript, Map<string, boolean>>();

/** Those of the words that some transcript writes in lower case: ordinary words, not names. */
export function wordsInLowerCase(
  { project, textOf }: Pick<CheckedReport, 'project' | 'textOf'>,
  words: ReadonlySet<string>,
): Set<string> {
  const found = new Set<string>();
  for (const transcript of project.transcripts.values()) {
    const seen = known.get(transcript) ?? new Map<string, boolean>();
    known.set(transcript, seen);
    let text: string | null = null;
    for (const word of words) {
      if (found.has(word)) continue;
      let isThere = seen.get(word);
      if (isThere === undefined)
        seen.set(word, (isThere = hasWord((text ??= textOf(transcript.id)), word)));
      if (isThere) found.add(word);
    }
  }
  return found;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!LETTER.test(text[at - 1] ?? ' ') && !LETTER.test(text[at + word.length] ?? ' '))
      return true;
  return false;
}
