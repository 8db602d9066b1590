import { element, mark, paragraph, run, type Xml } from './docx-xml.ts';

const CLOSING = '</w:footnotes>';

/** The notes at the foot of the pages, in the order they are referred to. */
export class DocxFootnotes {
  readonly #notes: Xml[] = [];
  readonly #places: Xml[] = [];

  /** Takes the note in; gives the run that refers to it. */
  refer(text: string): Xml {
    const id = this.#notes.length + 1;
    const number = element('w:r', [REFERENCE, '<w:footnoteRef/>' as Xml]);
    const note = paragraph('FootnoteText', [number, run(` ${text}`)]);
    this.#notes.push(element('w:footnote', [note], { 'w:id': id }));
    return element('w:r', [REFERENCE, mark('w:footnoteReference', { 'w:id': id })]);
  }

  /** Takes the note in; gives the letters that keep its place in text which docx writes. */
  keepPlace(text: string): string {
    this.#places.push(this.refer(text));
    return PLACE.open + String(this.#places.length) + PLACE.close;
  }

  /** @param xml `word/document.xml`, with the places kept in its runs */
  inPlace(xml: string): string {
    if (this.#places.length === 0) return xml;
    return xml.replace(RUN_WITH_PLACE, (_, look: string, text: string) =>
      text
        .split(ANY_PLACE)
        .map((part, i) =>
          i % 2 === 1 ? (this.#places[Number(part) - 1] ?? '') : part && runOf(look, part),
        )
        .join(''),
    );
  }

  /** @param frame `word/footnotes.xml` with what parts notes from the text */
  within(frame: string): string {
    return frame.replace(CLOSING, () => this.#notes.join('') + CLOSING);
  }
}

/** Unicode keeps them for use within programs: no text holds them, see `withoutPlaces`. */
const PLACE = { open: '\ufdd0', close: '\ufdd1' };
const ANY_PLACE = /\ufdd0(\d+)\ufdd1/u;
const RUN_WITH_PLACE =
  /<w:r>((?:<w:rPr\/>|<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t(?: [^>]*)?>([^<]*\ufdd0[^<]*)<\/w:t><\/w:r>/gu;

const runOf = (look: string, text: string): string =>
  `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A text that keeps nobody's place. */
export const withoutPlaces = (text: string): string => text.replace(/[\ufdd0\ufdd1]/gu, '');

const REFERENCE = element('w:rPr', [mark('w:rStyle', { 'w:val': 'FootnoteReference' })]);
