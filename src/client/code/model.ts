import { themesInOrder } from '../../domain/codebook/tree.ts';
import type { CoderId, ExcerptId, ProjectId, ThemeId, TypeId } from '../../domain/ids.ts';
import { changedExcerpts } from '../../domain/project/changed-excerpts.ts';
import type { JournalEvent, ProjectEvent } from '../../domain/project/events.ts';
import { applyEvent, evolve, putRecord } from '../../domain/project/evolve.ts';
import { emptyProject, excerptsOf } from '../../domain/project/project.ts';
import type { Excerpt, Theme, Type } from '../../domain/project/records.ts';
import { bySpan, overlaps, type Span } from '../../domain/text/span.ts';
import { layersOf, type Layer } from '../../markup/marked-text.ts';
import { projectId } from '../api.ts';
import { pageData, type Count, type PageData } from './page-data.ts';

/** Which parts of the page a change touches. */
export interface Touched {
  readonly spans: readonly Span[];
  readonly codebook: boolean;
  readonly counts: boolean;
}

type Listener = (touched: Touched) => void;

/** What the page is not given of an excerpt. */
const UNSENT = { quote: '', prefix: '', suffix: '', createdAt: '', appliedAt: null };

/** The part of the project this page shows, folded from the same events as the server's. */
class Model {
  readonly project = emptyProject(projectId as ProjectId);
  readonly #listeners = new Set<Listener>();
  #counts: Readonly<Record<string, Count>> = pageData.counts;
  caseCount = pageData.caseCount;

  constructor() {
    const { project } = this;
    project.revision = pageData.revision;
    for (const coder of pageData.coders) project.coders.set(coder.id, coder);
    for (const theme of pageData.themes) project.themes.set(theme.id, theme);
    for (const type of pageData.types) project.types.set(type.id, type);
    for (const excerpt of pageData.excerpts)
      putRecord(project, 'excerpt', { ...excerpt, ...UNSENT });
  }

  onChange(listener: Listener): void {
    this.#listeners.add(listener);
  }

  /** Excerpts of this transcript in reading order. */
  excerpts(): Excerpt[] {
    return [...excerptsOf(this.project, pageData.transcriptId)].sort(
      (a, b) => bySpan(a, b) || (a.id < b.id ? -1 : 1),
    );
  }

  excerpt(id: ExcerptId): Excerpt | undefined {
    return this.project.excerpts.get(id);
  }

  themes(): { theme: Theme; depth: number }[] {
    return themesInOrder(this.project.themes);
  }

  types(): Type[] {
    return [...this.project.types.values()].sort((a, b) => a.order - b.order);
  }

  /** The layers over a span: only its own excerpts are put in order, however many the text has. */
  layersOver(span: Span): Layer[] {
    const inside: Excerpt[] = [];
    for (const excerpt of excerptsOf(this.project, pageData.transcriptId))
      if (overlaps(excerpt, span)) inside.push(excerpt);
    return layersOf(inside, this.project.themes, this.project.types);
  }

  count(id: ThemeId | TypeId): { excerpts: number; cases: number } {
    const count = this.#counts[id];
    return {
      excerpts: count?.subtreeExcerptCount ?? count?.excerptCount ?? 0,
      cases: count?.subtreeCaseCount ?? count?.caseCount ?? 0,
    };
  }

  setCounts(counts: Readonly<Record<string, Count>>): void {
    this.#counts = counts;
    this.#tell({ spans: [], codebook: false, counts: true });
  }

  myCoderId(): CoderId | undefined {
    return [...this.project.coders.values()].find(({ name }) => name === pageData.coder)?.id;
  }

  /** A change the server has on disk. */
  hear(event: JournalEvent): void {
    if (event.revision <= this.project.revision) return;
    const touched = this.#touch(event);
    evolve(this.project, event);
    this.#changed(event, touched);
  }

  /** A change that the server will surely make, shown before it says so; `invert` takes it back. */
  foresee(event: ProjectEvent): void {
    const touched = this.#touch(event);
    applyEvent(this.project, event);
    this.#changed(event, touched);
  }

  /** What others coded, as a page drawn now shows it; one's own codings stay as they are here. */
  showOthers({ coders, excerpts, counts, caseCount }: PageData): void {
    for (const coder of coders) this.project.coders.set(coder.id, coder);
    const mine = this.myCoderId() ?? '';
    const theirs = excerpts.filter(({ coderId }) => coderId !== mine);
    const shown = new Set(theirs.map(({ id }) => id));
    for (const record of this.excerpts())
      if (record.coderId !== mine && !shown.has(record.id))
        this.foresee({ kind: 'excerpt-removed', record });
    for (const one of theirs)
      this.foresee({ kind: 'excerpt-added', record: { ...one, ...UNSENT } });
    this.caseCount = caseCount;
    this.setCounts(counts);
  }

  /** The server's record in place of the foreseen one. */
  settle(foreseen: ExcerptId, settled: Excerpt): void {
    const old = this.project.excerpts.get(foreseen);
    if (old && foreseen !== settled.id) this.foresee({ kind: 'excerpt-removed', record: old });
    this.foresee({ kind: 'excerpt-added', record: settled });
  }

  #touch(event: ProjectEvent): Span[] {
    if (event.kind === 'excerpt-added') return this.#touchedBy(event.record);
    if (event.kind === 'excerpt-removed') return this.#here([event.record.id]);
    return this.#here(changedExcerpts(event));
  }

  /** Those of the excerpts that are in this transcript, as they are now. */
  #here(ids: readonly ExcerptId[]): Excerpt[] {
    return ids.flatMap((id) => {
      const excerpt = this.project.excerpts.get(id);
      return excerpt?.transcriptId === pageData.transcriptId ? [excerpt] : [];
    });
  }

  /** A record that is on the page and looks the same, as the server's of a coding foreseen, draws nothing. */
  #touchedBy(record: Excerpt): Span[] {
    if (record.transcriptId !== pageData.transcriptId) return [];
    const old = this.project.excerpts.get(record.id);
    if (!old) return [record];
    return looksAlike(old, record) ? [] : [old, record];
  }

  #changed(event: ProjectEvent, touched: Span[]): void {
    touched.push(...this.#here(changedExcerpts(event)));
    const codebook = event.kind.startsWith('theme-') || event.kind.startsWith('type-');
    // A colour or a name that changes shows wherever it is used.
    if (event.kind === 'theme-changed' || event.kind === 'type-changed')
      touched.push({ start: 0, end: Infinity });
    this.#tell({ spans: touched, codebook, counts: false });
  }

  #tell(touched: Touched): void {
    for (const listener of this.#listeners) listener(touched);
  }
}

/** Whether text and margin show the two alike. */
const looksAlike = (a: Excerpt, b: Excerpt): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.deviant === b.deviant &&
  a.memo === b.memo &&
  String(a.themeIds) === String(b.themeIds) &&
  String(a.typeIds) === String(b.typeIds);

export const model = new Model();
