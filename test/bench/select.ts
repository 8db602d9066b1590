import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { probed, withPage } from './browser-page.ts';
import { codePath, longTexts, longTextsFolder } from './long-texts.ts';
import { repeated } from './measuring.ts';
import { atMost, type Row } from './row.ts';
import type { Scenario } from './scenario.ts';
import { startApp } from './servers.ts';
import { median, p95 } from './statistics.ts';

const TIMES = 15;
/** The answer, the live event and the counts have come by then. */
const REST_MS = 700;

/** Selecting and coding with the keyboard, in a transcript that has 5,000 excerpts already. */
export const select: Scenario = {
  name: 'select',
  async measure(scratch) {
    const { dense } = await longTexts(scratch);
    const app = await startApp(scratch, longTextsFolder(scratch));
    const taken = await withPage(app.client.origin, async (page) => {
      await page.goto(app.client.origin + codePath(dense));
      await probed(page, 'ready');
      const turns = await page.locator('#text .turn').count();
      return repeated(TIMES, (nth) =>
        codeOnce(page, Math.floor((turns * (nth + 1)) / (TIMES + 2))),
      );
    });
    await app.stop();
    return rowsOf(taken);
  },
};

interface Taken {
  readonly nothing: number;
  readonly palette: number;
  readonly coloured: number;
  readonly longestTask: number;
}

async function codeOnce(page: Page, from: number): Promise<Taken> {
  const turn = await selectNear(page, from);
  const nothing = await fromKey(page, 'F9', 'nothing()');
  const palette = await fromKey(page, 'Enter', 'palette()');
  await probed(page, 'longestTask()');
  const coloured = await fromKey(page, 'Enter', `newMark(${turn})`);
  await sleep(REST_MS);
  return { nothing, palette, coloured, longestTask: await probed(page, 'longestTask()') };
}

/** The number of the first turn from there on in which something could be selected. */
async function selectNear(page: Page, from: number): Promise<number> {
  for (let turn = from; ; turn++) {
    if (!(await page.evaluate(`bench.selectIn(${turn})`))) continue;
    await probed(page, 'nextFrames()');
    return turn;
  }
}

async function fromKey(page: Page, key: string, watch: string): Promise<number> {
  await page.evaluate(`globalThis.watched = bench.${watch}; null`);
  await page.keyboard.press(key);
  return Number(await page.evaluate('globalThis.watched'));
}

function rowsOf(taken: readonly Taken[]): Row[] {
  const yardstick = median(taken.map(({ nothing }) => nothing));
  const coloured = taken.map((one) => one.coloured);
  const name = 'Enter in the palette → coloured, 5,000 excerpts';
  return [
    {
      name: 'Enter on a selection → palette, 5,000 excerpts',
      value: median(taken.map(({ palette }) => palette)),
      unit: 'ms',
      yardstick,
      peers: 'Taguette 130–155 ms',
    },
    {
      name: `${name}: p50`,
      value: median(coloured),
      unit: 'ms',
      yardstick,
      budget: atMost(50),
      peers: 'Taguette 73–88 ms, 319 ms in a long text',
    },
    { name: `${name}: p95`, value: p95(coloured), unit: 'ms', yardstick, budget: atMost(50) },
    {
      name: 'longest task within 0.7 s after a coding, 5,000 excerpts: p50',
      value: median(taken.map(({ longestTask }) => longestTask)),
      unit: 'ms',
    },
  ];
}
