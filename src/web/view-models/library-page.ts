import type { LibraryConcept, LibraryFramework } from '../../app/ports.ts';
import { folded } from '../../domain/codebook/search-codebook.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Translate } from '../i18n.ts';
import { indentOf } from './indent.ts';
import { sourceText } from './source-text.ts';

interface LibraryEntry {
  readonly id: string;
  readonly name: string;
  readonly citation: string;
  readonly about: string;
  readonly note: string | null;
  readonly sizes: string;
  readonly sources: readonly string[];
  readonly groups: readonly {
    readonly name: string | null;
    readonly rows: readonly {
      readonly name: string;
      readonly definition: string;
      readonly indent: string;
    }[];
  }[];
  /** Where it is, if the project has it. */
  readonly href: string | null;
  /** Whether it lacks the words that are looked for. */
  readonly hidden: boolean;
}

export interface LibraryPage {
  readonly base: string;
  readonly query: string;
  /** "3 / 26": those that hold the words, of all. */
  readonly found: string;
  readonly entries: readonly LibraryEntry[];
}

export function libraryPage(
  project: Project,
  frameworks: readonly LibraryFramework[],
  query: string,
  t: Translate,
): LibraryPage {
  const base = `/projects/${project.id}/theory`;
  const used = new Map(
    [...project.frameworks.values()].map(({ id, libraryId }) => [libraryId, id]),
  );
  const holds = holding(query);
  return {
    base,
    query,
    found: `${frameworks.filter(holds).length} / ${frameworks.length}`,
    entries: frameworks.map((one) => ({
      hidden: !holds(one),
      id: one.id,
      name: one.name,
      citation: one.citation,
      about: one.about,
      note: one.note,
      sizes: [
        t('theory.concepts', { count: one.conceptCount }),
        ...(one.dimensions.length > 1 ? [one.dimensions.join(' × ')] : []),
      ].join(' · '),
      sources: one.sources.map((source) =>
        sourceText({
          ...source,
          title: source.title ?? '',
          year: source.year === null ? null : String(source.year),
        }),
      ),
      groups: one.dimensions.map((name, dimension) => ({
        name: one.dimensions.length > 1 ? name : null,
        rows: rowsOf(one.concepts.filter((concept) => concept.dimension === dimension)),
      })),
      href: used.has(one.id) ? `${base}/${used.get(one.id)}` : null,
    })),
  };
}

/** Whether a framework holds every word, in its name, citation or concepts; case and accents aside. */
function holding(query: string): (framework: LibraryFramework) => boolean {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return ({ name, citation, about, concepts }) => {
    const text = folded([name, citation, about, ...namesOf(concepts)].join('\n'));
    return words.every((word) => text.includes(word));
  };
}

const namesOf = (concepts: readonly LibraryConcept[]): string[] =>
  concepts.flatMap(({ name, children }) => [name, ...namesOf(children)]);

const rowsOf = (
  concepts: readonly LibraryConcept[],
  depth = 0,
): LibraryEntry['groups'][number]['rows'] =>
  concepts.flatMap(({ name, definition, children }) => [
    { name, definition, indent: indentOf(depth) },
    ...rowsOf(children, depth + 1),
  ]);
