import { StaleRevision, StorageFailed } from '../app/errors.ts';
import type {
  LoadedProject,
  ProjectHead,
  ProjectListing,
  ProjectStore,
  ProjectSummary,
} from '../app/ports.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { JournalEvent } from '../domain/project/events.ts';
import { evolve } from '../domain/project/evolve.ts';
import { emptyProject } from '../domain/project/project.ts';
import { checkAppend } from './check-append.ts';
import { contentHash, textBytes } from './content.ts';
import { isProjectId, notAProjectId } from './project-id.ts';

interface KeptProject {
  /** Events as JSON: what is read shares nothing with what was written. */
  readonly journal: string[];
  readonly texts: Map<string, string>;
  readonly originals: Map<string, Uint8Array>;
  summary: string | null;
}

/** Projects for as long as the process lives: for tests, and for trying things out. */
export class MemoryStore implements ProjectStore {
  readonly kind = 'memory';
  readonly #projects = new Map<ProjectId, KeptProject>();
  readonly #removed = new Map<ProjectId, KeptProject>();

  async list(): Promise<ProjectListing> {
    return { projects: heads(this.#projects), removed: heads(this.#removed) };
  }

  async load(id: ProjectId): Promise<LoadedProject | null> {
    const events = parse(this.#projects.get(id)?.journal ?? []);
    if (events.length === 0) return null;
    return { project: events.reduce(evolve, emptyProject(id)), repairs: [] };
  }

  async append(
    id: ProjectId,
    expectedRevision: number,
    events: readonly JournalEvent[],
  ): Promise<void> {
    checkId(id);
    checkAppend(expectedRevision, events);
    const lines = events.map((event) => JSON.stringify(event));
    const revision = this.#projects.get(id)?.journal.length ?? 0;
    if (revision !== expectedRevision) throw new StaleRevision(expectedRevision, revision);
    if (lines.length > 0) this.#keep(id).journal.push(...lines);
  }

  async events(id: ProjectId, from: number, to = Infinity): Promise<JournalEvent[]> {
    checkId(id);
    const journal = this.#projects.get(id)?.journal ?? [];
    return parse(journal.slice(Math.max(0, from - 1), Math.max(0, to)));
  }

  async verifyJournal(id: ProjectId): Promise<null> {
    checkId(id);
    return null;
  }

  async saveSnapshot(id: ProjectId): Promise<void> {
    checkId(id);
  }

  async saveSummary(summary: ProjectSummary): Promise<void> {
    checkId(summary.id);
    const project = this.#projects.get(summary.id);
    if (project) project.summary = JSON.stringify(summary);
  }

  async remove(id: ProjectId): Promise<void> {
    checkId(id);
    move(id, this.#projects, this.#removed);
  }

  async restore(id: ProjectId): Promise<void> {
    checkId(id);
    move(id, this.#removed, this.#projects);
  }

  async putText(id: ProjectId, text: string): Promise<string> {
    checkId(id);
    const hash = contentHash(textBytes(text));
    this.#keep(id).texts.set(hash, text);
    return hash;
  }

  async getText(id: ProjectId, hash: string): Promise<string | null> {
    checkId(id);
    return this.#projects.get(id)?.texts.get(hash) ?? null;
  }

  async putOriginal(id: ProjectId, bytes: Uint8Array): Promise<string> {
    checkId(id);
    const hash = contentHash(bytes);
    this.#keep(id).originals.set(hash, Uint8Array.from(bytes));
    return hash;
  }

  async getOriginal(id: ProjectId, hash: string): Promise<Uint8Array | null> {
    checkId(id);
    const bytes = this.#projects.get(id)?.originals.get(hash);
    return bytes ? Uint8Array.from(bytes) : null;
  }

  async close(): Promise<void> {
    // Nothing is open.
  }

  #keep(id: ProjectId): KeptProject {
    if (this.#removed.has(id)) throw new StorageFailed(new RangeError(`${id} was removed`));
    const known = this.#projects.get(id);
    if (known) return known;
    const project = { journal: [], texts: new Map(), originals: new Map(), summary: null };
    this.#projects.set(id, project);
    return project;
  }
}

function checkId(id: string): void {
  if (!isProjectId(id)) throw notAProjectId(id);
}

const parse = (lines: readonly string[]): JournalEvent[] =>
  lines.map((line) => JSON.parse(line) as JournalEvent);

function heads(projects: ReadonlyMap<ProjectId, KeptProject>): ProjectHead[] {
  const listed = [...projects].filter(([, project]) => project.journal.length > 0);
  return listed.map(([id, project]) => ({ id, summary: freshSummary(project) }));
}

function freshSummary({ summary, journal }: KeptProject): ProjectSummary | null {
  const parsed = summary === null ? null : (JSON.parse(summary) as ProjectSummary);
  return parsed?.revision === journal.length ? parsed : null;
}

function move(
  id: ProjectId,
  from: Map<ProjectId, KeptProject>,
  to: Map<ProjectId, KeptProject>,
): void {
  const project = from.get(id);
  if (!project || project.journal.length === 0) throw new RangeError(`no project ${id}`);
  from.delete(id);
  to.set(id, project);
}
