import type {
  CodingsReader,
  ExampleSource,
  FrameworkLibrary,
  ReferencesReader,
  TableReader,
  TranscriptReader,
} from '../app/ports.ts';
import type { Directory } from '../app/people/directory.ts';
import type { Workspace } from '../app/workspace.ts';
import type { CodebookFile } from '../domain/codebook/codebook-file.ts';
import type { Chart, ChartCell } from '../charts/chart.ts';
import type { TranscriptId } from '../domain/ids.ts';
import type { Project } from '../domain/project/project.ts';
import type { Language } from '../domain/project/records.ts';
import type { CodebookFormat } from '../formats/codebooks/registry.ts';
import type { MinutesFormat } from '../formats/minutes/registry.ts';
import type { writeInterviewsCsv } from '../formats/interviews/interviews-csv.ts';
import type { ReductionFormat } from '../formats/reductions/registry.ts';
import type { ReportFormat } from '../formats/reports/registry.ts';
import type { Sheet } from '../formats/tables/write-xlsx.ts';
import type { FigureFormat, SummaryFormat } from '../formats/tables/registry.ts';
import type { FileTask } from './files/file-task.ts';
import type { Translate } from './i18n.ts';

/** What the web needs of the rest; chosen in main. */
export interface Services {
  readonly workspace: Workspace;
  /** Who may sign in; null in local mode. */
  readonly directory: Directory | null;
  readonly transcripts: TranscriptReader;
  /** Endings that may be uploaded, without the dot. */
  readonly transcriptExtensions: readonly string[];
  /** What is known of cases, and answers of surveys. */
  readonly tables: TableReader;
  /** Every case with its values as the CSV that `tables` reads. */
  readonly writeAttributes: (project: Project, caseColumn: string) => string;
  readonly codings: CodingsReader;
  /** Every excerpt as the CSV that `codings` reads. */
  readonly writeCodings: (project: Project, textOf: (id: TranscriptId) => string) => string;
  readonly codebooks: {
    readonly read: (file: string, bytes: Uint8Array) => Promise<CodebookFile>;
    readonly formats: readonly CodebookFormat[];
  };
  readonly example: ExampleSource;
  readonly library: FrameworkLibrary;
  readonly references: ReferencesReader;
  readonly reportFormats: readonly ReportFormat[];
  readonly reductionFormats: readonly ReductionFormat[];
  readonly figureFormats: readonly FigureFormat[];
  readonly chartFiles: {
    readonly png: (chart: Chart) => Promise<Uint8Array>;
    /** A table as the spreadsheet of the language reads it. */
    readonly xlsx: (sheet: Sheet) => Promise<Uint8Array>;
    readonly csv: (rows: readonly (readonly ChartCell[])[], language: Language) => string;
  };
  /**
   * Makes a file of a project, where that keeps nobody else waiting.
   *
   * @throws Rejection `making-too-slow`, `making-too-heavy`, or `making-cancelled` once the signal says so
   */
  readonly makeFile: (
    task: FileTask,
    material: { readonly project: Project; readonly texts: ReadonlyMap<TranscriptId, string> },
    signal?: AbortSignal,
  ) => Promise<string | Uint8Array>;
  /** The interview table as CSV. */
  readonly writeInterviews: typeof writeInterviewsCsv;
  readonly minutesFormats: readonly MinutesFormat[];
  readonly summaryFormats: readonly SummaryFormat[];
  readonly translate: (language: Language) => Translate;
  /** The client's words, by language: what a page hands to its script. */
  readonly clientWords: (language: Language) => Readonly<Record<string, unknown>>;
  readonly version: string;
  /** Folders with the views and the public files. */
  readonly viewsFolder: string;
  readonly publicFolder: string;
  /** Hosts that may be named in a request, e.g. `127.0.0.1:4310`. */
  readonly allowedHosts: ReadonlySet<string>;
  /** Where people find the app, e.g. `https://teema.example.org`; no slash at its end. */
  readonly baseUrl: string;
  /** Makes the first account in team mode, while there is none. */
  readonly setupCode: string | null;
  /** Where projects are kept, told to whoever sits at this computer; null where that is in memory. */
  readonly dataFolder: string | null;
  readonly limits: Limits;
  /** Told of errors that nobody foresaw. */
  readonly onError: (error: unknown) => void;
}

/** What an upload or a request may weigh. */
export interface Limits {
  readonly fileBytes: number;
  readonly requestBytes: number;
  readonly filesPerRequest: number;
  readonly jsonBytes: number;
}

export const DEFAULT_LIMITS: Limits = {
  fileBytes: 50 * 1024 * 1024,
  requestBytes: 300 * 1024 * 1024,
  filesPerRequest: 200,
  jsonBytes: 2 * 1024 * 1024,
};
