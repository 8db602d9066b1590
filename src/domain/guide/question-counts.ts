import { agreedView } from '../double-coding/agreed-view.ts';
import type { GuideQuestionId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import { questionOf } from './question-of.ts';
import { questionsOf } from './questions.ts';

export interface QuestionCount {
  /** Transcripts in which it is asked. */
  readonly askedCount: number;
  readonly excerptCount: number;
}

/** How often each question of the guide was asked and answered, those never asked too. */
export function questionCounts(project: Project): Map<GuideQuestionId, QuestionCount> {
  const excerpts = new Map<GuideQuestionId, number>();
  for (const excerpt of agreedView(project).excerpts.values()) {
    const id = questionOf(project, excerpt)?.id;
    if (id) excerpts.set(id, (excerpts.get(id) ?? 0) + 1);
  }
  const transcripts = [...project.transcripts.values()];
  return new Map(
    questionsOf(project.guide).map(({ id }) => [
      id,
      {
        askedCount: transcripts.filter(({ asked }) => asked.some((one) => one.questionId === id))
          .length,
        excerptCount: excerpts.get(id) ?? 0,
      },
    ]),
  );
}
