import type { RequestHandler, Response } from 'express';
import { identityOf } from './identify.ts';

/** What was answered to a change that was carried out. */
interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly type: string | undefined;
  readonly body: unknown;
}

/** A change is asked again within minutes; of so many the answer is still known. */
const KEPT_ANSWERS = 5_000;
const KEY = /^[\w-]{8,100}$/;

/**
 * A change that is asked again because its answer was lost, with the same `Idempotency-Key`, is
 * carried out once and answered alike. What was refused may be tried again. What is known of keys
 * lasts as long as the app runs.
 */
export function once(): RequestHandler {
  const answers = new Map<string, Promise<Answer | null>>();
  return async (req, res, next) => {
    const given = KEY.exec(req.get('Idempotency-Key') ?? '')?.[0];
    const { actor } = identityOf(res);
    if (given === undefined || !actor || req.method === 'GET') {
      next();
      return;
    }
    const key = [actor.id, req.method, req.originalUrl, given].join(' ');
    for (let before = answers.get(key); before; before = answers.get(key)) {
      const answer = await before;
      if (answer) {
        repeat(answer, res);
        return;
      }
    }
    answers.set(
      key,
      answerOf(res).then((answer) => {
        if (!answer) answers.delete(key);
        return answer;
      }),
    );
    const [oldest] = answers.keys();
    if (answers.size > KEPT_ANSWERS && oldest !== undefined) answers.delete(oldest);
    next();
  };
}

function repeat({ status, location, type, body }: Answer, res: Response): void {
  res.status(status);
  if (location !== undefined) res.location(location);
  if (type !== undefined) res.type(type);
  res.send(body);
}

/**
 * Resolves when the request is answered, even to somebody who has hung up; with null where it was
 * refused.
 */
function answerOf(res: Response): Promise<Answer | null> {
  return new Promise((resolve) => {
    const [send, end] = [res.send.bind(res), res.end.bind(res)];
    let body: unknown = '';
    res.send = (sent) => {
      body = sent;
      return send(sent);
    };
    res.end = ((...given: Parameters<typeof end>) => {
      const { statusCode: status } = res;
      const taken = { status, location: res.get('Location'), type: res.get('Content-Type'), body };
      resolve(status < 400 ? taken : null);
      return end(...given);
    }) as typeof res.end;
  });
}
