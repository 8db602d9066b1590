import type { ReportType } from './report-types.ts';
import { oneLine, type Fact, type ReportWords } from './report-words.ts';

/** What makes a type beside its excerpts: who belongs to it, what it is known by, who stands for it. */
export function typeFacts(type: ReportType, words: ReportWords): Fact[] {
  const { memberNames, features, exemplar } = type;
  const fact = (term: string, parts: readonly string[]): Fact[] =>
    parts.length === 0 ? [] : [{ term: words(`report.type.${term}`), text: parts.join(', ') }];
  const known = features.map(({ name, note }) => oneLine(note ? `${name} – ${note}` : name));
  const stands = exemplar.caseName ?? exemplar.quote?.tag ?? null;
  return [
    ...fact('members', memberNames.map(oneLine)),
    ...fact('features', known),
    ...fact('exemplar', stands === null ? [] : [oneLine(stands)]),
  ];
}
