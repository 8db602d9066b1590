import { interviewTexts } from './interview-text.ts';
import { makeProject, withWorkspace } from './make-project.ts';
import { repeated } from './measuring.ts';
import { atMost, type Row } from './row.ts';
import type { Scenario } from './scenario.ts';
import type { Scratch } from './scratch.ts';
import { startApp, startBareServer } from './servers.ts';
import { median } from './statistics.ts';

const PROJECTS = 50;
const TRANSCRIPTS = 4;
const WORDS = 2_000;
const TIMES = 5;

/** From the start of the process to the first answers, with fifty projects in the folder. */
export const start: Scenario = {
  name: 'start',
  async measure(scratch) {
    await scratch.once('start', makeProjects);
    const taken = await repeated(TIMES, () => startOnce(scratch));
    const yardstick = median(taken.map(({ bare }) => bare));
    const row = { unit: 'ms', yardstick, budget: atMost(500) } as const;
    const rows: Row[] = [
      {
        name: `start with ${PROJECTS} projects → first answer`,
        value: median(taken.map(({ first }) => first)),
        ...row,
        peers: 'Taguette 541 ms, without projects',
      },
      {
        name: `start with ${PROJECTS} projects → first home page`,
        value: median(taken.map(({ home }) => home)),
        ...row,
      },
    ];
    return rows;
  },
};

function makeProjects(folder: string): Promise<unknown> {
  const texts = interviewTexts(TRANSCRIPTS, WORDS);
  return withWorkspace(folder, (workspace) =>
    repeated(PROJECTS, (nth) =>
      makeProject(workspace, { name: `Project ${nth}`, texts, themes: 20, excerpts: 100 }),
    ),
  );
}

interface Start {
  readonly bare: number;
  readonly first: number;
  readonly home: number;
}

async function startOnce(scratch: Scratch): Promise<Start> {
  const bare = await startBareServer(scratch);
  await bare.stop();
  const app = await startApp(scratch, scratch.path('start'));
  const home = app.startMs + (await app.client.ask('/')).ms;
  await app.stop();
  return { bare: bare.startMs, first: app.startMs, home };
}
