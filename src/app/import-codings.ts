import { caseNamesIn } from '../domain/cases/case-of.ts';
import { themesInOrder } from '../domain/codebook/tree.ts';
import { resembling } from '../domain/language/resembling.ts';
import type { ProjectId, ThemeId, TypeId } from '../domain/ids.ts';
import type { NewExcerpt, NewTheme, NewType } from '../domain/project/commands.ts';
import { transcriptsInOrder, type Project } from '../domain/project/project.ts';
import type { Transcript } from '../domain/project/records.ts';
import { fromCodePoints } from '../domain/text/codepoints.ts';
import { describeQuote, matchQuote } from '../domain/text/quote.ts';
import { snapSpan, type Span } from '../domain/text/span.ts';
import type { CodingRow, RowProblem } from './ports.ts';
import type { Actor, Workspace } from './workspace.ts';

export interface ImportedCodings {
  /** Rows that became codings. */
  readonly rows: number;
  /** Excerpts made or extended. */
  readonly excerpts: number;
  readonly themes: number;
  readonly types: number;
  /** Rows left out, with the reason. */
  readonly misses: readonly RowProblem[];
  /** Rows taken, with something to look at. */
  readonly warnings: readonly RowProblem[];
  readonly revision: number;
}

/**
 * Anchors each row by its quote and adds all of them as one step; what is not found is listed. Whose
 * codings they are is the file's to say where an owner brings it; others bring their own.
 */
export async function importCodings(
  workspace: Workspace,
  projectId: ProjectId,
  rows: readonly CodingRow[],
  coder: string,
  actor: Actor,
): Promise<ImportedCodings> {
  const { access } = workspace;
  const project = await workspace.read(projectId);
  const texts = new Map<string, string>();
  for (const { id } of project.transcripts.values())
    texts.set(id, await workspace.text(projectId, id));
  const keepsCoders = actor.name === undefined || access.roleOf(actor, projectId) === 'owner';
  const codebook = new GrowingCodebook(project, () => workspace.newId());
  const misses: RowProblem[] = [];
  const warnings: RowProblem[] = [];
  const excerpts: NewExcerpt[] = [];
  for (const row of rows) {
    const place = placeOf(project, texts, row);
    if ('code' in place) {
      misses.push(place);
      continue;
    }
    if (place.count > 1 && row.start === null)
      warnings.push(problem(row, 'quote-many', { count: place.count }));
    const themesBefore = codebook.themes.length;
    excerpts.push(excerptFrom(keepsCoders ? row : { ...row, coder: null }, place, codebook));
    if (codebook.themes.length > themesBefore) warnings.push(...misspelt(row, codebook));
  }
  const outcome = await workspace.execute(
    projectId,
    {
      kind: 'import-codings',
      coder,
      newThemes: inLabelOrder(codebook.themes),
      newTypes: codebook.types,
      excerpts,
    },
    actor,
  );
  return {
    rows: excerpts.length,
    excerpts: outcome.events.filter(
      (e) => e.kind === 'excerpt-added' || e.kind === 'excerpt-changed',
    ).length,
    themes: codebook.themes.length,
    types: codebook.types.length,
    misses,
    warnings,
    revision: outcome.revision,
  };
}

/** A new theme whose name is a slip away from a known one is made, and pointed at. */
function misspelt(row: CodingRow, codebook: GrowingCodebook): RowProblem[] {
  const name = codebook.themes.at(-1)?.name ?? '';
  const known = resembling(name, codebook.themeNames());
  return known === null ? [] : [problem(row, 'theme-resembles', { name, known })];
}

type LabelledTheme = NewTheme & { id: ThemeId };

const byLabel = new Intl.Collator('en', { numeric: true });

/**
 * Numbered themes in the order of their numbers, whatever order the rows had; as they came where
 * one has no number or a number would put a theme before the theme above it.
 */
function inLabelOrder(themes: readonly LabelledTheme[]): readonly LabelledTheme[] {
  if (!themes.every(({ label }) => label)) return themes;
  const sorted = themes.toSorted((a, b) => byLabel.compare(a.label ?? '', b.label ?? ''));
  const place = new Map(sorted.map(({ id }, i) => [id, i]));
  const isBelow = ({ parentId }: LabelledTheme, i: number): boolean =>
    !parentId || (place.get(parentId) ?? -1) < i;
  return sorted.every(isBelow) ? sorted : themes;
}

interface Place {
  readonly transcript: Transcript;
  readonly text: string;
  readonly span: Span;
  readonly count: number;
}

function placeOf(
  project: Project,
  texts: ReadonlyMap<string, string>,
  row: CodingRow,
): Place | RowProblem {
  if (row.quote.trim() === '') return problem(row, 'quote-missing', {});
  if (!row.theme && !row.type && !row.memo) return problem(row, 'row-without-theme', {});
  const candidates = transcriptsNamed(project, row.transcript);
  if (candidates.length === 0)
    return problem(row, 'transcript-unknown', { transcript: row.transcript });
  for (const transcript of candidates) {
    const text = texts.get(transcript.id) ?? '';
    const match = matchQuote(text, row.quote, hint(text, row.start));
    const span = match && snapSpan(text, match.span);
    if (match && span) return { transcript, text, span, count: match.count };
  }
  return problem(row, 'quote-not-found', {
    transcript: row.transcript,
    quote: row.quote.slice(0, 80),
  });
}

function excerptFrom(row: CodingRow, place: Place, codebook: GrowingCodebook): NewExcerpt {
  return {
    transcriptId: place.transcript.id,
    textHash: place.transcript.textHash,
    anchor: describeQuote(place.text, place.span),
    themeIds: row.theme ? [codebook.theme(row)] : [],
    typeIds: row.type ? [codebook.type(row.type)] : [],
    reduction: row.reduction,
    memo: row.memo,
    stance: row.stance,
    deviant: row.deviant !== null,
    deviantReason: row.deviant === '' ? null : row.deviant,
    question: row.question,
    ...(row.coder ? { coder: row.coder } : {}),
  };
}

const problem = (row: CodingRow, code: string, details: RowProblem['details']): RowProblem => ({
  row: row.row,
  code,
  details,
});

const folded = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** A transcript is meant by its case, its title or its file's name. */
function transcriptsNamed(project: Project, name: string): Transcript[] {
  const wanted = folded(name);
  return transcriptsInOrder(project).filter((transcript) =>
    [...caseNamesIn(project, transcript), transcript.title, transcript.fileName].some(
      (known) => folded(known) === wanted,
    ),
  );
}

/** Where to look first, in UTF-16 units; an offset beyond the text is no hint. */
function hint(text: string, start: number | null): number | undefined {
  if (start === null || start > text.length) return undefined;
  try {
    return fromCodePoints(text, start);
  } catch {
    return undefined;
  }
}

/** The project's themes and types by name and label, with those the file brings. */
class GrowingCodebook {
  readonly themes: (NewTheme & { id: ThemeId })[] = [];
  readonly types: (NewType & { id: TypeId })[] = [];
  readonly #project: Project;
  readonly #newId: () => string;
  readonly #themeByKey = new Map<string, ThemeId>();
  readonly #typeByName = new Map<string, TypeId>();

  constructor(project: Project, newId: () => string) {
    this.#project = project;
    this.#newId = newId;
    for (const { theme } of themesInOrder(project.themes)) this.#know(theme);
    for (const type of project.types.values()) this.#typeByName.set(folded(type.name), type.id);
  }

  theme(row: CodingRow): ThemeId {
    const label = row.themeTitle ? row.theme : null;
    const name = row.themeTitle ?? row.theme ?? '';
    const known = this.#themeByKey.get(folded(label ?? name)) ?? this.#themeByKey.get(folded(name));
    if (known) return known;
    const theme = {
      id: this.#newId() as ThemeId,
      name,
      label,
      parentId: row.parent ? (this.#themeByKey.get(folded(row.parent)) ?? null) : null,
    };
    this.themes.push(theme);
    this.#know(theme);
    return theme.id;
  }

  *themeNames(): Generator<string> {
    for (const { name } of this.#project.themes.values()) yield name;
    for (const { name } of this.themes) yield name;
  }

  type(name: string): TypeId {
    const known = this.#typeByName.get(folded(name));
    if (known) return known;
    const type = { id: this.#newId() as TypeId, name: name.trim() };
    this.types.push(type);
    this.#typeByName.set(folded(name), type.id);
    return type.id;
  }

  /** The first theme of a name keeps it. */
  #know({ id, label, name }: { id: ThemeId; label?: string | null; name: string }): void {
    for (const key of [label, name])
      if (key && !this.#themeByKey.has(folded(key))) this.#themeByKey.set(folded(key), id);
  }
}
