import { canonicalText } from '../text/canonical-text.ts';
import type { Role, Turn } from '../text/turns.ts';
import { countWords } from '../text/words.ts';
import type { NamedSpeaker } from '../project/commands.ts';
import type { SurveyPlan, SurveyQuestion, SurveyWords } from './survey-plan.ts';
import { cellText, type Cell, type Table } from './table.ts';

/** A transcript that answers of a survey make. */
export interface SurveyTranscript {
  readonly title: string;
  readonly caseName: string;
  readonly text: string;
  readonly turns: readonly Turn[];
  readonly wordCount: number;
  readonly speakers: readonly NamedSpeaker[];
  /** Where a turn asks a question, and which: a place among the survey's questions. */
  readonly asks: readonly { readonly start: number; readonly question: number }[];
}

/** The transcripts of a survey in the order of its rows or questions; empty answers make no turn. */
export function* surveyTranscripts(
  table: Table,
  shape: SurveyPlan['shape'],
  questions: readonly SurveyQuestion[],
  names: readonly string[],
  words: SurveyWords,
): Generator<SurveyTranscript> {
  if (shape === 'questions')
    for (const [i] of questions.entries()) {
      const made = ofQuestion(table, questions, i, names, words);
      if (made) yield made;
    }
  else
    for (const [i, { cells }] of table.rows.entries()) {
      const made = ofRespondent(cells, questions, names[i] ?? '', words);
      if (made) yield made;
    }
}

/** How many answers of open questions are empty. */
export const emptyAnswers = (table: Table, questions: readonly SurveyQuestion[]): number =>
  table.rows.reduce(
    (sum, { cells }) =>
      sum + questions.filter(({ column }) => answerIn(cells[column]) === '').length,
    0,
  );

const answerIn = (cell: Cell | undefined): string => canonicalText(cellText(cell)).trim();

function ofRespondent(
  cells: readonly Cell[],
  questions: readonly SurveyQuestion[],
  name: string,
  { interviewer }: SurveyWords,
): SurveyTranscript | null {
  const talk = new Talk();
  questions.forEach(({ column, text }, question) => {
    const answer = answerIn(cells[column]);
    if (answer === '') return;
    talk.ask(interviewer, text, question);
    talk.say(name, 'interviewee', answer);
  });
  return talk.turns.length === 0
    ? null
    : { title: name, caseName: name, speakers: [], ...talk.whole() };
}

function ofQuestion(
  table: Table,
  questions: readonly SurveyQuestion[],
  question: number,
  names: readonly string[],
  { interviewer }: SurveyWords,
): SurveyTranscript | null {
  const { column, text } = questions[question] ?? { column: -1, text: '' };
  const talk = new Talk();
  talk.ask(interviewer, text, question);
  const speakers = table.rows.flatMap(({ cells }, i): NamedSpeaker[] => {
    const answer = answerIn(cells[column]);
    const name = names[i] ?? '';
    if (answer === '') return [];
    talk.say(name, 'interviewee', answer);
    return [{ speaker: name, caseName: name, wordCount: countWords(answer) }];
  });
  const [first] = speakers;
  return first ? { title: text, caseName: first.caseName, speakers, ...talk.whole() } : null;
}

/** A text as it grows turn by turn: `Name: words`, a blank line between two. */
class Talk {
  readonly turns: Turn[] = [];
  readonly #parts: string[] = [];
  readonly #asks: { start: number; question: number }[] = [];
  #length = 0;
  #wordCount = 0;

  ask(interviewer: string, text: string, question: number): void {
    this.#asks.push({ start: this.#length, question });
    this.say(interviewer, 'interviewer', canonicalText(text));
  }

  say(speaker: string, role: Role, speech: string): void {
    const label = `${speaker}: `;
    const start = this.#length;
    this.#parts.push(label, speech, '\n\n');
    this.#length += label.length + speech.length + 2;
    this.turns.push({ start, body: start + label.length, end: this.#length, speaker, role });
    if (role === 'interviewee') this.#wordCount += countWords(speech);
  }

  whole(): Pick<SurveyTranscript, 'text' | 'turns' | 'wordCount' | 'asks'> {
    return {
      text: this.#parts.join(''),
      turns: this.turns,
      wordCount: this.#wordCount,
      asks: this.#asks,
    };
  }
}
