import type { Page } from 'playwright-core';
import { probed, withPage } from './browser-page.ts';
import { codePath, type LongTexts } from './long-texts.ts';
import { inTurn } from './measuring.ts';
import { atMost, type Row } from './row.ts';
import type { RunningServer } from './servers.ts';
import { median } from './statistics.ts';

const TIMES = 5;
const BUDGET = atMost(500);

/** From the navigation to text on the screen, the assets in the browser's cache. */
export const openInBrowser = (
  app: RunningServer,
  bare: RunningServer,
  { long, usual }: LongTexts,
): Promise<Row[]> =>
  withPage(app.client.origin, async (page) => [
    ...(await opened(page, app, bare, codePath(long), {
      name: '100,000 words + 2,000 excerpts',
      peers: 'Taguette 124,000–157,000 ms, QualCoder 2,100 ms',
    })),
    ...(await opened(page, app, bare, codePath(usual), {
      name: '9,000 words + 100 excerpts',
      peers: 'Taguette 1,200–1,500 ms, QualCoder 200 ms',
    })),
  ]);

async function opened(
  page: Page,
  app: RunningServer,
  bare: RunningServer,
  path: string,
  { name, peers }: { name: string; peers: string },
): Promise<Row[]> {
  const { length } = (await app.client.ask(path)).body;
  await page.goto(app.client.origin + path);
  const ready: number[] = [];
  const { figure, yardstick } = await inTurn(
    TIMES,
    async () => {
      await page.goto(app.client.origin + path);
      ready.push(await probed(page, 'ready'));
      return probed(page, 'readable');
    },
    async () => {
      await page.goto(`${bare.client.origin}/${length}`);
      return probed(page, 'loaded');
    },
  );
  const row = { unit: 'ms', yardstick: median(yardstick), budget: BUDGET, peers } as const;
  return [
    { name: `${name}: text readable in the browser`, value: median(figure), ...row },
    { name: `${name}: margin and codebook drawn too`, value: median(ready), ...row },
  ];
}
