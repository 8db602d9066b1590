import { excerptOf } from '../tidy-text.ts';
import type { Loss } from '../../domain/codebook/codebook-file.ts';

/** More names than these belong to no codebook; they are told as one. */
const MOST_NAMES = 30;

/** Counts what of an XML file nothing is read from. */
export class UnreadXml {
  readonly #elements = new Map<string, number>();
  #text: string | null = null;

  element(name: string): void {
    const isTold = this.#elements.has(name) || this.#elements.size < MOST_NAMES;
    const told = isTold ? name : '…';
    this.#elements.set(told, (this.#elements.get(told) ?? 0) + 1);
  }

  text(text: string): void {
    if (this.#text === null && text.trim() !== '') this.#text = text;
  }

  losses(): Loss[] {
    const elements = [...this.#elements].map(([element, count]): Loss => {
      return {
        row: null,
        code: 'qdc-element-unread',
        details: { element: excerptOf(element), count },
      };
    });
    if (this.#text === null) return elements;
    const details = { text: excerptOf(this.#text) };
    return [...elements, { row: null, code: 'qdc-text-unread', details }];
  }
}
