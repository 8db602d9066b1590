import { existsSync } from 'node:fs';
import type { Project } from './domain/project/project.ts';
import { ProjectThreads } from './threads/project-threads.ts';
import type { FileTask } from './web/files/file-task.ts';
import { makeFile, type FileTools } from './web/files/make-file.ts';
import type { Services } from './web/services.ts';

/** What is asked for by somebody who waits: the largest files take a tenth of it. */
const SECONDS = 300;
const HEAP_MEGABYTES = 2_048;
/** Two at once leave each other and the answering thread their time. */
const THREADS = 2;

/**
 * Makes files in threads where the build put their script beside this module, small ones and where
 * there is no script in this thread.
 *
 * @param root of the project, which the threads read their words from
 */
export function fileMaker(tools: FileTools, root: string): Services['makeFile'] {
  const script = new URL('./file-worker.js', import.meta.url);
  const threads = existsSync(script)
    ? new ProjectThreads<FileTask>(script, {
        ...{ workers: THREADS, seconds: SECONDS, heapMegabytes: HEAP_MEGABYTES },
        workerData: { root },
      })
    : null;
  return async (task, { project, texts }, signal) =>
    threads && !isSmall(project)
      ? threads.make(task, { project, texts }, signal)
      : makeFile(tools, task, { project, textOf: (id) => texts.get(id) ?? '' });
}

const SMALL = { excerpts: 150, themes: 100, cells: 2_000 };

/** Made here sooner than handed over, while nobody notices. */
const isSmall = ({ excerpts, themes, cases, attributes }: Project): boolean =>
  excerpts.size <= SMALL.excerpts &&
  themes.size <= SMALL.themes &&
  cases.size * (themes.size + attributes.size) <= SMALL.cells;
