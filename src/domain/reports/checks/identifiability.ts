import { identifiersIn } from '../../language/identifiers/identifiers-in.ts';
import type { Identifier, IdentifierKind } from '../../language/identifiers/identifier.ts';
import { isPersonName } from '../../language/identifiers/proper-nouns.ts';
import { casesInOrder } from '../../project/project.ts';
import type { Excerpt } from '../../project/records.ts';
import { overlaps } from '../../text/span.ts';
import type { ReportQuote } from '../report-quote.ts';
import { beginningOf, type CheckedReport, type PrintedAt } from './checked-report.ts';
import { wordsInLowerCase } from './lower-case-words.ts';
import type { Finding } from './report-check.ts';

/** What rarely points at one person by itself. */
const HINTS: ReadonlySet<IdentifierKind> = new Set(['place', 'role', 'url']);

/** Names, employers, places, roles and addresses in quotes, and cases named after people. */
export function identifiabilityFindings(report: CheckedReport): Finding[] {
  const found = report.printed.flatMap((at) =>
    identifiersOf(report, at.quote).map((identifier) => ({ at, identifier })),
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

/** By excerpt: its record changes with its words. */
const known = new WeakMap<Excerpt, readonly Identifier[]>();

/** Of the words that are printed: what an edit leaves out or puts other words for is safe. */
function identifiersOf({ project }: CheckedReport, quote: ReportQuote): readonly Identifier[] {
  const excerpt = project.excerpts.get(quote.excerptId);
  if (!excerpt) return [];
  let found = known.get(excerpt);
  if (!found) known.set(excerpt, (found = identifiersIn(excerpt.quote)));
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
  facts: {
    what: identifier.kind,
    word: identifier.text,
    name: quote.caseName,
    text: beginningOf(quote.quote),
  },
});
