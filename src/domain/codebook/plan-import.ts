import type {
  ConceptId,
  ExcerptId,
  FrameworkId,
  ResearchQuestionId,
  ThemeId,
  TypeId,
} from '../ids.ts';
import type { NewTheme, NewType } from '../project/commands.ts';
import { differenceOf } from '../project/events.ts';
import type { Project } from '../project/project.ts';
import type { Theme } from '../project/records.ts';
import type { CodebookEntry, CodebookFile, Loss } from './codebook-file.ts';
import { typeEntry } from './codebook-of.ts';
import { FeatureReader, linesIn } from './feature-lines.ts';
import { levelIn } from './level-words.ts';
import { nearestColour } from './palette.ts';
import { folded } from './search-codebook.ts';
import { themeTitle } from './tree.ts';

/** What is done where a file and the project know the same theme but say different things of it. */
export const CONFLICT_CHOICES = ['keep', 'take', 'add'] as const;
export type ConflictChoice = (typeof CONFLICT_CHOICES)[number];

/** What the file would change about a theme that is in the project already. */
export interface Conflict {
  readonly id: ThemeId;
  readonly title: string;
  readonly row: number | null;
  readonly before: Partial<Theme>;
  readonly after: Partial<Theme>;
}

export interface ImportPlan {
  readonly themes: readonly (NewTheme & { readonly id: ThemeId })[];
  readonly types: readonly (NewType & { readonly id: TypeId })[];
  /** Themes that stand in both and differ; taken over only by the choice `take`. */
  readonly conflicts: readonly Conflict[];
  /** Themes and types that stand in both and say the same. */
  readonly sameCount: number;
  readonly losses: readonly Loss[];
}

/**
 * What taking in a file would do to a project. A theme of the file is one of the project where the
 * GUIDs are the same, else where number and name are the same below the same parent. A text of the
 * project is never emptied by a file that lacks it.
 */
export function planImport(
  project: Project,
  file: CodebookFile,
  choice: ConflictChoice,
  newId: () => string,
): ImportPlan {
  const planner = new Planner(project, choice, newId);
  for (const entry of file.themes) planner.take(entry, null);
  planner.takeTypes();
  for (const { name, memberGuids } of file.sets)
    planner.lose({
      row: null,
      code: 'codebook-set-left',
      details: { set: name, count: memberGuids.length },
    });
  const { themes, types, conflicts, sameCount } = planner;
  return { themes, types, conflicts, sameCount, losses: [...file.losses, ...planner.losses] };
}

type Place = string;
const placeOf = (parentId: string | null, { label, name }: Pick<Theme, 'label' | 'name'>): Place =>
  [parentId ?? '', label ?? '', name.toLowerCase()].join('\n');

class Planner {
  readonly themes: (NewTheme & { id: ThemeId })[] = [];
  readonly types: (NewType & { id: TypeId })[] = [];
  readonly conflicts: Conflict[] = [];
  readonly losses: Loss[] = [];
  sameCount = 0;
  readonly #types: CodebookEntry[] = [];
  readonly #project: Project;
  readonly #choice: ConflictChoice;
  readonly #newId: () => string;
  readonly #byGuid = new Map<string, Theme>();
  readonly #byPlace = new Map<Place, Theme>();
  readonly #concepts: ReadonlyMap<string, ConceptId>;
  readonly #examples: ReadonlyMap<string, ExcerptId>;

  constructor(project: Project, choice: ConflictChoice, newId: () => string) {
    this.#project = project;
    this.#choice = choice;
    this.#newId = newId;
    for (const theme of project.themes.values()) {
      this.#byPlace.set(placeOf(theme.parentId, theme), theme);
      if (theme.guid !== null) this.#byGuid.set(theme.guid, theme);
    }
    this.#concepts = new Map(
      [...project.concepts.values()].map(({ id, name }) => [name.toLowerCase(), id]),
    );
    this.#examples = new Map([...project.excerpts.values()].map(({ id, quote }) => [quote, id]));
  }

  take(entry: CodebookEntry, parentId: ThemeId | null): void {
    // The themes that make a type may stand below it in the file.
    if (entry.type !== null) this.#types.push(entry);
    else {
      const id = this.#takeTheme(entry, parentId);
      for (const child of entry.children) this.take(child, id);
    }
  }

  takeTypes(): void {
    if (this.#types.length === 0) return;
    const features = new FeatureReader([...this.#project.themes.values(), ...this.themes]);
    for (const entry of this.#types) this.#takeType(entry, features);
  }

  lose(loss: Loss): void {
    this.losses.push(loss);
  }

  #takeTheme(entry: CodebookEntry, parentId: ThemeId | null): ThemeId {
    const known = this.#choice === 'add' ? undefined : this.#known(entry, parentId);
    const fields = this.#fieldsOf(entry);
    if (!known) {
      const id = this.#newId() as ThemeId;
      const isFree = entry.guid !== null && !this.#byGuid.has(entry.guid);
      this.themes.push({ ...fields, id, parentId, guid: isFree ? entry.guid : null });
      return id;
    }
    const difference = differenceOf<Partial<Theme>>(known, said(fields));
    if (!difference) this.sameCount++;
    else {
      const { id } = known;
      this.conflicts.push({ id, title: themeTitle(known), row: entry.row, ...difference });
    }
    return known.id;
  }

  #known(entry: CodebookEntry, parentId: ThemeId | null): Theme | undefined {
    const same = entry.guid === null ? undefined : this.#byGuid.get(entry.guid);
    return same ?? this.#byPlace.get(placeOf(parentId, entry));
  }

  #fieldsOf(entry: CodebookEntry): NewTheme {
    const { name, label, level, definition, include, exclude, retired, origin, colour } = entry;
    const questions = this.#questionsOf(entry);
    if (!entry.codable)
      this.lose({ row: entry.row, code: 'codebook-not-codable', details: { theme: name } });
    return {
      ...{ name, label, definition, include, exclude, retired },
      level: level && levelIn(level, this.#project.settings),
      ...(origin && { origin }),
      ...(colour && { colour: nearestColour(colour) }),
      memo: entry.memo,
      anchorId: this.#exampleOf(entry),
      ...this.#linkOf(entry),
      ...(questions.length > 0 && { researchQuestionIds: questions }),
    };
  }

  #questionsOf({ row, name, questions }: CodebookEntry): ResearchQuestionId[] {
    const { researchQuestions, researchQuestionIds } = this.#project.settings;
    return linesIn(questions).flatMap((line) => {
      const at = researchQuestions.findIndex((one) => folded(one) === folded(line));
      const id = researchQuestionIds[at];
      if (id === undefined)
        this.lose({
          row,
          code: 'codebook-question-unknown',
          details: { theme: name, question: line.slice(0, 120) },
        });
      return id === undefined ? [] : [id];
    });
  }

  /** What is said of a link goes with its concept; without one it would be said of nothing. */
  #linkOf(entry: CodebookEntry): Partial<Theme> {
    const conceptId = this.#conceptOf(entry);
    if (conceptId === null) {
      this.#loseLink(entry);
      return { conceptId };
    }
    return {
      conceptId,
      linkPage: this.#pageOf(conceptId, entry.citation),
      linkRationale: entry.rationale,
      relation: entry.relation,
      relationNote: entry.relationNote,
    };
  }

  #loseLink({ row, name, rationale, relation, relationNote }: CodebookEntry): void {
    const words = [relation, rationale, relationNote].filter(Boolean).join('; ');
    if (words)
      this.lose({
        row,
        code: 'codebook-link-left',
        details: { theme: name, words: words.slice(0, 200) },
      });
  }

  /** What a citation says beyond that of the concept's framework. */
  #pageOf(id: ConceptId, citation: string | null): string | null {
    const { concepts, frameworks } = this.#project;
    const framework = frameworks.get(concepts.get(id)?.frameworkId ?? ('' as FrameworkId));
    const source = `${framework?.citation ?? framework?.name ?? ''}, `;
    return (citation?.startsWith(source) && citation.slice(source.length)) || null;
  }

  #conceptOf({ row, name, concept, citation }: CodebookEntry): ConceptId | null {
    if (concept === null && citation === null) return null;
    const known = this.#concepts.get((concept ?? '').toLowerCase());
    if (known === undefined) {
      const source = [concept, citation].filter(Boolean).join(', ');
      this.lose({
        row,
        code: 'codebook-concept-unknown',
        details: { theme: name, concept: source },
      });
    }
    return known ?? null;
  }

  #exampleOf({ row, name, example }: CodebookEntry): ExcerptId | null {
    if (example === null) return null;
    const known = this.#examples.get(example);
    if (known === undefined)
      this.lose({
        row,
        code: 'codebook-example-unknown',
        details: { theme: name, example: example.slice(0, 80) },
      });
    return known ?? null;
  }

  #takeType(entry: CodebookEntry, features: FeatureReader): void {
    const { row, name, type, definition, memo, colour, children } = entry;
    const same = [...this.#project.types.values()].find(
      (one) => one.name.toLowerCase() === name.toLowerCase(),
    );
    if (same && this.#choice !== 'add') {
      this.sameCount++;
      if (differs(entry, typeEntry(this.#project, same)))
        this.lose({ row, code: 'codebook-type-kept', details: { type: name } });
    } else
      this.types.push({
        ...{ id: this.#newId() as TypeId, name, description: definition, memo },
        ...(type && { kind: type }),
        ...(colour && { colour: nearestColour(colour) }),
        features: features.read(entry, (loss) => this.lose(loss)),
      });
    if (children.length > 0)
      this.lose({
        row,
        code: 'codebook-below-type',
        details: { type: name, count: children.length },
      });
  }
}

/** What a file says: that it lacks a text is not to say that there is none. */
const said = (fields: NewTheme): Partial<Theme> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/** Whether the file says something else of a type than the project does. */
const differs = (entry: CodebookEntry, known: CodebookEntry): boolean =>
  (['type', 'definition', 'memo', 'features'] as const).some(
    (field) => entry[field] !== null && entry[field] !== known[field],
  );
