import { Client } from './client.ts';

const EVERY_MS = 10;

/**
 * Other people's requests while something is under way: one every few milliseconds, however long
 * the answers take, so that a pause is felt by all that fall into it.
 *
 * @returns the times they took
 */
export async function meanwhile(
  origin: string,
  path: string,
  work: () => Promise<unknown>,
): Promise<number[]> {
  const client = new Client(origin);
  const asked: Promise<{ ms: number }>[] = [];
  const ask = (): void => {
    const answer = client.ask(path);
    // Who fails is told of below; until then nobody listens.
    answer.catch(() => undefined);
    asked.push(answer);
  };
  // One at once: the work may be done before the first interval is.
  ask();
  const asking = setInterval(ask, EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(asking);
  }
  const answers = await Promise.all(asked);
  client.close();
  return answers.map(({ ms }) => ms);
}
