import { Rejection } from '../rejection.ts';
import type { Guide } from '../project/records.ts';
import type { GuideDraft, PartDraft } from './keep-ids.ts';
import { questionsOf } from './questions.ts';

/** The number after the greatest whole one. */
const nextNumber = (guide: Guide): string =>
  String(
    1 + Math.max(0, ...questionsOf(guide).map(({ number }) => Number.parseInt(number, 10) || 0)),
  );

/** @throws Rejection `part-not-found` */
export function withQuestion(
  guide: Guide,
  { partId, number, text }: { partId: string; number?: string | undefined; text: string },
): GuideDraft {
  if (!guide.parts.some(({ id }) => id === partId))
    throw new Rejection('not-found', 'part-not-found', { id: partId });
  const added = { number: number ?? nextNumber(guide), text };
  return {
    parts: guide.parts.map((part) =>
      part.id === partId ? { ...part, questions: [...part.questions, added] } : part,
    ),
  };
}

export const withPart = (guide: Guide, part: PartDraft): GuideDraft => ({
  parts: [...guide.parts, part],
});

interface Changes {
  readonly name?: string | undefined;
  readonly number?: string | undefined;
  readonly text?: string | undefined;
}

/**
 * The guide with a part or a question changed; null takes it out, a part with its questions.
 *
 * @throws Rejection `question-not-found` where the id is neither's
 */
export function withChanged(guide: Guide, id: string, changes: Changes | null): GuideDraft {
  const { name, number, text } = changes ?? {};
  const isThere = guide.parts.some(
    (part) => part.id === id || part.questions.some((one) => one.id === id),
  );
  if (!isThere) throw new Rejection('not-found', 'question-not-found', { id });
  const kept = <T extends { id: string }>(list: readonly T[]): readonly T[] =>
    changes ? list : list.filter((one) => one.id !== id);
  return {
    parts: kept(guide.parts).map((part) => ({
      ...part,
      name: part.id === id ? (name ?? part.name) : part.name,
      questions: kept(part.questions).map((one) =>
        one.id === id ? { ...one, number: number ?? one.number, text: text ?? one.text } : one,
      ),
    })),
  };
}
