import type { Answer } from './client.ts';

/** Runs something so many times, one after the other. */
export async function repeated<T>(times: number, run: (nth: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let nth = 0; nth < times; nth++) results.push(await run(nth));
  return results;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

interface Pair {
  readonly figure: number[];
  readonly yardstick: number[];
}

/** Times two things in turn, so that whatever else the machine does falls on both. */
export async function inTurn(
  times: number,
  figure: (nth: number) => Promise<number>,
  yardstick: (nth: number) => Promise<number>,
): Promise<Pair> {
  const pair: Pair = { figure: [], yardstick: [] };
  await repeated(times, async (nth) => {
    pair.yardstick.push(await yardstick(nth));
    pair.figure.push(await figure(nth));
  });
  return pair;
}

export const msOf = async (answer: Promise<Answer>): Promise<number> => (await answer).ms;
