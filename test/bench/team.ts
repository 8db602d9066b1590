import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codingBody, excerptsPath } from './coding-request.ts';
import { EventReader } from './event-reader.ts';
import { interviewTexts } from './interview-text.ts';
import { makeProject, withWorkspace, type MadeProject } from './make-project.ts';
import { keptPoints, memoryRows, type MemoryPoint } from './team-memory.ts';
import { residentMemory } from './resident-memory.ts';
import { atLeast, atMost, type Row } from './row.ts';
import type { Scenario } from './scenario.ts';
import { startApp, startBareServer, type RunningServer } from './servers.ts';
import { median, p95 } from './statistics.ts';
import { makeTeam } from './team-people.ts';

const CODERS = 10;
const READERS = 40;
const PLAN = { name: 'Fifty people', themes: 60, excerpts: 1_000 };
const TRANSCRIPTS = 50;
const WORDS = 9_000;
/** A quick coder: one coding each half a second. */
const PAUSE_MS = 500;
const WRITERS = 20;
const BURST_MS = 5_000;
const SAMPLE_MS = 5_000;
/** Collections whose remainder is noted: one each minute of ten. */
const SAMPLES = 10;
const MINUTES = Number(
  /^--minutes=([\d.]+)$/.exec(
    process.argv.find((arg) => arg.startsWith('--minutes=')) ?? '',
  )?.[1] ?? 1,
);

interface Confirmed {
  readonly id: string;
  readonly revision: number;
  readonly at: number;
}

/** Fifty people signed in, in one project, all with live updates: ten code, then twenty write at once. */
export const team: Scenario = {
  name: 'team',
  async measure(scratch) {
    const folder = scratch.path('team');
    const project = await scratch.once('team', makeTeamProject);
    const cookies = await makeTeam(folder, project.id, CODERS + WRITERS, READERS - WRITERS);
    const bare = await startBareServer(scratch);
    const yardstick = await burst(bare, '/', project, cookies);
    await bare.stop();
    const kept = { file: scratch.path('team-kept'), pauseMs: (MINUTES * 60_000) / SAMPLES };
    const app = await startApp(scratch, folder, ['--team'], kept);
    const readers = cookies.map((_, i) => new EventReader(i === cookies.length - 1));
    const begun = await revisionOf(app, project, cookies[0] ?? '');
    const events = `/api/v1/projects/${project.id}/events?since=${begun}&page=code`;
    await Promise.all(
      readers.map((reader, i) => reader.open(app.client.origin, events, cookies[i] ?? '')),
    );
    const path = excerptsPath(project);
    const steady = await codeSteadily(app, path, project, cookies);
    const after = keptPoints(kept.file, MINUTES / SAMPLES);
    const hurried = await burst(app, path, project, cookies);
    const confirmed = [...steady.confirmed, ...hurried.confirmed];
    const last = Math.max(...confirmed.map(({ revision }) => revision));
    await untilRead(readers, last);
    const live = liveTimes(readers.at(-1), steady.confirmed);
    for (const reader of readers) reader.close();
    await app.stop('SIGKILL');
    return [
      ...steadyRows(steady, live, after),
      {
        name: `${WRITERS} writers at once, ${readers.length} live: codings`,
        value: hurried.perSecond,
        unit: '/s',
        yardstick: yardstick.perSecond,
        budget: atLeast(1_000),
        peers: 'Taguette 37/s',
      },
      journalRow(join(folder, 'projects', project.id, 'journal.jsonl'), confirmed),
      readersRow(readers, begun, last),
    ];
  },
};

const makeTeamProject = (folder: string): Promise<MadeProject> =>
  withWorkspace(folder, (workspace) =>
    makeProject(workspace, { ...PLAN, texts: interviewTexts(TRANSCRIPTS, WORDS) }),
  );

async function revisionOf(
  { client }: RunningServer,
  { id }: MadeProject,
  cookie: string,
): Promise<number> {
  const { body } = await client.ask(`/api/v1/projects/${id}`, { headers: { cookie } });
  return (JSON.parse(body.toString()) as { revision: number }).revision;
}

let nth = 0;

async function codeOnce(
  { client }: RunningServer,
  path: string,
  project: MadeProject,
  cookie: string,
  confirmed: Confirmed[],
): Promise<number> {
  const at = performance.now();
  const { ms, body } = await client.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: codingBody(project, nth++),
  });
  const { id = '', revision = 0 } = JSON.parse(body.toString()) as Partial<Confirmed>;
  confirmed.push({ id, revision, at });
  return ms;
}

interface Steady {
  readonly latencies: number[];
  readonly confirmed: Confirmed[];
  readonly memory: MemoryPoint[];
}

async function codeSteadily(
  app: RunningServer,
  path: string,
  project: MadeProject,
  cookies: readonly string[],
): Promise<Steady> {
  const steady: Steady = { latencies: [], confirmed: [], memory: [] };
  const begun = performance.now();
  const minutes = (): number => (performance.now() - begun) / 60_000;
  const coder = async (cookie: string, i: number): Promise<void> => {
    await sleep((PAUSE_MS * i) / CODERS);
    while (minutes() < MINUTES) {
      steady.latencies.push(await codeOnce(app, path, project, cookie, steady.confirmed));
      await sleep(PAUSE_MS);
    }
  };
  const watch = async (): Promise<void> => {
    while (minutes() < MINUTES) {
      await sleep(SAMPLE_MS);
      const bytes = residentMemory(app.pid);
      if (bytes !== null) steady.memory.push([minutes(), bytes / 1024 / 1024]);
    }
  };
  await Promise.all([...cookies.slice(0, CODERS).map(coder), watch()]);
  return steady;
}

async function burst(
  app: RunningServer,
  path: string,
  project: MadeProject,
  cookies: readonly string[],
): Promise<{ perSecond: number; confirmed: Confirmed[] }> {
  const confirmed: Confirmed[] = [];
  const begun = performance.now();
  const age = (): number => performance.now() - begun;
  await Promise.all(
    cookies.slice(0, WRITERS).map(async (cookie) => {
      while (age() < BURST_MS) await codeOnce(app, path, project, cookie, confirmed);
    }),
  );
  return { perSecond: (confirmed.length * 1_000) / age(), confirmed };
}

/** Until everybody has read up to the revision, or clearly will not. */
async function untilRead(readers: readonly EventReader[], revision: number): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    if (readers.every(({ last }) => last >= revision)) return;
    await sleep(100);
  }
}

/** From the coder's request to the change on somebody else's line. */
const liveTimes = (reader: EventReader | undefined, confirmed: readonly Confirmed[]): number[] =>
  confirmed.flatMap(({ revision, at }) => {
    const arrived = reader?.arrived.get(revision);
    return arrived === undefined ? [] : [arrived - at];
  });

function steadyRows(
  { latencies, memory, confirmed }: Steady,
  live: readonly number[],
  kept: readonly MemoryPoint[],
): Row[] {
  const name = `${CODERS} code and ${CODERS + READERS} follow, ${MINUTES} min`;
  return [
    { name: `${name}: codings`, remark: confirmed.length.toLocaleString('en') },
    { name: `${name}: one coding, p50`, value: median(latencies), unit: 'ms' },
    { name: `${name}: one coding, p95`, value: p95(latencies), unit: 'ms', budget: atMost(50) },
    { name: `${name}: request to the others, p50`, value: median(live), unit: 'ms' },
    {
      name: `${name}: request to the others, p95`,
      value: p95(live),
      unit: 'ms',
      budget: atMost(200),
    },
    ...memoryRows(name, memory, kept.slice(1), confirmed.length / MINUTES),
  ];
}

function journalRow(journal: string, confirmed: readonly Confirmed[]): Row {
  const times = new Map<string, number>();
  for (const line of readFileSync(journal, 'utf8').split('\n')) {
    const id = /"kind":"excerpt-added","record":\{"id":"([^"]+)"/.exec(line)?.[1];
    if (id) times.set(id, (times.get(id) ?? 0) + 1);
  }
  const once = confirmed.filter(({ id }) => times.get(id) === 1).length;
  return {
    name: 'kill -9: confirmed codings that the journal holds exactly once',
    remark: `${once.toLocaleString('en')} of ${confirmed.length.toLocaleString('en')}`,
    isMet: once === confirmed.length,
  };
}

function readersRow(readers: readonly EventReader[], begun: number, last: number): Row {
  const whole = readers.filter(
    (one) => one.faults === 0 && one.first === begun + 1 && one.last >= last,
  );
  return {
    name: 'readers who were sent every change, in order and once',
    remark: `${whole.length} of ${readers.length}`,
    isMet: whole.length === readers.length,
  };
}
