import { questionFinder } from '../../guide/question-of.ts';
import { questionsOf } from '../../guide/questions.ts';
import type { Project } from '../../project/project.ts';
import { flat, NOWHERE, type DividingAxis } from './axis-item.ts';

/** The guide's questions in its order, then numbers that were coded and are not in it, "2" before "10". */
export function questionAxis(project: Project): DividingAxis {
  const inGuide = questionsOf(project.guide);
  const questionOf = questionFinder(project);
  const others = new Set<string>();
  for (const excerpt of project.excerpts.values())
    if (excerpt.question && !questionOf(excerpt)) others.add(excerpt.question);
  const byNumber = new Intl.Collator('en', { numeric: true });
  const items = [
    ...inGuide.map(({ number, text }) => ({ ...flat(number, text), label: number })),
    ...[...others].sort(byNumber.compare).map((question) => flat(question, question)),
  ];
  const index = new Map(items.map(({ id }, i) => [id, [i]]));
  return {
    items,
    placesOf: (passage) =>
      index.get(questionOf(passage)?.number ?? passage.question ?? '') ?? NOWHERE,
    divides: 'answers',
  };
}

/** The themes of the guide: what was asked together. */
export function partAxis(project: Project): DividingAxis {
  const { parts } = project.guide;
  const questionOf = questionFinder(project);
  const index = new Map(
    parts.flatMap(({ questions }, i) => questions.map(({ id }) => [id, [i]] as const)),
  );
  return {
    items: parts.map(({ id, name }) => flat(id, name)),
    placesOf: (passage) => {
      const question = questionOf(passage);
      return (question && index.get(question.id)) ?? NOWHERE;
    },
    divides: 'answers',
  };
}
