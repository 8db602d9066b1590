import type { Table } from '../domain/cases/table.ts';
import type { People } from '../domain/people/people.ts';
import type { JournalEvent } from '../domain/project/events.ts';
import type { ProjectId } from '../domain/ids.ts';
import type { Project } from '../domain/project/project.ts';
import type { Approach, Language, TypeKind } from '../domain/project/records.ts';
import type { NewSource } from '../domain/project/framework-commands.ts';
import type { Said } from '../domain/guide/said.ts';
import type { Turn } from '../domain/text/turns.ts';

/** What the home page tells of a project without opening it. */
export interface ProjectSummary {
  readonly id: ProjectId;
  readonly name: string;
  readonly language: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly transcriptCount: number;
  readonly excerptCount: number;
  readonly themeCount: number;
  /** Share of the interviewees' speech that is coded, 0–1; null where there is no speech. */
  readonly codedShare: number | null;
  /** Whether a round of double coding runs: then figures are not the same for everybody. */
  readonly isCodedBlind?: boolean;
}

export interface LoadedProject {
  readonly project: Project;
  /** What the store mended while it read, e.g. a torn last line: shown to the user. */
  readonly repairs: readonly Repair[];
}

/** An incomplete end of the journal, cut off: its bytes are kept beside it. */
export interface Repair {
  readonly kind: 'torn-tail';
  readonly line: number;
  readonly bytes: number;
}

/**
 * Where projects live. The journal is the truth; everything else can be made again from it.
 * Implementations: memory, files; one contract suite proves them alike.
 */
export interface ProjectStore {
  readonly kind: string;
  list(): Promise<ProjectListing>;
  /** The project at its newest revision, or null; `JournalBroken` when the journal cannot be trusted. */
  load(id: ProjectId): Promise<LoadedProject | null>;
  /**
   * Appends events and resolves when they are durable. Calls may overlap: they take effect in the
   * order of the calls and share a sync. `expectedRevision` is the revision before the first event.
   * Rejects with `StaleRevision` when the journal stands elsewhere, `StorageFailed` when the disk
   * says no; then nothing of this call, nor of those queued behind it, is kept.
   */
  append(id: ProjectId, expectedRevision: number, events: readonly JournalEvent[]): Promise<void>;
  /** The events with `from <= revision <= to`, oldest first. */
  events(id: ProjectId, from: number, to?: number): Promise<JournalEvent[]>;
  /**
   * Reads the whole journal anew and checks each line against the one before; null where nothing
   * is kept that could have been altered.
   *
   * @throws JournalBroken naming the first line that cannot be trusted
   */
  verifyJournal(id: ProjectId): Promise<{ readonly events: number } | null>;
  /** Makes the next load quick, in the background of other work; never changes what is loaded. */
  saveSnapshot(id: ProjectId): Promise<void>;
  /** Keeps what `list` tells of the project, so that the home page need not open it. */
  saveSummary(summary: ProjectSummary): Promise<void>;
  /** Takes the project off the list; `restore` brings it back whole. */
  remove(id: ProjectId): Promise<void>;
  restore(id: ProjectId): Promise<void>;
  /** Durable when resolved; the name is the SHA-256 of the bytes, in hex. */
  putText(id: ProjectId, text: string): Promise<string>;
  getText(id: ProjectId, hash: string): Promise<string | null>;
  putOriginal(id: ProjectId, bytes: Uint8Array): Promise<string>;
  getOriginal(id: ProjectId, hash: string): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

export interface ProjectListing {
  readonly projects: readonly ProjectHead[];
  readonly removed: readonly ProjectHead[];
}

/** A listed project; `summary` is null where none was kept for the newest revision. */
export interface ProjectHead {
  readonly id: ProjectId;
  readonly summary: ProjectSummary | null;
}

export interface Clock {
  now(): Date;
}

export interface IdSource {
  /** Opaque, sortable by the time it was made, unguessable. */
  newId(): string;
}

/** An uploaded file as the reader of its format understood it. */
export interface ReadTranscript {
  readonly format: string;
  readonly text: string;
  readonly turns: readonly Turn[];
  /** What may ask a question of the guide. */
  readonly said: readonly Said[];
  /** Words that interviewees speak, or anybody where none is known. */
  readonly wordCount: number;
  readonly warnings: readonly Warning[];
  /** Seconds from the start of the recording to the end of the last words; where the file tells. */
  readonly endsAt?: number;
}

/** Something to look at in a file that was taken: `warnings.<code>` in the locales, and what fills it. */
export interface Warning {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Turns uploads into transcripts; throws `Rejection` with the reason a person can use. */
export interface TranscriptReader {
  /** @param signal when nobody wants the transcript any more: `upload-cancelled` then */
  read(fileName: string, bytes: Uint8Array, signal?: AbortSignal): Promise<ReadTranscript>;
  /** The files in an archive, in its order; null for a file that is none. */
  filesIn(fileName: string, bytes: Uint8Array): readonly PackedFile[] | null;
}

/** A file in an archive. */
export interface PackedFile {
  readonly name: string;
  /** Its bytes, unpacked now; rejects with the `Rejection` of this file alone. */
  unpack(): Promise<Uint8Array>;
}

/** A row of a codings file, numbered as a spreadsheet shows it. Offsets are code points. */
export interface CodingRow {
  readonly row: number;
  readonly transcript: string;
  readonly quote: string;
  readonly start: number | null;
  readonly end: number | null;
  /** The name, or the label where `themeTitle` holds the name. */
  readonly theme: string | null;
  readonly themeTitle: string | null;
  /** Label or name of the theme above. */
  readonly parent: string | null;
  readonly type: string | null;
  readonly coder: string | null;
  readonly question: string | null;
  readonly reduction: string | null;
  readonly memo: string | null;
  /** The explanation of a deviant case; null where it is none. */
  readonly deviant: string | null;
  readonly stance: 'supports' | 'contradicts' | null;
}

/** What could not be read or placed, for the person who will mend it. */
export interface RowProblem {
  readonly row: number;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Reads tables of values or answers; throws `Rejection` where a file is none. */
export interface TableReader {
  /** Endings it reads, without the dot. */
  readonly extensions: readonly string[];
  /**
   * @param sheet of a workbook, by its name; the first where none is named
   * @param signal when nobody wants the table any more: `upload-cancelled` then
   */
  read(fileName: string, bytes: Uint8Array, sheet?: string, signal?: AbortSignal): Promise<Table>;
}

export interface CodingsReader {
  read(
    fileName: string,
    bytes: Uint8Array,
  ): { rows: readonly CodingRow[]; problems: readonly RowProblem[] };
}

/** The example project in one language, as files a user could have. */
export interface ExampleFiles {
  readonly transcripts: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly codings: { readonly name: string; readonly bytes: Uint8Array };
  readonly about: ExampleDescription;
}

export interface ExampleDescription {
  readonly name: string;
  readonly language: Language;
  readonly approach: Approach;
  readonly researchQuestions: readonly string[];
  readonly themes: readonly {
    readonly label: string;
    readonly name: string;
    readonly parent?: string;
    readonly definition?: string;
    readonly include?: string;
    readonly exclude?: string;
  }[];
  readonly types: readonly {
    readonly name: string;
    readonly kind: TypeKind;
    readonly description: string;
  }[];
  readonly report: {
    readonly title: string;
    readonly introduction: string;
    readonly texts: Readonly<Record<string, string>>;
  };
}

export interface ExampleSource {
  read(language: Language): Promise<ExampleFiles>;
}

/** A shipped framework as a list shows it, in one language. */
export interface FrameworkSummary {
  readonly id: string;
  readonly name: string;
  /** As it is cited in a text, e.g. "Lemon & Verhoef 2016, 77". */
  readonly citation: string;
  readonly about: string;
  /** One name for a tree; two where every passage gets a concept of each. */
  readonly dimensions: readonly string[];
  readonly conceptCount: number;
}

export interface LibraryFramework extends FrameworkSummary {
  /** What the user should know before relying on it; null where there is nothing. */
  readonly note: string | null;
  readonly sources: readonly LibrarySource[];
  readonly concepts: readonly LibraryConcept[];
}

export interface LibraryConcept {
  /** Unique within its framework and the same in every language. */
  readonly id: string;
  /** Index into the framework's dimensions; children share their parent's. */
  readonly dimension: number;
  readonly name: string;
  readonly definition: string;
  readonly children: readonly LibraryConcept[];
}

/** A work in the bibliography; null where it is not known for certain. */
export interface LibrarySource {
  readonly key: string;
  /** A type of CSL 1.0.2, e.g. "article-journal"; "document" where it is not known. */
  readonly kind: string;
  /** "Family, I." or an organisation, in the order of the title page. */
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly title: string | null;
  /** The journal or series it appeared in. */
  readonly container: string | null;
  readonly publisher: string | null;
  readonly volume: string | null;
  readonly issue: string | null;
  readonly pages: string | null;
  readonly doi: string | null;
}

/** The frameworks the app is shipped with. */
export interface FrameworkLibrary {
  /** By name, in the order of the language. */
  list(language: Language): Promise<readonly FrameworkSummary[]>;
  /** Null where there is no such framework. */
  get(id: string, language: Language): Promise<LibraryFramework | null>;
}

/** Reads a bibliography (BibTeX, RIS); throws `Rejection` where the file is none. */
export interface ReferencesReader {
  /** Endings it reads, without the dot. */
  readonly extensions: readonly string[];
  read(
    fileName: string,
    bytes: Uint8Array,
  ): { sources: readonly NewSource[]; problems: readonly RowProblem[] };
}

/** Where accounts live: one value, replaced whole. */
export interface PeopleStore {
  /** Nobody where there is none yet; rejects where what is there cannot be believed. */
  load(): Promise<People>;
  /** Durable when resolved. */
  save(people: People): Promise<void>;
}

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes the same time whether or not they match. */
  matches(password: string, hash: string): Promise<boolean>;
}

/** Secrets that are handed out once and kept only as their hash. */
export interface Secrets {
  /** Unguessable, safe in an address. */
  newSecret(): string;
  hash(secret: string): string;
}
