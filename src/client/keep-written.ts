import { fillIn, isTouched } from './form-fields.ts';

/**
 * Remembers what was written and chosen in plain forms of a part of the page that is about to be
 * drawn anew; the returned function puts it into the same forms of the new part. Those marked
 * `data-live` see to it themselves.
 */
export function keepWritten(old: HTMLElement): (fresh: HTMLElement) => void {
  const written = plainForms(old).filter((form) => [...form.elements].some(isTouched));
  return (fresh) => {
    for (const form of written) {
      const now = plainForms(fresh).find((one) => isSame(one, form));
      if (now) fillIn(now, form);
    }
  };
}

const plainForms = (part: HTMLElement): HTMLFormElement[] => [
  ...part.querySelectorAll<HTMLFormElement>('form:not([data-live])'),
];

const isSame = (one: HTMLFormElement, other: HTMLFormElement): boolean =>
  one.id === other.id && one.action === other.action && one.method === other.method;
