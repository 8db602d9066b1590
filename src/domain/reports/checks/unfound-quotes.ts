import type { TextOf } from '../../analysis/text-of.ts';
import { questionsOf } from '../../guide/questions.ts';
import { QUOTED_SPEECH } from '../../language/quoted-speech.ts';
import type { Project } from '../../project/project.ts';
import type { Transcript } from '../../project/records.ts';
import { sentenceAround } from '../../text/sentence-around.ts';
import type { Span } from '../../text/span.ts';
import { countWords } from '../../text/words.ts';
import { beginningOf, ownTexts, type CheckedReport } from './checked-report.ts';
import type { Finding } from './report-check.ts';

/** Fewer words between quotation marks are no quote: a term, or a word that is not meant so. */
const LEAST_WORDS = 3;

/**
 * Words that the text gives as said, and that no transcript has. Words left out and clarifications in
 * brackets may stand in them; a name of the project's own is no quote, nor is what has a year beside
 * it, which is from a publication.
 */
export function unfoundQuoteFindings(report: CheckedReport): Finding[] {
  const { project, model } = report;
  const isNamed = namesOf(project);
  return ownTexts(model).flatMap(({ sectionId, text }) =>
    quotesIn(text)
      .map((quote) => ({ ...quote, pieces: piecesOf(quote.words, model.style.omission) }))
      .filter(({ words, pieces }) => countWords(pieces.join(' ')) >= LEAST_WORDS && !isNamed(words))
      .filter(({ span }) => !YEAR.test(sentenceAround(text, span, CITATION)))
      .filter(({ pieces }) => !isSaid(pieces, report))
      .map(({ words, span }): Finding => {
        const level = isInterviewees(sentenceAround(text, span, CITATION)) ? 'warning' : 'note';
        return {
          kind: 'quote-unfound',
          level,
          sectionId,
          span,
          facts: { text: beginningOf(words) },
        };
      }),
  );
}

/** Characters behind a quote in which a reference to a publication stands. */
const CITATION = 60;
const YEAR = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u;
/** "H4", or a word for somebody who was interviewed. */
const isInterviewees = (sentence: string): boolean =>
  /(?<!\p{L})\p{L}{1,3}\d{1,3}(?!\p{L})|haastatel|vastaaj|informant|osallistuj|interviewee|respondent|participant|intervjuperson|deltagar/iu.test(
    sentence,
  );

interface Quoted {
  readonly words: string;
  readonly span: Span;
}

/** Between quotation marks, and in block quotes. */
function quotesIn(text: string): Quoted[] {
  const spanOf = ({ index, 0: all }: RegExpExecArray): Span => ({
    start: index,
    end: index + all.length,
  });
  const blocks = [...text.matchAll(/^[ \t]*>[^\n]*(?:\n[ \t]*>[^\n]*)*/gm)].map((match) => ({
    words: match[0].replace(/^[ \t]*>/gm, ' '),
    span: spanOf(match),
  }));
  const isInBlock = ({ start }: Span): boolean =>
    blocks.some(({ span }) => start >= span.start && start < span.end);
  const marked = [...text.matchAll(QUOTED_SPEECH)]
    .map((match) => ({ words: match[1] ?? '', span: spanOf(match) }))
    .filter(({ span }) => !isInBlock(span));
  return [...blocks, ...marked];
}

/** Signs for words left out in any style, and brackets with what was put in, or whose words they are. */
const BREAK = /\{\{[^}]*\}\}|\[+[^\]]*\]+|\([^)]*\)|(?:[–—-]\s?){2,}|…|\.{3,}/gu;

/** The stretches of a quote that were said in one go, as they are compared. */
const piecesOf = (quote: string, omission: string): string[] =>
  quote
    .replaceAll(omission, '\n')
    .replace(BREAK, '\n')
    .split('\n')
    .map(plain)
    .filter((piece) => piece !== '');

/** Words alone, in lower case. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** By transcript: a record changes with its text. */
const spoken = new WeakMap<Transcript, string>();

function spokenIn(transcript: Transcript, textOf: TextOf): string {
  let words = spoken.get(transcript);
  if (words === undefined) spoken.set(transcript, (words = ` ${plain(textOf(transcript.id))} `));
  return words;
}

/** Whether some transcript has all pieces, wherever in it. */
function isSaid(pieces: readonly string[], { project, textOf }: CheckedReport): boolean {
  for (const transcript of project.transcripts.values()) {
    const words = spokenIn(transcript, textOf);
    if (pieces.every((piece) => words.includes(` ${piece} `))) return true;
  }
  return false;
}

/** Whether quotation marks are about the name of something in the project. */
function namesOf({ settings, themes, types, concepts, frameworks, guide, sources }: Project) {
  const names = [
    ...[...themes.values(), ...types.values(), ...concepts.values(), ...frameworks.values()].map(
      ({ name }) => name,
    ),
    ...[...sources.values()].map(({ title }) => title),
    ...questionsOf(guide).map(({ text }) => text),
    ...guide.parts.map(({ name }) => name),
    ...settings.researchQuestions,
    settings.name,
  ];
  const known = new Set(names.map(plain));
  return (words: string): boolean => known.has(plain(words));
}
