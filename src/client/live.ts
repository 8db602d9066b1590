import type { JournalEvent } from '../domain/project/events.ts';
import { projectId } from './api.ts';
import { setOffline } from './status.ts';

/** Hears every change of the project from a revision on; reconnects and catches up by itself. */
export function follow(since: number, hear: (event: JournalEvent) => void): void {
  const source = new EventSource(`/api/v1/projects/${projectId}/events?since=${since}`);
  source.addEventListener('open', () => setOffline(false));
  source.addEventListener('error', () => setOffline(true));
  source.addEventListener('change', (message) =>
    hear(JSON.parse(String(message.data)) as JournalEvent),
  );
  window.addEventListener('pagehide', () => source.close());
}
