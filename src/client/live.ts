import type { JournalEvent } from '../domain/project/events.ts';
import { api, projectId, Refused } from './api.ts';
import { setOffline } from './status.ts';
import { toast } from './toast.ts';

/** A page nobody looks at lets go of its connection: a browser has six for all its windows. */
const HIDDEN_MS = 30_000;
const RETRY_MS = 2_000;
const SHUT_OUT = new Set([401, 403, 404]);

/**
 * Hears every change of the project from a revision on, reconnects and catches up by itself, and
 * lets the others who are there see who reads which page. What it hears of them it says as
 * `teema:here`; that the line stands, as `teema:connected`.
 */
export function follow(since: number, hear: (event: JournalEvent) => void): void {
  let last = since;
  let source: EventSource | null = null;
  const connect = (): void => {
    source?.close();
    const opened = new EventSource(addressOf(last));
    source = opened;
    opened.addEventListener('open', () => {
      setOffline(false);
      document.dispatchEvent(new CustomEvent('teema:connected'));
    });
    opened.addEventListener('error', () => {
      setOffline(true);
      // The browser tries again by itself, save where it was answered and refused.
      if (opened.readyState === EventSource.CLOSED) void whenRefused(connect);
    });
    opened.addEventListener('change', ({ data }) => {
      const event = JSON.parse(String(data)) as JournalEvent;
      last = Math.max(last, event.revision);
      hear(event);
    });
    opened.addEventListener('here', ({ data }) => {
      const detail = JSON.parse(String(data)) as object;
      document.dispatchEvent(new CustomEvent('teema:here', { detail }));
    });
  };
  const leave = (): void => {
    source?.close();
    source = null;
  };
  let hiding: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(leave, HIDDEN_MS);
    else if (!source) connect();
  });
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) connect();
  });
  connect();
}

function addressOf(since: number): string {
  const { page } = document.body.dataset;
  const transcript = /\/code\/([^/]+)$/.exec(location.pathname)?.[1];
  const query = new URLSearchParams({
    since: String(since),
    ...(page && { page }),
    ...(transcript && { transcript }),
  });
  return `/api/v1/projects/${projectId}/events?${query}`;
}

/** Whoever was signed out, or is no longer in the project, is told so; else it is tried again. */
async function whenRefused(connect: () => void): Promise<void> {
  try {
    await api('GET', '');
  } catch (error) {
    if (error instanceof Refused && SHUT_OUT.has(error.status)) {
      toast(error.message, { bad: true });
      document.dispatchEvent(new CustomEvent('teema:shut-out'));
      return;
    }
  }
  setTimeout(connect, RETRY_MS);
}
