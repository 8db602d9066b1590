import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommentId, ExcerptId, ReviewId, ThemeId } from '../../../src/domain/ids.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import { VERDICTS, type Verdict } from '../../../src/domain/project/review-records.ts';
import type { ReviewAnswer, ReviewAnswers } from '../../../src/domain/reviews/bundle.ts';
import { judgedOf } from '../../../src/domain/reviews/judged.ts';
import { planAnswers, type AnswersPlan } from '../../../src/domain/reviews/plan-answers.ts';
import { buildProject, type BuiltProject } from '../../support/build-project.ts';

const REVIEWER = 'Siiri';
const QUOTES = ['one two', 'four five', 'seven'];
/** Times of a morning, before the clock of `buildProject`. */
const at = (minute: number): string => `2026-01-02T01:${String(minute).padStart(2, '0')}:00.000Z`;

/** A verdict somebody has given in the app, with what was said below it. */
interface Given {
  readonly excerpt: number;
  readonly reviewer: string;
  readonly verdict: Verdict;
  readonly minute: number;
  readonly comments: readonly string[];
}

/** An answer of the file, by places: `excerpt` 3 is gone, so is `thread` −1; null is the reviewer's own. */
interface Answered {
  readonly excerpt: number;
  readonly verdict: Verdict | null;
  readonly minute: number;
  readonly earlier: readonly number[];
  readonly changed: boolean;
  readonly takenId: boolean;
  readonly comments: readonly {
    readonly thread: number | null;
    readonly text: string;
    readonly takenId: boolean;
  }[];
}

const verdicts = fc.constantFrom(...VERDICTS);
const minutes = fc.integer({ min: 0, max: 59 });
const texts = fc.constantFrom('Why?', 'I see.', 'Is this trust?');
const givens = fc.uniqueArray(
  fc.record<Given>({
    excerpt: fc.nat(2),
    reviewer: fc.constantFrom(REVIEWER, 'Timo'),
    verdict: verdicts,
    minute: minutes,
    comments: fc.array(texts, { maxLength: 2 }),
  }),
  { maxLength: 5, selector: ({ excerpt, reviewer }) => `${excerpt} ${reviewer}` },
);
const answered = fc.uniqueArray(
  fc.record<Answered>({
    excerpt: fc.nat(3),
    verdict: fc.option(verdicts),
    minute: minutes,
    earlier: fc.array(minutes, { maxLength: 2 }),
    changed: fc.boolean(),
    takenId: fc.boolean(),
    comments: fc.array(
      fc.record({
        thread: fc.option(fc.integer({ min: -1, max: 4 })),
        text: texts,
        takenId: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 4, selector: ({ excerpt }) => excerpt },
);
const cases = fc.record({ givens, answered, made: minutes, chosen: fc.subarray([0, 1, 2]) });

interface Tried {
  readonly built: BuiltProject;
  readonly file: ReviewAnswers;
  readonly fromFile: ReadonlySet<string>;
}

function tried(one: typeof cases extends fc.Arbitrary<infer T> ? T : never): Tried {
  const built = buildProject({
    texts: [{ title: 'H1', text: 'H1: one two three four five six seven eight' }],
    codings: QUOTES.map((quote) => ({ transcript: 'H1', quote, themes: ['Trust', 'Ease'] })),
  });
  for (const { excerpt, reviewer, verdict, minute, comments } of one.givens) {
    const excerptId = built.excerptIds[excerpt]!;
    const id = `given-${excerpt}-${reviewer}` as ReviewId;
    built.run({
      kind: 'take-in-reviews',
      verdicts: [{ kind: 'give-verdict', id, excerptId, reviewer, verdict, at: at(minute) }],
      comments: comments.map((text) => ({ reviewId: id, author: reviewer, text })),
    });
  }
  return {
    built,
    file: fileOf(built, one.answered, one.made),
    fromFile: new Set(one.chosen.map((place) => built.excerptIds[place]!)),
  };
}

function fileOf(
  { project, excerptIds }: BuiltProject,
  all: readonly Answered[],
  made: number,
): ReviewAnswers {
  const threads = [...project.reviews.keys()];
  const said = [...project.comments.keys()];
  const answers = all.map((one, i): ReviewAnswer => {
    const excerptId = excerptIds[one.excerpt] ?? ('gone' as ExcerptId);
    const excerpt = project.excerpts.get(excerptId);
    const now = excerpt ? judgedOf(excerpt) : { quote: 'gone', themeIds: [], typeIds: [] };
    return {
      ...{ excerptId, verdict: one.verdict, at: at(one.minute), earlier: one.earlier.map(at) },
      id: (one.takenId ? threads[i] : undefined) ?? (`answer-${i}` as ReviewId),
      judged: one.changed
        ? { ...now, themeIds: ['other' as ThemeId, ...now.themeIds] }
        : { ...now, themeIds: [...now.themeIds].reverse() },
      comments: one.comments.map(({ thread, text, takenId }, j) => ({
        id: (takenId && i + j < said.length ? said[i + j] : undefined) ?? commentId(i, j),
        reviewId: thread === null ? null : (threads[thread] ?? ('gone' as ReviewId)),
        ...{ text, at: at(one.minute) },
      })),
    };
  });
  return {
    ...{ kind: 'teema-review-answers', version: 1, bundle: 'bundle', revision: 1 },
    ...{ project: project.id, madeAt: at(made), reviewer: REVIEWER, answers: unlike(answers) },
  };
}

const commentId = (i: number, j: number): CommentId => `comment-${i}-${j}` as CommentId;

/** No id twice in a file, as it is checked when it is read. */
function unlike(answers: readonly ReviewAnswer[]): ReviewAnswer[] {
  const seen = new Set<string>();
  return answers.map((answer, i) => ({
    ...answer,
    id: fresh(answer.id, `answer-${i}` as ReviewId, seen),
    comments: answer.comments.map((one, j) => ({
      ...one,
      id: fresh(one.id, commentId(i, j), seen),
    })),
  }));
}

function fresh<Id extends string>(id: Id, otherwise: Id, seen: Set<string>): Id {
  const chosen = seen.has(id) ? otherwise : id;
  seen.add(chosen);
  return chosen;
}

const take = ({ run }: BuiltProject, { verdicts: given, comments }: AnswersPlan): void =>
  run({ kind: 'take-in-reviews', verdicts: given, comments });

const kept = ({ reviews, comments }: Project): object => ({
  reviews: [...reviews.values()],
  comments: [...comments.values()],
});

const RUNS = { numRuns: 150 };
const law = (check: (tried: Tried) => void): void => {
  fc.assert(
    fc.property(cases, (one) => check(tried(one))),
    RUNS,
  );
};

describe('answers to a review file, whatever was said meanwhile,', () => {
  it('bring nothing a second time', () => {
    law(({ built, file, fromFile }) => {
      take(built, planAnswers(built.project, file, fromFile));
      const before = structuredClone(kept(built.project));
      const again = planAnswers(built.project, file, fromFile);
      take(built, again);
      expect(kept(built.project)).toEqual(before);
      expect([again.verdicts, again.comments]).toEqual([[], []]);
    });
  });

  it('are each in the project afterwards, or listed', () => {
    law(({ built, file, fromFile }) => {
      const plan = planAnswers(built.project, file, fromFile);
      expect(plan.answers.map(({ answer }) => answer.excerptId)).toEqual(
        file.answers.map(({ excerptId }) => excerptId),
      );
      take(built, plan);
      const own = [...built.project.reviews.values()].filter(
        ({ reviewer }) => reviewer === REVIEWER,
      );
      for (const { answer, fate, lost } of plan.answers) {
        const { excerptId, verdict, comments } = answer;
        const stands = own.some((one) => one.excerptId === excerptId && one.verdict === verdict);
        const isListed = fate === 'gone' || (fate === 'conflict' && !fromFile.has(excerptId));
        expect(verdict === null || stands || isListed).toBe(true);
        for (const comment of comments) {
          const known = built.project.comments.get(comment.id);
          const isIn = known?.text === comment.text && known.author === REVIEWER;
          expect(isIn || lost.includes(comment)).toBe(true);
        }
      }
    });
  });

  it('leave a conflict as it stands until the file is chosen', () => {
    law(({ built, file }) => {
      const plan = planAnswers(built.project, file);
      const before = new Map(built.project.reviews);
      take(built, plan);
      for (const { fate, known } of plan.answers)
        if (fate === 'conflict') {
          expect(built.project.reviews.get(known!.id)).toEqual(before.get(known!.id));
          expect(known!.reviewer).toBe(REVIEWER);
        }
    });
  });

  it('leave what others have said alone, and planning changes nothing', () => {
    law(({ built, file, fromFile }) => {
      const others = (): object[] => [
        ...[...built.project.reviews.values()].filter(({ reviewer }) => reviewer !== REVIEWER),
        ...[...built.project.comments.values()].filter(({ author }) => author !== REVIEWER),
      ];
      const [before, all] = [others(), structuredClone(kept(built.project))];
      const plan = planAnswers(built.project, file, fromFile);
      expect(kept(built.project)).toEqual(all);
      take(built, plan);
      expect(others()).toEqual(before);
    });
  });
});
