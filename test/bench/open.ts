import { openInBrowser } from './open-in-browser.ts';
import { codePath, longTexts, longTextsFolder, type LongTexts } from './long-texts.ts';
import { codingBody, excerptsPath } from './coding-request.ts';
import type { MadeProject } from './make-project.ts';
import { inTurn, msOf } from './measuring.ts';
import { atMost, timesAtMost, type Row } from './row.ts';
import type { Scenario } from './scenario.ts';
import { startApp, startBareServer, type RunningServer } from './servers.ts';
import { median } from './statistics.ts';

const TIMES = 15;
const CODINGS = 60;
/** What Chromium says it takes from its own computer. */
const AS_A_BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd' };

/** A transcript on the screen: as the server makes it, and as the browser shows it. */
export const open: Scenario = {
  name: 'open',
  async measure(scratch) {
    const texts = await longTexts(scratch);
    const app = await startApp(scratch, longTextsFolder(scratch));
    const bare = await startBareServer(scratch);
    const rows = [
      await firstOpening(app, texts.long),
      await served(app, bare, texts.long),
      ...(await openInBrowser(app, bare, texts)),
      await codingInLongText(app, bare, texts),
    ];
    await Promise.all([app.stop(), bare.stop()]);
    return rows;
  },
};

const LONG = '100,000 words + 2,000 excerpts';

async function firstOpening({ client }: RunningServer, project: MadeProject): Promise<Row> {
  const value = await msOf(client.ask(codePath(project)));
  return { name: `${LONG}: HTML, first time after the start`, value, unit: 'ms' };
}

async function served(app: RunningServer, bare: RunningServer, project: MadeProject): Promise<Row> {
  const { length } = (await app.client.ask(codePath(project))).body;
  const { figure, yardstick } = await inTurn(
    TIMES,
    () => msOf(app.client.ask(codePath(project), { headers: AS_A_BROWSER })),
    () => msOf(bare.client.ask(`/${length}`)),
  );
  return {
    name: `${LONG}: HTML complete (${(length / 1e6).toFixed(1)} MB)`,
    value: median(figure),
    unit: 'ms',
    yardstick: median(yardstick),
    budget: atMost(60),
    peers: 'Taguette 603 ms for the codings as data',
  };
}

async function codingInLongText(
  app: RunningServer,
  bare: RunningServer,
  { long }: LongTexts,
): Promise<Row> {
  const bodies = Array.from({ length: CODINGS }, (_, i) => codingBody(long, i));
  const { figure, yardstick } = await inTurn(
    CODINGS,
    (nth) => msOf(app.client.postJson(excerptsPath(long), bodies[nth] ?? '')),
    (nth) => msOf(bare.client.postJson('/', bodies[nth] ?? '')),
  );
  return {
    name: 'one coding in a text of 100,000 words: p50',
    value: median(figure),
    unit: 'ms',
    yardstick: median(yardstick),
    budget: timesAtMost(2),
    peers: 'Taguette 186 ms, QualCoder 22 ms',
  };
}
