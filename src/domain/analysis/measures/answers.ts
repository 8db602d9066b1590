/** One person's answer as it was given or read from a file; null and blank text are missing. */
export type Answer = number | string | null | undefined;

/** A rating scale of whole numbers, both ends included. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

export interface InvalidAnswer {
  readonly index: number;
  readonly answer: number | string;
}

export interface ReadAnswers {
  /** By answer: its rating, or null where it is missing or invalid. */
  readonly ratings: readonly (number | null)[];
  /** The ratings that count, in order. */
  readonly valid: readonly number[];
  readonly missingCount: number;
  /** Answers that are no whole number of the scale: told, and never moved onto it. */
  readonly invalid: readonly InvalidAnswer[];
}

/** Sorts answers into what counts, what is missing and what is no answer on the scale. */
export function readAnswers(answers: readonly Answer[], scale: Scale): ReadAnswers {
  const invalid: InvalidAnswer[] = [];
  let missingCount = 0;
  const ratings = answers.map((answer, index) => {
    if (isMissing(answer)) missingCount++;
    else {
      const rating = ratingOf(answer);
      if (Number.isInteger(rating) && rating >= scale.min && rating <= scale.max) return rating;
      invalid.push({ index, answer });
    }
    return null;
  });
  return { ratings, valid: ratings.filter((rating) => rating !== null), missingCount, invalid };
}

const isMissing = (answer: Answer): answer is null | undefined | '' =>
  answer === null ||
  answer === undefined ||
  (typeof answer === 'string' ? answer.trim() === '' : Number.isNaN(answer));

const ratingOf = (answer: number | string): number =>
  typeof answer === 'number' ? answer : /^\s*\d+\s*$/.test(answer) ? Number(answer) : NaN;
