import { writesNounsLarge } from '../../language/identifiers/capital-nouns.ts';
import { identifiersIn } from '../../language/identifiers/identifiers-in.ts';
import type { Identifier, IdentifierKind } from '../../language/identifiers/identifier.ts';
import { isPersonName } from '../../language/identifiers/proper-nouns.ts';
import { casesInOrder } from '../../project/project.ts';
import type { Excerpt, Transcript } from '../../project/records.ts';
import { overlaps } from '../../text/span.ts';
import type { ReportQuote } from '../report-quote.ts';
import { beginningOf, type CheckedReport, type PrintedAt } from './checked-report.ts';
import { wordsInLowerCase } from './lower-case-words.ts';
import type { CheckFacts, Finding } from './report-check.ts';

/** What rarely points at one person by itself. */
const HINTS: ReadonlySet<IdentifierKind> = new Set(['place', 'role', 'url']);

/** Names, employers, places, roles and addresses in quotes, and cases named after people. */
export function identifiabilityFindings(report: CheckedReport): Finding[] {
  const found = report.printed.flatMap((at) =>
    identifiersPrinted(report, at.quote)
      .filter(({ kind }) => kind !== 'proper-noun' || !hasLargeNouns(report, at.quote))
      .map((identifier) => ({ at, identifier })),
  );
  const ordinary = wordsInLowerCase(
    report,
    new Set(found.flatMap(({ identifier }) => identifier.unlessOrdinary)),
  );
  return [
    ...found
      .filter(({ identifier }) => !isOrdinary(identifier, ordinary))
      .map(({ at, identifier }) => quoteFinding(at, identifier)),
    ...casesInOrder(report.project)
      .filter(({ name }) => isPersonName(name))
      .map(({ id, name }): Finding => ({
        ...{ kind: 'named-case', level: 'warning', about: id, facts: { name } },
      })),
  ];
}

/** By transcript: a record changes with its text. */
const largeNouns = new WeakMap<Transcript, boolean>();

/** Where every noun has a capital, a capital tells of no name: only known names do. */
function hasLargeNouns({ project, textOf }: CheckedReport, { transcriptId }: ReportQuote): boolean {
  const transcript = project.transcripts.get(transcriptId);
  if (!transcript) return false;
  let isLarge = largeNouns.get(transcript);
  if (isLarge === undefined)
    largeNouns.set(transcript, (isLarge = writesNounsLarge(textOf(transcriptId))));
  return isLarge;
}

/** By excerpt: its record changes with its words. */
const known = new WeakMap<Excerpt, readonly Identifier[]>();

/**
 * What may identify in the words of an excerpt; kept with it. Whoever has many to look at asks for
 * them one by one, so that others get a turn, before the checks ask for all.
 */
export function identifiersOf(excerpt: Excerpt): readonly Identifier[] {
  let found = known.get(excerpt);
  if (!found) known.set(excerpt, (found = identifiersIn(excerpt.quote)));
  return found;
}

/** Of the words that are printed: what an edit leaves out or puts other words for is safe. */
function identifiersPrinted({ project }: CheckedReport, quote: ReportQuote): readonly Identifier[] {
  const excerpt = project.excerpts.get(quote.excerptId);
  if (!excerpt) return [];
  const found = identifiersOf(excerpt);
  if (found.length === 0 || quote.edits.length === 0) return found;
  const hidden = quote.edits.filter(({ start, end }) => start < end);
  return found.filter((identifier) => !hidden.some((edit) => overlaps(edit, identifier)));
}

/** A name of several words is a word only where all of them are. */
const isOrdinary = ({ unlessOrdinary }: Identifier, ordinary: ReadonlySet<string>): boolean =>
  unlessOrdinary.length > 0 && unlessOrdinary.every((word) => ordinary.has(word));

const quoteFinding = ({ quote, sectionId }: PrintedAt, identifier: Identifier): Finding => ({
  kind: 'identifiable',
  level: HINTS.has(identifier.kind) ? 'note' : 'warning',
  ...{ sectionId, excerptId: quote.excerptId },
  span: { start: identifier.start, end: identifier.end },
  facts: factsOf(quote, identifier),
});

/** By identifier, and so by excerpt: the same facts again, whose key is known, while the name is the same. */
const knownFacts = new WeakMap<Identifier, CheckFacts>();

function factsOf({ caseName, quote }: ReportQuote, identifier: Identifier): CheckFacts {
  let facts = knownFacts.get(identifier);
  if (facts?.['name'] !== caseName) {
    const { kind, text } = identifier;
    facts = { what: kind, word: text, name: caseName, text: beginningOf(quote) };
    knownFacts.set(identifier, facts);
  }
  return facts;
}
