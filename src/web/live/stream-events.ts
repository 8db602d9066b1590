import type { Response } from 'express';
import type { Workspace } from '../../app/workspace.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { EventStream } from './event-stream.ts';
import { changesText, type Feed } from './feed.ts';

const HEARTBEAT_MS = 20_000;
const HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
};

/** What is beside the changes on the stream, until it closes. */
type Beside = (show: (name: string, value: object) => void) => () => void;

/** Sends each change after `since` (the newest revision where left out), in order and once. */
export async function streamEvents(
  workspace: Workspace,
  feed: Feed,
  id: ProjectId,
  since: number | undefined,
  res: Response,
  beside: Beside,
): Promise<void> {
  const sent = since ?? (await workspace.read(id)).revision;
  const viewer = workspace.viewer();
  const stream = new EventStream(
    res,
    (revision, limit) => workspace.eventsSince(id, revision, limit, viewer),
    sent,
  );
  const unsubscribe = feed.subscribe(id, (batch) => {
    const events = workspace.seenEvents(id, batch.events, viewer);
    if (events === batch.events) stream.hear(batch);
    else if (events.length > 0) stream.hear({ events, text: changesText(events) });
  });
  const leave = beside((name, value) => stream.show(name, value));
  const heartbeat = setInterval(() => stream.beat(), HEARTBEAT_MS);
  const stop = (): void => {
    unsubscribe();
    leave();
    clearInterval(heartbeat);
  };
  res.on('close', stop);
  try {
    await stream.begin(HEADERS);
  } catch (error) {
    stop();
    throw error;
  }
}
