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

/** A request to the project's API; rejects with Refused, whose message can be shown. */
export async function api<T>(
  method: string,
  path: string,
  body?: object,
  signal?: AbortSignal,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(root + path, {
      method,
      ...(signal && { signal }),
      ...(body
        ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
        : {}),
    });
  } catch {
    throw new Refused(0, 'offline', t('offline'));
  }
  const answer = (await response.json().catch(() => ({}))) as { type?: string; detail?: string };
  if (!response.ok)
    throw new Refused(
      response.status,
      answer.type?.split(':').at(-1) ?? '',
      answer.detail ?? response.statusText,
    );
  return answer as T;
}
