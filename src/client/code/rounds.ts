import type { JournalEvent } from '../../domain/project/events.ts';
import { model } from './model.ts';
import { readPageData } from './page-data.ts';

const REST_MS = 120;
/** In a project where codings never rest, what is shown is set right by the changes that follow. */
const MOST_TRIES = 5;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Shows others' codings, or takes them away, when a round of double coding begins or ends, by
 * whoever: the text, what is selected in it and one's own codings stay as they are.
 */
export function hearRounds({ kind }: JournalEvent): void {
  if (kind === 'round-added' || kind === 'round-changed' || kind === 'round-removed') later(1);
}

function later(nth: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void showOthers(nth), REST_MS);
}

async function showOthers(nth: number): Promise<void> {
  const response = await fetch(location.pathname + location.search).catch(() => null);
  // Without a connection the line that comes back tells of the round again.
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const data = readPageData(page);
  // What was changed since the page was drawn would be taken back by it.
  if (data.revision < model.project.revision && nth < MOST_TRIES) later(nth + 1);
  else {
    model.showOthers(data);
    const [note, fresh] = [document, page].map((one) => one.querySelector('[data-blind]'));
    note?.replaceChildren(...(fresh?.childNodes ?? []));
  }
}
