import type { Page } from 'playwright-core';
import { file } from './analysis.ts';
import { probed, withPage } from './browser-page.ts';
import { interviewTexts } from './interview-text.ts';
import { makeProject, withWorkspace, type MadeProject } from './make-project.ts';
import { inTurn, msOf } from './measuring.ts';
import { atMost, type Row } from './row.ts';
import type { Scenario } from './scenario.ts';
import { opened, served } from './long-page.ts';
import { startApp, startBareServer, type RunningServer } from './servers.ts';
import { median } from './statistics.ts';

const THEMES = 2_000;
const EXCERPTS = 10_000;
const TRANSCRIPTS = 50;
const WORDS = 3_000;
const MERGES = 9;
const FILE_TIMES = 3;
const PAGE = '2,000 themes + 10,000 excerpts';

interface Prepared {
  readonly large: MadeProject;
  /** All its excerpts carry its only theme. */
  readonly gathered: MadeProject;
}

/** A large codebook on the screen, and the largest of its themes merged into another. */
export const codebook: Scenario = {
  name: 'codebook',
  async measure(scratch) {
    const { large, gathered } = await scratch.once('codebook', prepare);
    const app = await startApp(scratch, scratch.path('codebook'));
    const bare = await startBareServer(scratch);
    const page = {
      name: `codebook of ${PAGE}`,
      path: `/projects/${large.id}/themes`,
      readable: 'codebookReadable',
      whole: 'codebookWhole',
      budget: atMost(300),
      browserBudget: atMost(300),
    };
    const rows = [
      await served(app, bare, page),
      ...(await opened(app, bare, page)),
      ...(await file(
        app,
        `codebook of ${THEMES.toLocaleString('en')} themes as Word`,
        `/api/v1/projects/${large.id}/export/codebook.docx`,
        `/api/v1/projects/${large.id}`,
        FILE_TIMES,
      )),
      await filtered(app, large),
      ...(await merged(app, bare, gathered, 0)),
      ...(await merged(app, bare, gathered, 1)),
    ];
    await Promise.all([app.stop(), bare.stop()]);
    return rows;
  },
};

const prepare = (folder: string): Promise<Prepared> =>
  withWorkspace(folder, async (workspace) => {
    const texts = interviewTexts(TRANSCRIPTS, WORDS);
    const make = (themes: number): Promise<MadeProject> =>
      makeProject(workspace, { name: `${themes} themes`, texts, themes, excerpts: EXCERPTS });
    return { large: await make(THEMES), gathered: await make(1) };
  });

const QUERY = 'teema 17';

/** The script of one key in the palette's field, the whole codebook looked through. */
const filtered = (app: RunningServer, project: MadeProject): Promise<Row> =>
  withPage(app.client.origin, async (page) => {
    await openPalette(page, app, project);
    const taken: number[] = [];
    for (const key of QUERY.repeat(3)) taken.push(await scriptOfKey(page, key));
    return {
      name: 'a key in the palette → 2,000 themes filtered, script only',
      value: median(taken),
      unit: 'ms',
      budget: atMost(16),
    };
  });

async function openPalette(
  page: Page,
  app: RunningServer,
  { id, transcripts }: MadeProject,
): Promise<void> {
  await page.goto(`${app.client.origin}/projects/${id}/code/${transcripts[0]?.id ?? ''}`);
  await probed(page, 'ready');
  for (let turn = 1; !(await page.evaluate(`bench.selectIn(${turn})`)); turn++);
  await probed(page, 'nextFrames()');
  await page.keyboard.press('Enter');
  await page.locator('#palette input').waitFor();
}

async function scriptOfKey(page: Page, key: string): Promise<number> {
  await page.evaluate('globalThis.watched = bench.script("input"); null');
  await page.keyboard.press(key === ' ' ? 'Space' : key);
  return Number(await page.evaluate('globalThis.watched'));
}

async function merged(
  app: RunningServer,
  bare: RunningServer,
  project: MadeProject,
  listeners: number,
): Promise<Row[]> {
  const base = `/api/v1/projects/${project.id}`;
  const from = project.themeIds[0] ?? '';
  const { body } = await app.client.post(`${base}/themes`, { name: 'Into' });
  const { id: into } = JSON.parse(body.toString()) as { id: string };
  const stopped = new AbortController();
  for (let nth = 0; nth < listeners; nth++) await listen(app, base, stopped.signal);
  const undone: number[] = [];
  const { figure, yardstick } = await inTurn(
    MERGES,
    async () => {
      const ms = await msOf(app.client.post(`${base}/themes/${from}/merge`, { into }));
      undone.push(await msOf(app.client.post(`${base}/undo`, {})));
      return ms;
    },
    () => msOf(bare.client.post('/', { into })),
  );
  stopped.abort();
  const name = `merge of a theme of 10,000 excerpts${listeners > 0 ? ', a page open on it' : ''}`;
  const row = { unit: 'ms', yardstick: median(yardstick), budget: atMost(200) } as const;
  return [
    { name, value: median(figure), ...row },
    { name: `${name}: undone`, value: median(undone), ...row },
  ];
}

/** Reads the project's changes to the end, as an open page does. */
async function listen(app: RunningServer, base: string, signal: AbortSignal): Promise<void> {
  const { body } = await fetch(`${app.client.origin}${base}/events`, { signal });
  const read = async (): Promise<void> => {
    const reader = body?.getReader();
    while (reader && !(await reader.read()).done);
  };
  read().catch(() => undefined);
}
