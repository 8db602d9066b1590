import type { NamedSpeaker } from '../project/commands.ts';
import { isCode, namesNobody } from '../text/speakers.ts';
import type { Turn } from '../text/turns.ts';
import { intervieweesIn, wordsOf } from './speakers.ts';

/**
 * The interviewees of a group interview, each a case, where the transcript leaves no doubt: somebody
 * asks, and all who answer are named by a code (`S1`, `S2`). Empty where it is one person's interview
 * or a person has to say.
 */
export function groupSpeakers(text: string, turns: readonly Turn[]): NamedSpeaker[] {
  const labels = intervieweesIn(turns);
  const asks = turns.some(({ role }) => role === 'interviewer');
  if (labels.length < 2 || !asks || !labels.every(isCode)) return [];
  return labels.map((speaker) => ({
    speaker,
    caseName: speaker,
    wordCount: wordsOf(
      text,
      turns.filter((turn) => turn.role === 'interviewee' && turn.speaker === speaker),
    ),
  }));
}

/**
 * What the interviewees of a group are called as cases: by their label, where no other interview has
 * a case of that name, because each group may begin again from `P1`; else the interview's title is
 * put before it. "Speaker 2" tells nothing by itself either.
 *
 * @param taken names of cases of other interviews
 */
export function groupCaseNames(
  labels: readonly string[],
  title: string,
  taken: Iterable<string>,
): Map<string, string> {
  const others = new Set([...taken].map((name) => name.toLowerCase()));
  return new Map(
    labels.map((label) => {
      const needsTitle = namesNobody(label) || others.has(label.toLowerCase());
      return [label, needsTitle ? `${title} ${label}` : label];
    }),
  );
}
