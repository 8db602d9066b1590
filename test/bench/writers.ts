import { codingBody, excerptsPath } from './coding-request.ts';
import { interviewTexts } from './interview-text.ts';
import { makeProject, withWorkspace, type MadeProject } from './make-project.ts';
import { atLeast, atMost, type Row } from './row.ts';
import type { Scenario } from './scenario.ts';
import type { Scratch } from './scratch.ts';
import { startApp, startBareServer, type RunningServer } from './servers.ts';
import { median, p95 } from './statistics.ts';

const WRITERS = 20;
const WARM_UP_MS = 1_000;
const DURATION_MS = 5_000;
const TRANSCRIPTS = 50;
const WORDS = 9_000;
const THEMES = 60;
const EXCERPTS = 1_000;

/** Twenty people code at once; then the app is killed, and everything confirmed is read back. */
export const writers: Scenario = {
  name: 'writers',
  async measure(scratch) {
    const project = await scratch.once('writers', makeWritersProject);
    const bare = await startBareServer(scratch);
    const yardstick = await writeAtOnce(bare, '/', project);
    await bare.stop();
    const app = await startApp(scratch, scratch.path('writers'));
    const written = await writeAtOnce(app, excerptsPath(project), project);
    await app.stop('SIGKILL');
    return [...rowsOf(written, yardstick), await readBack(scratch, project, written)];
  },
};

const makeWritersProject = (folder: string): Promise<MadeProject> =>
  withWorkspace(folder, (workspace) =>
    makeProject(workspace, {
      name: 'Twenty writers',
      texts: interviewTexts(TRANSCRIPTS, WORDS),
      themes: THEMES,
      excerpts: EXCERPTS,
    }),
  );

interface Written {
  /** Of those after the warm-up. */
  readonly latencies: number[];
  readonly perSecond: number;
  /** Every answer, warm-up included. */
  readonly confirmed: readonly string[];
}

async function writeAtOnce(
  { client }: RunningServer,
  path: string,
  project: MadeProject,
): Promise<Written> {
  const latencies: number[] = [];
  const confirmed: string[] = [];
  const begun = performance.now();
  const age = (): number => performance.now() - begun;
  let nth = 0;
  const writer = async (): Promise<void> => {
    while (age() < WARM_UP_MS + DURATION_MS) {
      const { ms, body } = await client.postJson(path, codingBody(project, nth++));
      confirmed.push(body.toString());
      if (age() > WARM_UP_MS) latencies.push(ms);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  return { latencies, perSecond: (latencies.length * 1_000) / (age() - WARM_UP_MS), confirmed };
}

const PEERS = 'Taguette 35–39/s in all; QualCoder one writer only';

function rowsOf(written: Written, yardstick: Written): Row[] {
  const name = `${WRITERS} writers at once`;
  return [
    {
      name: `${name}: codings`,
      value: written.perSecond,
      unit: '/s',
      yardstick: yardstick.perSecond,
      budget: atLeast(1_000),
      peers: PEERS,
    },
    {
      name: `${name}: p50`,
      value: median(written.latencies),
      unit: 'ms',
      yardstick: median(yardstick.latencies),
      peers: 'Taguette 530 ms',
    },
    {
      name: `${name}: p95`,
      value: p95(written.latencies),
      unit: 'ms',
      yardstick: p95(yardstick.latencies),
      budget: atMost(30),
    },
  ];
}

interface Excerpt {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

async function readBack(
  scratch: Scratch,
  project: MadeProject,
  { confirmed }: Written,
): Promise<Row> {
  const app = await startApp(scratch, scratch.path('writers'));
  const kept = new Set((await allExcerpts(app, project)).map(keyOf));
  await app.stop();
  const found = confirmed.filter((body) => kept.has(keyOf(JSON.parse(body) as Excerpt))).length;
  const [of, all] = [found, confirmed.length].map((count) => count.toLocaleString('en'));
  return {
    name: `${WRITERS} writers, then kill -9: confirmed codings read back`,
    remark: `${of} of ${all}`,
    isMet: found === confirmed.length,
  };
}

const keyOf = ({ id, start, end, quote }: Excerpt): string => `${id} ${start}-${end} ${quote}`;

async function allExcerpts({ client }: RunningServer, project: MadeProject): Promise<Excerpt[]> {
  const all: Excerpt[] = [];
  for (let cursor: string | null = '0'; cursor !== null;) {
    const page: { excerpts: Excerpt[]; cursor: string | null } = await client.json(
      `${excerptsPath(project)}?limit=1000&cursor=${cursor}`,
    );
    all.push(...page.excerpts);
    cursor = page.cursor;
  }
  return all;
}
