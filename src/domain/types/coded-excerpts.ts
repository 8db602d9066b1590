import { caseIn } from '../cases/case-of.ts';
import { agreedView } from '../double-coding/agreed-view.ts';
import type { CaseId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Excerpt, Transcript } from '../project/records.ts';
import { excerptsInOrder, interviewsInOrder } from '../reports/interview-order.ts';

/** An excerpt with where it stands and whose words it is. */
export interface CodedExcerpt {
  readonly excerpt: Excerpt;
  readonly transcript: Transcript;
  readonly caseId: CaseId;
}

/** Every excerpt in interview order: case by case, transcript by transcript, by place. */
export const codedExcerpts = (project: Project): CodedExcerpt[] =>
  interviewsInOrder(project).flatMap((transcript) =>
    excerptsInOrder(agreedView(project), transcript).map((excerpt) => ({
      excerpt,
      transcript,
      caseId: caseIn(transcript, excerpt),
    })),
  );
