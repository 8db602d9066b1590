import { finnishForms } from '../../language/finnish-forms.ts';
import { stem } from '../../language/stem.ts';
import type { Vocabulary } from './vocabulary.ts';

export type IsForm = (form: string) => boolean;

/** A word with so many forms in a project is a dictionary form: nobody has to guess what it comes from. */
const ENOUGH = 3;

/**
 * Which forms are forms of a word, given in any form. In Finnish by its paradigm; where that has hardly
 * any of the project's forms, by the paradigms of the forms it may come from and by the stem too.
 * Missing a place is worse than showing one too many: whoever looks sees the forms and can leave one out.
 */
export function formsOf(word: string, vocabulary: Vocabulary): IsForm {
  const { language, forms } = vocabulary;
  const own = stem(word, language);
  const hasStem: IsForm = (form) => stem(form, language) === own;
  if (language !== 'fi' || word.length < SHORTEST) return hasStem;
  const paradigm = finnishForms(word);
  const isOwn: IsForm = (form) => paradigm.test(form);
  const near = forms.filter((form) => form.startsWith(word.slice(0, SHORTEST - 1)));
  if (near.filter(isOwn).length >= ENOUGH) return isOwn;
  const others = near
    .filter((form) => form.length >= SHORTEST && form !== word)
    .map(finnishForms)
    .filter((other) => other.test(word));
  return (form) => isOwn(form) || hasStem(form) || others.some((other) => other.test(form));
}

/** Shorter words have too little of a stem: "se", "ja". */
const SHORTEST = 3;

/**
 * Forms that begin as a word does and are none of its forms: what somebody may have meant too, or what
 * was missed.
 */
export const formsAlike = (word: string, isForm: IsForm, { forms }: Vocabulary): string[] => {
  const beginning = word.slice(0, Math.max(LEAST_ALIKE, word.length - 2));
  if (beginning.length < LEAST_ALIKE) return [];
  return forms.filter((form) => form.startsWith(beginning) && !isForm(form));
};

const LEAST_ALIKE = 4;
