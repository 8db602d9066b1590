import { typeCounts } from '../analysis/coded-counts.ts';
import { themeTitle } from '../codebook/tree.ts';
import { agreedView } from '../double-coding/agreed-view.ts';
import type { ExcerptId, ThemeId, TypeId } from '../ids.ts';
import { byOrder, casesInOrder, type Project } from '../project/project.ts';
import type { Feature, TypeKind } from '../project/records.ts';
import type { QuotesInOrder } from './quotes-in-order.ts';
import type { ReportQuote } from './report-quote.ts';

export interface ReportType {
  readonly typeId: TypeId;
  readonly name: string;
  readonly kind: TypeKind;
  readonly description: string | null;
  readonly excerptCount: number;
  readonly caseCount: number;
  /** Those whose excerpts carry the type. */
  readonly caseNames: readonly string[];
  readonly quotes: readonly ReportQuote[];
  /** Those who belong to it as a whole. */
  readonly memberNames: readonly string[];
  readonly features: readonly ReportFeature[];
  readonly exemplar: {
    readonly caseName: string | null;
    readonly quote: ReportQuote | null;
  };
}

export interface ReportFeature {
  readonly themeId: ThemeId;
  /** Number and name of the theme. */
  readonly name: string;
  readonly note: string | null;
  readonly evidence: readonly ReportQuote[];
}

/** The types in their order, with whoever and whatever makes them. */
export function reportTypes(project: Project, quotes: QuotesInOrder): ReportType[] {
  const counts = typeCounts(agreedView(project));
  const cases = casesInOrder(project);
  return [...project.types.values()].sort(byOrder).map((type) => {
    const own = quotes.byType.get(type.id) ?? [];
    const present = new Set(own.map(({ caseName }) => caseName));
    return {
      typeId: type.id,
      name: type.name,
      kind: type.kind,
      description: type.description,
      excerptCount: counts.get(type.id)?.excerptCount ?? 0,
      caseCount: counts.get(type.id)?.caseCount ?? 0,
      caseNames: cases.map(({ name }) => name).filter((name) => present.has(name)),
      quotes: own,
      memberNames: cases.filter(({ typeIds }) => typeIds.includes(type.id)).map(({ name }) => name),
      features: type.features.flatMap((feature) => featureOf(project, feature, quotes.byId)),
      exemplar: {
        caseName: (type.exemplarCaseId && project.cases.get(type.exemplarCaseId)?.name) ?? null,
        quote: (type.exemplarExcerptId && quotes.byId.get(type.exemplarExcerptId)) ?? null,
      },
    };
  });
}

function featureOf(
  { themes }: Project,
  { themeId, note, evidenceIds }: Feature,
  byId: ReadonlyMap<ExcerptId, ReportQuote>,
): ReportFeature[] {
  const theme = themes.get(themeId);
  if (!theme) return [];
  const evidence = evidenceIds.map((id) => byId.get(id)).filter((quote) => quote !== undefined);
  return [{ themeId, name: themeTitle(theme), note, evidence }];
}
