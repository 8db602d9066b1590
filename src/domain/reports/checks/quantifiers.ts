import { excerptCountsIn } from '../../language/excerpt-counts.ts';
import { judgeClaim, type QuantifierClaim } from '../../language/quantifier-claim.ts';
import { draftedSentence, quantifiersIn } from '../../language/quantifiers.ts';
import type { Language } from '../../project/records.ts';
import { sentenceAround } from '../../text/sentence-around.ts';
import type { ReportModel, ReportSection } from '../report-model.ts';
import { sectionTitle, type CheckedReport } from './checked-report.ts';
import type { Finding } from './report-check.ts';

/**
 * What sections claim of how many interviewees, beside those whose excerpts carry the theme. A claim
 * of less may be about part of a theme: it is noted only where it names an exact share and not whom,
 * or speaks of the theme as a whole.
 */
export function quantifierFindings({ model }: CheckedReport): Finding[] {
  const names = model.table.columns.map(({ name }) => name);
  return [
    ...totalFindings('introduction', model.introduction, model, names),
    ...totalFindings('method', model.methodText, model, names),
    ...model.sections.flatMap((section) => sectionFindings(section, model, names)),
  ];
}

function sectionFindings(
  section: ReportSection,
  { language }: ReportModel,
  names: readonly string[],
): Finding[] {
  const { text, drafted, caseNames, excerptCount, name } = section;
  const sentence = draftedSentence({
    ...{ language, caseNames, excerptCount, themeName: name, caseCount: names.length },
  });
  const draftAt = drafted ? text.indexOf(drafted) : -1;
  const isOutdated = drafted !== null && draftAt >= 0 && drafted !== sentence;
  const findings = quantifiersIn(text, language)
    .filter(({ start }) => !isOutdated || start < draftAt || start >= draftAt + drafted.length)
    .flatMap((claim) => claimFindings(claim, section, names, language));
  if (!isOutdated) return findings;
  const span = { start: draftAt, end: draftAt + drafted.length };
  const facts = { drafted, sentence, theme: sectionTitle(section) };
  return [
    { kind: 'draft-outdated', level: 'warning', sectionId: section.id, span, facts },
    ...findings,
  ];
}

function claimFindings(
  claim: QuantifierClaim,
  section: ReportSection,
  names: readonly string[],
  language: Language,
): Finding[] {
  const { caseCount, caseNames, id } = section;
  const totalCount = names.length;
  const verdict = judgeClaim(claim, { caseCount, totalCount });
  const place = { sectionId: id, span: { start: claim.start, end: claim.end } };
  const facts = {
    claim: claim.text,
    theme: sectionTitle(section),
    caseCount,
    totalCount,
    names: caseNames.join(', '),
  };
  if (verdict === 'other-total')
    return [{ kind: 'total', level: 'warning', ...place, facts: totalFacts(claim, names) }];
  const others = claim.names.filter((name) => names.includes(name) && !caseNames.includes(name));
  if (others.length > 0)
    return [
      { kind: 'names', level: 'warning', ...place, facts: { ...facts, others: others.join(', ') } },
    ];
  if (verdict === 'more') return [{ kind: 'quantifier', level: 'warning', ...place, facts }];
  const isClear = claim.exact && !isSpelledOut(claim);
  if (verdict === 'less' && (isClear || isOfTheTheme(claim, section, language)))
    return [{ kind: 'quantifier-low', level: 'note', ...place, facts }];
  return [];
}

/** What says a thing of the theme as a whole, not of something in it. */
const OF_THE_THEME: Readonly<Record<Language, RegExp>> = {
  fi: /(?<!\p{L})teema(?:sta|an|ssa)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:of|about|on|to) (?:the|this) theme(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:om|till|i) (?:(?:det här|detta) )?temat?(?!\p{L})/iu,
};

/** A number of interviewees in a sentence on the theme itself: then it is not of a part of it. */
function isOfTheTheme(
  { amount, start, end }: QuantifierClaim,
  { text, name }: ReportSection,
  language: Language,
): boolean {
  if (amount.of !== 'count' || amount.interval.max === Infinity) return false;
  const sentence = sentenceAround(text, { start, end });
  const [, named = name] = /[“”„"«»]([^“”„"«»\n]+)[“”"«»]/u.exec(sentence) ?? [];
  if (named !== name) return false;
  return (
    OF_THE_THEME[language].test(sentence) ||
    excerptCountsIn(sentence, language).some(({ isWhole }) => isWhole)
  );
}

/** "Three of seven (H2, H3, H4)": whoever reads it sees whom it counts. */
const isSpelledOut = ({ amount, names }: QuantifierClaim): boolean =>
  amount.of === 'count' && names.length > 0 && names.length === amount.interval.min;

/** Outside the sections only the number of all can be known. */
function totalFindings(
  sectionId: string,
  text: string,
  { language }: ReportModel,
  names: readonly string[],
): Finding[] {
  return quantifiersIn(text, language)
    .filter(({ total }) => total !== null && total !== names.length)
    .map((claim) => ({
      ...{ kind: 'total', level: 'warning', sectionId },
      span: { start: claim.start, end: claim.end },
      facts: totalFacts(claim, names),
    }));
}

const totalFacts = (claim: QuantifierClaim, names: readonly string[]) => ({
  claim: claim.text,
  total: claim.total ?? 0,
  totalCount: names.length,
});
