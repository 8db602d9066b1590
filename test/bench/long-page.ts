import { probed, withPage } from './browser-page.ts';
import { inTurn, msOf } from './measuring.ts';
import type { Budget, Row } from './row.ts';
import type { RunningServer } from './servers.ts';
import { median } from './statistics.ts';

const TIMES = 15;
const BROWSER_TIMES = 7;

/** A page of thousands of rows that comes with its first rows and fetches the others. */
export interface LongPage {
  readonly name: string;
  readonly path: string;
  /** Names of the probe: when the first rows can be read, and when all are there. */
  readonly readable: string;
  readonly whole: string;
  /** Of the HTML, and of what the browser shows. */
  readonly budget: Budget;
  readonly browserBudget: Budget;
}

/** The page's HTML, beside an answer as long that nothing is done for. */
export async function served(
  app: RunningServer,
  bare: RunningServer,
  { name, path, budget }: LongPage,
): Promise<Row> {
  const { length } = (await app.client.ask(path)).body;
  const { figure, yardstick } = await inTurn(
    TIMES,
    () => msOf(app.client.ask(path)),
    () => msOf(bare.client.ask(`/${length}`)),
  );
  return {
    name: `${name}: HTML complete (${(length / 1e6).toFixed(1)} MB)`,
    value: median(figure),
    unit: 'ms',
    yardstick: median(yardstick),
    budget,
  };
}

/** From the navigation to rows on the screen, the assets in the browser's cache. */
export const opened = (app: RunningServer, bare: RunningServer, asked: LongPage): Promise<Row[]> =>
  withPage(app.client.origin, async (page) => {
    const { name, path, browserBudget: budget } = asked;
    const { length } = (await app.client.ask(path)).body;
    await page.goto(app.client.origin + path);
    const whole: number[] = [];
    const { figure, yardstick } = await inTurn(
      BROWSER_TIMES,
      async () => {
        await page.goto(app.client.origin + path);
        whole.push(await probed(page, asked.whole));
        return probed(page, asked.readable);
      },
      async () => {
        await page.goto(`${bare.client.origin}/${length}`);
        return probed(page, 'loaded');
      },
    );
    const row = { unit: 'ms', yardstick: median(yardstick), budget } as const;
    return [
      { name: `${name}: readable in the browser`, value: median(figure), ...row },
      { name: `${name}: all its rows there`, value: median(whole), ...row },
    ];
  });
