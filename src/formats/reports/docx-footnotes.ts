import { element, mark, paragraph, run, type Xml } from './docx-xml.ts';

const CLOSING = '</w:footnotes>';

/** The notes at the foot of the pages, in the order they are referred to. */
export class DocxFootnotes {
  readonly #notes: Xml[] = [];

  /** Takes the note in; gives the run that refers to it. */
  refer(text: string): Xml {
    const id = this.#notes.length + 1;
    const number = element('w:r', [REFERENCE, '<w:footnoteRef/>' as Xml]);
    const note = paragraph('FootnoteText', [number, run(` ${text}`)]);
    this.#notes.push(element('w:footnote', [note], { 'w:id': id }));
    return element('w:r', [REFERENCE, mark('w:footnoteReference', { 'w:id': id })]);
  }

  /** @param frame `word/footnotes.xml` with what parts notes from the text */
  within(frame: string): string {
    return frame.replace(CLOSING, () => this.#notes.join('') + CLOSING);
  }
}

const REFERENCE = element('w:rPr', [mark('w:rStyle', { 'w:val': 'FootnoteReference' })]);
