import type { NewSource } from '../../domain/project/framework-commands.ts';
import { authorText } from '../../domain/theory/bibliography-line.ts';
import { readReferences } from './read-references.ts';
import type { Author, Reference } from '../../domain/theory/reference.ts';

/** Reads the sources of a bibliography, with the lines that could not be taken as they stood. */
export const referencesReader = {
  extensions: ['bib', 'bibtex', 'ris', 'txt'],
  read(
    fileName: string,
    bytes: Uint8Array,
  ): { sources: NewSource[]; problems: { row: number; code: string; details: Details }[] } {
    const { references, warnings } = readReferences(fileName, bytes);
    return {
      sources: references.map(sourceOf),
      problems: warnings.map(({ line, code, details }) => ({ row: line, code, details })),
    };
  },
};

type Details = Readonly<Record<string, string | number>>;

const sourceOf = ({ authors, hasMoreAuthors, ...reference }: Reference): NewSource => ({
  ...reference,
  authors: [...authors.map(nameOf), ...(hasMoreAuthors ? ['et al.'] : [])],
});

/** "Family, Given": as a source holds its authors. */
const nameOf = (author: Author): string =>
  'family' in author && author.given !== null
    ? `${author.family}, ${author.given}`
    : authorText(author);
