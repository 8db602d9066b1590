import { interviewTable } from '../../cases/interview-table.ts';
import { caseOf } from '../../cases/case-of.ts';
import { sum } from '../../analysis/sum.ts';
import type { CaseId } from '../../ids.ts';
import { casesInOrder, type Project } from '../../project/project.ts';
import type { CheckedReport } from './checked-report.ts';
import type { Finding } from './report-check.ts';

/** How much of an interviewee is heard, beside how much they said. */
export interface CaseVoice {
  readonly caseId: CaseId;
  readonly name: string;
  /** Printed quotes, each once. */
  readonly quoteCount: number;
  /** Pages as typed, or words where nobody counted pages. */
  readonly size: number;
  /** Quotes that would fall to the case by size. */
  readonly expected: number;
}

export interface QuoteSpread {
  readonly unit: 'pages' | 'words';
  readonly voices: readonly CaseVoice[];
}

/** From half to double of what falls to one by size is nothing to speak of; nor are a few quotes. */
const UNEVEN = 2;
const LEAST_DIFFERENCE = 3;

export function quoteSpread({ project, printed }: CheckedReport): QuoteSpread {
  const { unit, sizes } = sizesOf(project);
  const counts = new Map<CaseId, number>();
  for (const { quote } of printed) {
    const excerpt = project.excerpts.get(quote.excerptId);
    const caseId = excerpt && caseOf(project, excerpt);
    if (caseId) counts.set(caseId, (counts.get(caseId) ?? 0) + 1);
  }
  const total = sum([...sizes.values()]);
  return {
    unit,
    voices: casesInOrder(project).map(({ id, name }) => ({
      ...{ caseId: id, name, quoteCount: counts.get(id) ?? 0, size: sizes.get(id) ?? 0 },
      expected: total === 0 ? 0 : (printed.length * (sizes.get(id) ?? 0)) / total,
    })),
  };
}

/** By pages where they were counted of every interview; in a group, each has their share of words. */
function sizesOf(project: Project): { unit: QuoteSpread['unit']; sizes: Map<CaseId, number> } {
  const { rows } = interviewTable(project);
  const byPages = rows.length > 0 && rows.every(({ pagesCounted }) => !pagesCounted);
  const sizes = new Map<CaseId, number>();
  for (const { cases, pages, words } of rows)
    for (const one of cases) {
      const size = byPages && words > 0 ? ((pages ?? 0) * one.words) / words : one.words;
      sizes.set(one.id, (sizes.get(one.id) ?? 0) + size);
    }
  return { unit: byPages ? 'pages' : 'words', sizes };
}

export function quoteSpreadFindings(report: CheckedReport): Finding[] {
  const { unit, voices } = quoteSpread(report);
  if (voices.length < 2 || report.printed.length === 0) return [];
  return voices.flatMap(({ caseId, name, quoteCount, size, expected }): Finding[] => {
    const facts = {
      name,
      quoteCount,
      size: Math.round(size),
      unit,
      expected: Math.round(expected),
    };
    const about = { about: caseId, level: 'note' as const, facts };
    if (size === 0) return [];
    if (quoteCount === 0) return [{ kind: 'never-quoted', ...about }];
    if (Math.abs(quoteCount - expected) < LEAST_DIFFERENCE) return [];
    if (quoteCount * UNEVEN < expected) return [{ kind: 'under-quoted', ...about }];
    if (quoteCount > expected * UNEVEN) return [{ kind: 'over-quoted', ...about }];
    return [];
  });
}
