/** Types of CSL 1.0.2 by those of BibTeX and BibLaTeX. */
const BIBTEX: Readonly<Record<string, string>> = {
  article: 'article-journal',
  periodical: 'article-journal',
  suppperiodical: 'article-journal',
  book: 'book',
  mvbook: 'book',
  booklet: 'pamphlet',
  collection: 'book',
  mvcollection: 'book',
  proceedings: 'book',
  mvproceedings: 'book',
  manual: 'book',
  reference: 'book',
  inbook: 'chapter',
  bookinbook: 'chapter',
  suppbook: 'chapter',
  incollection: 'chapter',
  suppcollection: 'chapter',
  inreference: 'entry-encyclopedia',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  thesis: 'thesis',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  report: 'report',
  techreport: 'report',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  dataset: 'dataset',
  software: 'software',
  patent: 'patent',
  unpublished: 'manuscript',
  misc: 'document',
};

/** The same by the types of RIS. */
const RIS: Readonly<Record<string, string>> = {
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  JFULL: 'article-journal',
  ABST: 'article-journal',
  INPR: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  SER: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  ENCYC: 'entry-encyclopedia',
  DICT: 'entry-dictionary',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  THES: 'thesis',
  RPRT: 'report',
  GOVDOC: 'report',
  ELEC: 'webpage',
  WEB: 'webpage',
  BLOG: 'post-weblog',
  DATA: 'dataset',
  COMP: 'software',
  PAT: 'patent',
  UNPB: 'manuscript',
  MANSCPT: 'manuscript',
  GEN: 'document',
};

const kindIn = (kinds: Readonly<Record<string, string>>, type: string): string | null =>
  Object.hasOwn(kinds, type) ? (kinds[type] ?? null) : null;

/** Null for a type that is not known. */
export const bibtexKind = (type: string): string | null => kindIn(BIBTEX, type.toLowerCase());

export const risKind = (type: string): string | null => kindIn(RIS, type.toUpperCase());
