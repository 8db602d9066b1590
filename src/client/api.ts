import { t } from './words.ts';

/** An answer of the API that says no, in the user's language. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Refused';
  }
}

export const projectId = document.body.dataset['project'] ?? '';
const root = `/api/v1/projects/${projectId}`;

/** How a change is sent that may have to be sent again. */
export interface Sending {
  readonly signal: AbortSignal;
  /** Under which the server carries it out once, however often it is asked. */
  readonly key: string;
}

/** A request to the project's API; rejects with Refused, whose message can be shown. */
export async function api<T>(
  method: string,
  path: string,
  body?: object,
  sending?: Sending,
): Promise<T> {
  const response = await answerOf(root + path, {
    method,
    headers: { ...headersOf(sending), ...(body && { 'Content-Type': 'application/json' }) },
    ...(sending && { signal: sending.signal }),
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = (await response.json().catch(() => ({}))) as { type?: string; detail?: string };
  if (!response.ok)
    throw new Refused(
      response.status,
      answer.type?.split(':').at(-1) ?? '',
      answer.detail ?? response.statusText,
    );
  return answer as T;
}

/** Sends the fields of a form to its page; rejects with Refused where the page does not take them. */
export async function postForm(page: string, fields: string, sending: Sending): Promise<void> {
  const response = await answerOf(page, {
    method: 'POST',
    headers: headersOf(sending),
    signal: sending.signal,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  // What was taken is answered by sending the browser on.
  if (response.type === 'opaqueredirect') return;
  const said = new DOMParser().parseFromString(await response.text(), 'text/html');
  throw new Refused(
    response.status,
    said.querySelector<HTMLElement>('main')?.dataset['code'] ?? '',
    said.querySelector('[role="alert"], main .lead')?.textContent ?? t('offline'),
  );
}

const headersOf = (sending: Sending | undefined): Record<string, string> =>
  sending ? { 'Idempotency-Key': sending.key } : {};

async function answerOf(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch {
    throw new Refused(0, 'offline', t('offline'));
  }
}
