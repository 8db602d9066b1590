import { Rejection, type RejectionReason } from '../domain/rejection.ts';

/** Errors lose their class on the way between threads: a refusal travels as its parts. */
export type Failed =
  | {
      readonly rejection: {
        readonly reason: RejectionReason;
        readonly code: string;
        readonly details: Readonly<Record<string, string | number>>;
      };
    }
  | { readonly failure: string };

/** What a thread answers where its work threw. */
export function failedBy(error: unknown): Failed {
  if (!(error instanceof Rejection)) return { failure: String((error as Error).stack ?? error) };
  const { reason, code, details } = error;
  return { rejection: { reason, code, details } };
}

/** The answer, where it is one; else what was thrown in the thread is thrown here. */
export function answerIn<Answer extends object>(answer: Answer | Failed): Answer {
  if ('failure' in answer) throw new Error(answer.failure);
  if (!('rejection' in answer)) return answer;
  const { reason, code, details } = answer.rejection;
  throw new Rejection(reason, code, details);
}
