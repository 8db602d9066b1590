import type { StepAsked } from '../history.ts';
import { rememberOwn } from '../overwritten.ts';
import { toast } from '../toast.ts';
import { t } from '../words.ts';
import type { HandedOver } from './hand-over.ts';
import { outbox } from './outbox.ts';
import { showUnsent } from './panel.ts';
import type { Ending, Write } from './write.ts';

/**
 * Sets the outbox to work on this page: it goes on with what earlier pages had not sent, takes what
 * this one hands over, shows what waits, and lets that be taken back.
 *
 * @param again what the page shows of a change it did not make itself
 */
export function startOutbox(again: (write: Write) => Ending = () => ({})): void {
  showUnsent(again);
  void outbox.takeOver(again);
  document.addEventListener('teema:write', (event) => {
    const { write, ending } = (event as CustomEvent<HandedOver>).detail;
    for (const words of wordsOf(write)) rememberOwn(words);
    outbox.add(write, ending);
  });
  document.addEventListener('teema:step', takeBackFirst);
}

const wordsOf = ({ fields, body }: Write): unknown[] => [
  ...(fields === undefined ? [] : new URLSearchParams(fields).values()),
  ...Object.values<unknown>({ ...body }),
];

/** Undo takes back first what was not sent yet; what is on its way arrives before it. */
function takeBackFirst(event: Event): void {
  const { detail } = event as CustomEvent<StepAsked>;
  const taken = detail.direction === 'undo' ? outbox.takeBack() : null;
  if (taken) {
    event.preventDefault();
    toast(t('unsent.taken-back', { what: taken.says }));
  } else detail.ready.push(outbox.settled());
}
