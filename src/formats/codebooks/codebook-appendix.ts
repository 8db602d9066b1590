import type { Language, Origin, Relation, TypeKind } from '../../domain/project/records.ts';
import { oneLine } from '../reports/wording.ts';
import type { Codebook, CodebookEntry } from '../../domain/codebook/codebook-file.ts';
import { flattened } from './flattened.ts';

/** What the appendix says around the codebook's own words, in the project's language. */
export interface AppendixWords {
  readonly language: Language;
  /** E.g. "Codebook". */
  readonly title: string;
  /** Heading of the types, which follow the themes. */
  readonly types: string;
  readonly brief: string;
  readonly full: string;
  readonly definition: string;
  readonly include: string;
  readonly exclude: string;
  readonly example: string;
  readonly label: string;
  readonly level: string;
  readonly type: string;
  readonly typeKinds: Readonly<Record<TypeKind, string>>;
  readonly origin: string;
  readonly origins: Readonly<Record<Origin, string>>;
  readonly concept: string;
  readonly rationale: string;
  readonly relation: string;
  readonly relations: Readonly<Record<Relation, string>>;
  readonly questions: string;
  readonly features: string;
  /** Beside the name of a theme that is not used any more. */
  readonly retired: string;
}

export interface AppendixPart {
  /** Null over the themes. */
  readonly heading: string | null;
  readonly themes: readonly AppendixTheme[];
}

export interface AppendixTheme {
  /** Number and name, one line. */
  readonly title: string;
  /** 0 at the top. */
  readonly depth: number;
  readonly rows: readonly AppendixRow[];
}

export interface AppendixRow {
  readonly term: string;
  /** Several lines where a person wrote them. */
  readonly text: string;
}

/**
 * The codebook as it stands in a thesis: for each theme its brief and full definition, when to use
 * it, when not, and an example (MacQueen, McLellan, Kay & Milstein 1998, Codebook development for
 * team-based qualitative analysis, Cultural Anthropology Methods 10(2), 31–36), then where it comes
 * from. Themes have the numbers of the codebook where all have one, else those of their places.
 */
export function codebookAppendix(codebook: Codebook, words: AppendixWords): AppendixPart[] {
  const types = codebook.themes.filter(({ type }) => type !== null);
  const themes = codebook.themes.filter(({ type }) => type === null);
  return [
    { heading: null, themes: inOrder(themes, words) },
    { heading: words.types, themes: inOrder(types, words) },
  ].filter((part) => part.themes.length > 0);
}

function inOrder(themes: readonly CodebookEntry[], words: AppendixWords): AppendixTheme[] {
  const rows = flattened(themes);
  const hasLabels = rows.every(({ entry }) => entry.label !== null);
  const numbers: string[] = [];
  const counts = new Map<number | null, number>();
  return rows.map(({ entry, parent, depth }, i) => {
    const place = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, place);
    numbers[i] = parent === null ? String(place) : `${numbers[parent]}.${place}`;
    const number = hasLabels ? entry.label : numbers[i];
    const title = oneLine(`${number ?? ''} ${entry.name}`);
    return {
      title: entry.retired ? `${title} (${words.retired})` : title,
      depth,
      rows: [...rowsOf(entry, words, !hasLabels)],
    };
  });
}

function* rowsOf(
  entry: CodebookEntry,
  words: AppendixWords,
  withLabel: boolean,
): Generator<AppendixRow> {
  yield* definitions(entry.definition, words);
  yield* row(words.include, entry.include);
  yield* row(words.exclude, entry.exclude);
  yield* row(words.example, entry.example);
  if (withLabel) yield* row(words.label, entry.label);
  yield* row(words.level, entry.level);
  yield* row(words.type, entry.type && words.typeKinds[entry.type]);
  yield* row(words.origin, entry.origin && words.origins[entry.origin]);
  yield* row(words.concept, conceptText(entry));
  yield* row(words.rationale, entry.rationale);
  const relation = [entry.relation && words.relations[entry.relation], entry.relationNote];
  yield* row(words.relation, relation.filter(Boolean).join(': '));
  yield* row(words.questions, entry.questions);
  yield* row(words.features, entry.features);
}

/** A first paragraph with others below it is the brief definition; all of it is the full one. */
function* definitions(definition: string | null, words: AppendixWords): Generator<AppendixRow> {
  const [first = '', ...others] = (definition ?? '').split(/\n\s*\n/);
  if (others.length === 0) yield* row(words.definition, definition);
  else {
    yield* row(words.brief, first);
    yield* row(words.full, others.join('\n\n'));
  }
}

function conceptText({ concept, citation }: CodebookEntry): string | null {
  return concept && citation ? `${concept} (${citation})` : (concept ?? citation);
}

function* row(term: string, text: string | null): Generator<AppendixRow> {
  if (text) yield { term, text };
}
