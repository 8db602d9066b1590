import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProjectStore, TableReader, TranscriptReader } from './app/ports.ts';
import type { Directory } from './app/people/directory.ts';
import { Workspace } from './app/workspace.ts';
import { fileMaker } from './file-maker.ts';
import { composeFileTools } from './file-tools.ts';
import { chartPng } from './formats/charts/chart-png.ts';
import { readCodebook } from './formats/codebooks/registry.ts';
import { readCodingsCsv } from './formats/codings/read-codings-csv.ts';
import { writeCsv } from './formats/csv.ts';
import { writeInterviewsCsv } from './formats/interviews/interviews-csv.ts';
import { MINUTES_FORMATS } from './formats/minutes/registry.ts';
import { referencesReader } from './formats/references/references-reader.ts';
import { readTable, TABLE_EXTENSIONS } from './formats/tables/read-table.ts';
import { filesInArchive } from './formats/transcripts/archive.ts';
import { readTranscript, transcriptExtensions } from './formats/transcripts/registry.ts';
import { WorkerReader } from './formats/transcripts/worker-reader.ts';
import { systemClock, uuidSource } from './system/clock-and-ids.ts';
import { exampleFiles } from './system/example-files.ts';
import { frameworkLibrary } from './system/framework-library.ts';
import { currentViewer } from './web/middleware/viewer.ts';
import { DEFAULT_LIMITS, type Services } from './web/services.ts';

interface Parts {
  /** The project's root: views, public files, locales and the example lie below it. */
  readonly root: string;
  readonly store: ProjectStore;
  /** Who may sign in; local mode where left out. */
  readonly directory?: Directory;
  readonly baseUrl?: string;
  readonly setupCode?: string | null;
  readonly dataFolder?: string | null;
  /** `host:port` as requests may name it. */
  readonly allowedHosts: ReadonlySet<string>;
  readonly log: (what: string, error: unknown) => void;
}

/** The whole app but its socket: what main serves and what tests talk to. */
export async function composeServices({
  root,
  store,
  directory,
  baseUrl = '',
  setupCode = null,
  dataFolder = null,
  allowedHosts,
  log,
}: Parts): Promise<Services> {
  const { tools, catalogues } = await composeFileTools(root);
  const { codebookFormats, ...writers } = tools;
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return {
    workspace: new Workspace({
      store,
      clock: systemClock,
      ids: uuidSource,
      ...(directory && { access: directory }),
      viewer: currentViewer,
      onBackgroundFailure: log,
    }),
    ...readers(),
    ...writers,
    makeFile: fileMaker(tools, root),
    directory: directory ?? null,
    baseUrl,
    setupCode,
    dataFolder,
    transcriptExtensions: transcriptExtensions(),
    codings: { read: readCodingsCsv },
    codebooks: { read: readCodebook, formats: codebookFormats },
    example: exampleFiles(path.join(root, 'src/example')),
    library: frameworkLibrary(path.join(root, 'src/library')),
    references: referencesReader,
    chartFiles: {
      png: chartPng,
      csv: writeCsv,
      xlsx: async (sheet) => (await import('./formats/tables/write-xlsx.ts')).writeXlsx(sheet),
    },
    writeInterviews: writeInterviewsCsv,
    minutesFormats: MINUTES_FORMATS,
    clientWords: (language) => catalogues[language]['client'] as Record<string, unknown>,
    version,
    viewsFolder: path.join(root, 'views'),
    publicFolder: path.join(root, 'public'),
    allowedHosts,
    limits: DEFAULT_LIMITS,
    onError: (error) => log('request failed', error),
  };
}

/**
 * Reads in threads where the build put their script beside this module; in this process where there
 * is none, as when TypeScript is run from its sources.
 */
function readers(): { transcripts: TranscriptReader; tables: TableReader } {
  const script = new URL('./read-worker.js', import.meta.url);
  const threads = existsSync(script) ? new WorkerReader(script) : null;
  return {
    transcripts: {
      read: (name, bytes, signal) =>
        threads ? threads.read(name, bytes, signal) : readTranscript(name, bytes),
      filesIn: filesInArchive,
    },
    tables: {
      extensions: TABLE_EXTENSIONS,
      read: (name, bytes, sheet, signal) =>
        threads ? threads.readTable(name, bytes, sheet, signal) : readTable(name, bytes, sheet),
    },
  };
}

/** The names under which this computer may call itself. */
export const localHosts = (port: number): Set<string> =>
  new Set(
    ['127.0.0.1', 'localhost', '[::1]'].flatMap((name) => [
      `${name}:${port}`,
      ...(port === 80 ? [name] : []),
    ]),
  );
