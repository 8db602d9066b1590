import { setTimeout as sleep } from 'node:timers/promises';
import { interviewTexts } from './interview-text.ts';
import { makeProject, withWorkspace } from './make-project.ts';
import { repeated } from './measuring.ts';
import { residentMemory } from './resident-memory.ts';
import { timesAtMost, type Row } from './row.ts';
import type { Scenario } from './scenario.ts';
import type { Scratch } from './scratch.ts';
import { startApp, type RunningServer } from './servers.ts';

const SIZES = [1, 50, 1_000];
const WORDS = 9_000;
const REST_MS = 2_000;

interface Sized {
  readonly id: string;
  readonly transcripts: number;
  /** Of its texts, in UTF-8. */
  readonly bytes: number;
}

/** What a project with all of its texts read adds to the idle process, by its size. */
export const memory: Scenario = {
  name: 'memory',
  async measure(scratch) {
    const projects = await scratch.once('memory', makeProjects);
    return repeated(projects.length, (i) => rowOf(scratch, projects[i]!));
  },
};

function makeProjects(folder: string): Promise<Sized[]> {
  const texts = interviewTexts(Math.max(...SIZES), WORDS);
  return withWorkspace(folder, (workspace) =>
    repeated(SIZES.length, async (nth) => {
      const transcripts = SIZES[nth] ?? 0;
      const read = texts.slice(0, transcripts);
      const plan = { name: `${transcripts} transcripts`, texts: read, themes: 20, excerpts: 0 };
      const { id } = await makeProject(workspace, plan);
      return { id, transcripts, bytes: Buffer.byteLength(read.join('')) };
    }),
  );
}

const MB = 1e6;

async function rowOf(scratch: Scratch, project: Sized): Promise<Row> {
  const name = `memory over idle, ${project.transcripts.toLocaleString('en')} × 9,000 words read`;
  const app = await startApp(scratch, scratch.path('memory'));
  const idle = await atRest(app);
  await readAll(app, project.id);
  const full = await atRest(app);
  await app.stop();
  if (idle === null || full === null) return { name, remark: 'this system does not tell' };
  const budget = project.transcripts === Math.max(...SIZES) && { budget: timesAtMost(3) };
  return { name, value: (full - idle) / MB, unit: 'MB', yardstick: project.bytes / MB, ...budget };
}

async function atRest({ client, pid }: RunningServer): Promise<number | null> {
  await client.ask('/');
  await sleep(REST_MS);
  return residentMemory(pid);
}

async function readAll({ client }: RunningServer, id: string): Promise<void> {
  const path = `/api/v1/projects/${id}/transcripts`;
  const { transcripts } = await client.json<{ transcripts: { id: string }[] }>(path);
  for (const transcript of transcripts) await client.ask(`${path}/${transcript.id}`);
}
