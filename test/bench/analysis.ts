import { projectWithTexts } from '../../src/app/project-with-texts.ts';
import { coverage } from '../../src/domain/analysis/coverage.ts';
import type { TextOf } from '../../src/domain/analysis/text-of.ts';
import type { Project } from '../../src/domain/project/project.ts';
import { frequencies } from '../../src/domain/analysis/frequencies.ts';
import { reportModel } from '../../src/domain/reports/report-model.ts';
import { codingBody, excerptsPath } from './coding-request.ts';
import { interviewTexts } from './interview-text.ts';
import { makeProject, withWorkspace, type MadeProject } from './make-project.ts';
import { opened } from './long-page.ts';
import { inTurn, msOf, repeated, timed } from './measuring.ts';
import { meanwhile } from './probe.ts';
import { atMost, type Budget, type Row } from './row.ts';
import type { Scenario } from './scenario.ts';
import type { Scratch } from './scratch.ts';
import { startApp, startBareServer, type RunningServer } from './servers.ts';
import { median, p95 } from './statistics.ts';

const EXCERPTS = 10_000;
const THEMES = 300;
const TRANSCRIPTS = 200;
const WORDS = 1_500;
const SIZE = '10,000 excerpts × 300 themes × 200 transcripts';
const MODEL = atMost(100);
const PAGE = atMost(500);
const OTHERS = atMost(50);

interface Prepared {
  readonly id: string;
  readonly made: MadeProject;
  /** In this process, in milliseconds, by what is made. */
  readonly alone: Readonly<Record<string, readonly number[]>>;
}

/** Tables and reports, alone, over HTTP, and as files. */
export const analysis: Scenario = {
  name: 'analysis',
  async measure(scratch) {
    const prepared = await analysedProject(scratch);
    const app = await startApp(scratch, scratch.path('analysis'));
    const bare = await startBareServer(scratch);
    const base = `/api/v1/projects/${prepared.id}`;
    const tables = `${base}/analysis/frequencies`;
    const table = `${tables}?rows=theme&columns=case`;
    const rows = [
      ...aloneRows(prepared),
      ...(await afterCodings(app, prepared, 'frequencies theme × case', table)),
      ...(await afterCodings(app, prepared, 'frequencies in words', `${tables}?unit=words`)),
      await answered(app, bare, 'frequencies theme × case over HTTP', table),
      await answered(
        app,
        bare,
        'frequencies theme × question over HTTP',
        `${tables}?columns=question`,
      ),
      await answered(app, bare, 'frequencies in words over HTTP', `${tables}?unit=words`),
      await answered(app, bare, 'coverage over HTTP', `${tables}?unit=coverage`),
      await answered(app, bare, 'frequencies page', `/projects/${prepared.id}/analyse`),
      await answered(app, bare, 'framework matrix page', `/projects/${prepared.id}/analyse/matrix`),
      ...(await file(app, 'frequencies as a workbook', `${tables}.xlsx`, base, 3)),
      ...(await file(app, 'framework matrix as Word', `${base}/analysis/matrix.docx`, base, 3)),
      await answered(app, bare, 'report model over HTTP', `${base}/report`),
      ...(await file(app, 'Word report', `${base}/report.docx`, base, 3, atMost(2_000))),
      ...(await file(app, 'report as a workbook', `${base}/report.xlsx`, base, 3, atMost(1_000))),
      ...(await file(app, 'HTML report', `${base}/report.html`, base, 5)),
      ...(await file(app, 'CSV report', `${base}/report.csv`, base, 5)),
      ...(await file(app, 'report page', `/projects/${prepared.id}/report`, base, 5)),
      ...(await opened(app, bare, {
        name: `report of ${SIZE}`,
        path: `/projects/${prepared.id}/report`,
        readable: 'reportReadable',
        whole: 'reportWhole',
        budget: PAGE,
        browserBudget: PAGE,
      })),
      ...(await file(app, 'checks page', `/projects/${prepared.id}/report/checks`, base, 5)),
    ];
    await Promise.all([app.stop(), bare.stop()]);
    return rows;
  },
};

/** 10,000 excerpts of 300 themes in 200 transcripts, and what its tables take alone. */
export const analysedProject = (scratch: Scratch): Promise<Prepared> =>
  scratch.once('analysis', prepare);

const prepare = (folder: string): Promise<Prepared> =>
  withWorkspace(folder, async (workspace) => {
    const made = await makeProject(workspace, {
      name: SIZE,
      texts: interviewTexts(TRANSCRIPTS, WORDS),
      themes: THEMES,
      excerpts: EXCERPTS,
    });
    const { project, textOf } = await projectWithTexts(workspace, made.id);
    return { id: made.id, made, alone: await alone(project, textOf) };
  });

const ALONE_TIMES = 15;

async function alone(project: Project, textOf: TextOf): Promise<Prepared['alone']> {
  const options = { rows: 'theme', columns: 'case', unit: 'excerpts' } as const;
  const times = (work: () => unknown): Promise<number[]> =>
    repeated(ALONE_TIMES, () => timed(() => Promise.resolve(work())));
  return {
    'frequencies theme × case': await times(() => frequencies(project, options)),
    'frequencies in interviewees': await times(() =>
      frequencies(project, { ...options, unit: 'cases' }),
    ),
    'frequencies in words': await times(() =>
      frequencies(project, { ...options, unit: 'words' }, textOf),
    ),
    coverage: await times(() => coverage(project, options, textOf)),
    'frequencies theme × theme': await times(() =>
      frequencies(project, { ...options, columns: 'theme' }),
    ),
    'report model': await times(() => reportModel(project)),
  };
}

const aloneRows = (prepared: Prepared): Row[] =>
  Object.entries(prepared.alone).map(([name, times]) => ({
    name: `${name} alone, ${SIZE}`,
    value: median([...times]),
    unit: 'ms',
    budget: MODEL,
  }));

const HTTP_TIMES = 9;

/** A request beside a bare answer of the same length. */
export async function answered(
  { client }: RunningServer,
  bare: RunningServer,
  name: string,
  path: string,
): Promise<Row> {
  const { length } = (await client.ask(path)).body;
  const { figure, yardstick } = await inTurn(
    HTTP_TIMES,
    () => msOf(client.ask(path)),
    () => msOf(bare.client.ask(`/${length}`)),
  );
  return {
    name: `${name} (${(length / 1e6).toFixed(1)} MB)`,
    value: median(figure),
    unit: 'ms',
    yardstick: median(yardstick),
    budget: MODEL,
  };
}

/** A table asked for the first time, and again after each of some codings: what has changed is counted. */
async function afterCodings(
  { client }: RunningServer,
  { made }: Prepared,
  name: string,
  path: string,
): Promise<Row[]> {
  const first = await msOf(client.ask(path));
  const again = await repeated(HTTP_TIMES, async (nth) => {
    await client.postJson(excerptsPath(made), codingBody(made, EXCERPTS + nth));
    return msOf(client.ask(path));
  });
  return [
    { name: `${name} over HTTP, for the first time`, value: first, unit: 'ms' },
    {
      name: `${name} over HTTP, after one coding`,
      value: median(again),
      unit: 'ms',
      yardstick: first,
      budget: MODEL,
    },
  ];
}

/** What the peers take for 5,000 excerpts, or QualCoder for 7,120. */
const PEERS: Readonly<Record<string, string>> = {
  'Word report': 'Taguette 29,000 ms, QualCoder 2,700–3,600 ms, half the excerpts',
  'HTML report': 'Taguette 200 ms, half the excerpts',
  'CSV report': 'Taguette 3,000 ms, half the excerpts',
};

/** A file, and how long others wait while it is made. */
export async function file(
  { client }: RunningServer,
  name: string,
  path: string,
  other: string,
  times: number,
  budget?: Budget,
): Promise<Row[]> {
  const taken: number[] = [];
  const others: number[] = [];
  // One after the other, the others' requests answered in between: nobody asks for three at once.
  await repeated(times, async () => {
    const work = async (): Promise<void> => void taken.push(await msOf(client.ask(path)));
    others.push(...(await meanwhile(client.origin, other, work)));
  });
  const peers = PEERS[name];
  const row = { name, value: median(taken), unit: 'ms' } as const;
  return [
    { ...row, ...(budget && { budget }), ...(peers && { peers }) },
    {
      name: `${name}: other requests meanwhile, p95`,
      value: p95(others),
      unit: 'ms',
      budget: OTHERS,
    },
    { name: `${name}: other requests meanwhile, longest`, value: Math.max(...others), unit: 'ms' },
  ];
}
