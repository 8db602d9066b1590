import process from 'node:process';
import { workerData } from 'node:worker_threads';
import { composeFileTools } from './file-tools.ts';
import { serveProjects } from './threads/serve-projects.ts';
import type { FileTask } from './web/files/file-task.ts';
import { makeFile } from './web/files/make-file.ts';

// Runs as a thread of its own: a large report takes a second to make, a codebook as Word several.

// A library that drops a promise of its own still answers, or runs out of time.
process.on('unhandledRejection', () => undefined);

const { root } = workerData as { readonly root: string };
const composed = composeFileTools(root);

serveProjects(async (task, project, textOf) =>
  makeFile((await composed).tools, task as FileTask, { project, textOf }),
);
