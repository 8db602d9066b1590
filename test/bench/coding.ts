import { codingBody, excerptsPath } from './coding-request.ts';
import { interviewTexts } from './interview-text.ts';
import { makeProject, withWorkspace, type MadeProject } from './make-project.ts';
import { inTurn, msOf, repeated } from './measuring.ts';
import { timesAtMost, type Row } from './row.ts';
import type { Scenario } from './scenario.ts';
import { startApp, startBareServer, type RunningServer } from './servers.ts';
import { median, p95 } from './statistics.ts';

const SIZES = [100, 1_000, 10_000, 100_000];
const TRANSCRIPTS = 50;
const WORDS = 9_000;
const THEMES = 60;
const WARM_UP = 40;
const TIMES = 200;

/** One coding at a time over a connection that is kept, in projects of four sizes. */
export const coding: Scenario = {
  name: 'coding',
  async measure(scratch) {
    const projects = await scratch.once('coding', makeProjects);
    const app = await startApp(scratch, scratch.path('coding'));
    const bare = await startBareServer(scratch);
    const taken = await codeInTurn(projects, app, bare);
    const rows = [...rowsOf(taken), await counts(projects, app)];
    await Promise.all([app.stop(), bare.stop()]);
    return rows;
  },
};

function makeProjects(folder: string): Promise<MadeProject[]> {
  const texts = interviewTexts(TRANSCRIPTS, WORDS);
  return withWorkspace(folder, (workspace) =>
    repeated(SIZES.length, (i) =>
      makeProject(workspace, {
        name: `Project ${i}`,
        texts,
        themes: THEMES,
        excerpts: SIZES[i] ?? 0,
      }),
    ),
  );
}

interface Taken {
  readonly codings: readonly number[][];
  readonly bare: number[];
}

/** Round by round, each size and the yardstick once: whatever the machine does falls on all. */
async function codeInTurn(
  projects: readonly MadeProject[],
  app: RunningServer,
  bare: RunningServer,
): Promise<Taken> {
  const taken: Taken = { codings: projects.map(() => []), bare: [] };
  await repeated(WARM_UP + TIMES, async (round) => {
    for (const [i, project] of projects.entries()) {
      const body = codingBody(project, round);
      const bareMs = await msOf(bare.client.postJson('/', body));
      const codingMs = await msOf(app.client.postJson(excerptsPath(project), body));
      if (round < WARM_UP) continue;
      taken.bare.push(bareMs);
      taken.codings[i]?.push(codingMs);
    }
  });
  return taken;
}

const PEERS = 'Taguette 20–28 ms, QualCoder 10 ms';
const PEERS_P95 = 'Taguette 32–41 ms, QualCoder 13–19 ms';

function rowsOf({ codings, bare }: Taken): Row[] {
  const rows = codings.flatMap((values, i): Row[] => {
    const name = `one coding, ${SIZES[i]?.toLocaleString('en')} excerpts`;
    return [
      {
        name: `${name}: p50`,
        value: median(values),
        unit: 'ms',
        yardstick: median(bare),
        budget: timesAtMost(2),
        peers: PEERS,
      },
      {
        name: `${name}: p95`,
        value: p95(values),
        unit: 'ms',
        yardstick: p95(bare),
        peers: PEERS_P95,
      },
    ];
  });
  return [...rows, growth(codings)];
}

const growth = (codings: readonly (readonly number[])[]): Row => ({
  name: 'one coding, 100,000 against 100 excerpts: p50',
  value: median(codings.at(-1) ?? []),
  unit: 'ms',
  yardstick: median(codings[0] ?? []),
  budget: timesAtMost(1.2),
});

const COUNTS_TIMES = 9;

/** What the coding page asks for after every coding: the codebook with its counts. */
async function counts(projects: readonly MadeProject[], { client }: RunningServer): Promise<Row> {
  const asked = (project: MadeProject | undefined) => async (): Promise<number> =>
    (await msOf(client.ask(`/api/v1/projects/${project?.id ?? ''}/themes`))) +
    (await msOf(client.ask(`/api/v1/projects/${project?.id ?? ''}/types`)));
  const { figure, yardstick } = await inTurn(
    COUNTS_TIMES,
    asked(projects.at(-1)),
    asked(projects[0]),
  );
  return {
    name: 'counts after a coding, 100,000 against 100 excerpts: p50',
    value: median(figure),
    unit: 'ms',
    yardstick: median(yardstick),
  };
}
