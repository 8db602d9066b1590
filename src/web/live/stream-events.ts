import type { Request, Response } from 'express';
import type { Workspace } from '../../app/workspace.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { JournalEvent } from '../../domain/project/events.ts';

const HEARTBEAT_MS = 20_000;
/** A reader that does not read is let go; it comes back by itself and catches up. */
const MAX_UNREAD_BYTES = 4 * 1024 * 1024;

/** Sends each change after `since` (the newest revision where left out), in order and once. */
export async function streamEvents(
  workspace: Workspace,
  id: ProjectId,
  since: number | undefined,
  req: Request,
  res: Response,
): Promise<void> {
  let sent = since ?? (await workspace.read(id)).revision;
  const waiting: JournalEvent[] = [];
  let live = false;
  const send = (events: readonly JournalEvent[]): void => {
    const unsent = events.filter(({ revision }) => revision > sent);
    sent = unsent.at(-1)?.revision ?? sent;
    // A command may have thousands of events: each written by itself would be a chunk of its own.
    if (unsent.length > 0) res.write(unsent.map(changeText).join(''));
    if (res.writableLength > MAX_UNREAD_BYTES) res.destroy();
  };
  const unsubscribe = workspace.subscribe(id, (events) =>
    live ? send(events) : waiting.push(...events),
  );
  req.on('close', unsubscribe);
  try {
    const missed = await workspace.eventsSince(id, sent);
    res.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    });
    res.write('retry: 1000\n\n');
    send(missed);
    send(waiting);
    live = true;
  } catch (error) {
    unsubscribe();
    throw error;
  }
  const heartbeat = setInterval(() => res.write(': \n\n'), HEARTBEAT_MS);
  req.on('close', () => clearInterval(heartbeat));
}

const changeText = (event: JournalEvent): string =>
  `id: ${event.revision}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`;
