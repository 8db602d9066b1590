import { isOlder } from '../../reviews/judged.ts';
import type { Review } from '../../project/review-records.ts';
import { beginningOf, type CheckedReport } from './checked-report.ts';
import type { Finding } from './report-check.ts';

/**
 * Quotes whose words changed after they were coded, whose edits no longer fit, or that are disputed; of
 * those that somebody has a question on, a note.
 */
export function alteredQuoteFindings({ project, printed }: CheckedReport): Finding[] {
  const doubts = openDoubts(project.reviews.values());
  return printed.flatMap(({ quote, sectionId }): Finding[] => {
    const { excerptId, status, lostEdits } = quote;
    if (status === 'anchored' && lostEdits.length === 0 && !doubts.has(excerptId)) return [];
    const place = { sectionId, excerptId };
    const facts = { name: quote.caseName, text: beginningOf(quote.quote) };
    const findings: Finding[] = [];
    if (status === 'altered') findings.push({ kind: 'altered', level: 'warning', ...place, facts });
    if (status === 'lost') findings.push({ kind: 'lost', level: 'warning', ...place, facts });
    if (lostEdits.length > 0) {
      const words = lostEdits.map((edit) => edit.words).join(' · ');
      findings.push({ kind: 'edits-lost', level: 'warning', ...place, facts: { ...facts, words } });
    }
    const excerpt = project.excerpts.get(excerptId);
    for (const review of doubts.get(excerptId) ?? [])
      if (excerpt && !isOlder(review, excerpt)) {
        const { id: about, reviewer } = review;
        findings.push({
          ...(review.verdict === 'dispute'
            ? { kind: 'disputed', level: 'warning' }
            : { kind: 'questioned', level: 'note' }),
          about,
          ...place,
          facts: { ...facts, reviewer },
        });
      }
    return findings;
  });
}

function openDoubts(reviews: Iterable<Review>): Map<string, Review[]> {
  const found = new Map<string, Review[]>();
  for (const review of reviews)
    if (review.verdict !== 'accept' && review.resolvedAt === null)
      found.set(review.excerptId, [...(found.get(review.excerptId) ?? []), review]);
  return found;
}
