import { api, Refused } from './api.ts';
import { whileSaving } from './status.ts';
import { toast } from './toast.ts';
import { t } from './words.ts';
import { isField } from './is-field.ts';

type Direction = 'undo' | 'redo';

/** Said before a step is taken; who prevents it has done so itself. */
export interface StepAsked {
  readonly direction: Direction;
  /** What has to end first. */
  readonly ready: Promise<unknown>[];
}

interface Answer {
  readonly undone?: { readonly kind: string };
  readonly redone?: { readonly kind: string };
}

/** Takes back the last step, or does it again, and says which it was. */
export async function step(direction: Direction): Promise<void> {
  // A page that holds changes back takes back those first.
  const asked = new CustomEvent<StepAsked>('teema:step', {
    cancelable: true,
    detail: { direction, ready: [] },
  });
  if (!document.dispatchEvent(asked)) return;
  await Promise.all(asked.detail.ready);
  try {
    const answer = await whileSaving(api<Answer>('POST', `/${direction}`));
    const kind = (answer.undone ?? answer.redone)?.kind ?? '';
    toast(t(`history.${direction}`, { what: t(`commands.${kind}`) }));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    toast(error.message, { bad: error.status !== 409 });
  }
}

/** Ctrl/⌘+Z and Ctrl/⌘+Shift+Z or Ctrl+Y, outside of fields, which keep their own. */
export function listenForHistory(): void {
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return;
    const key = event.key.toLowerCase();
    const direction =
      key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : null;
    if (!direction) return;
    event.preventDefault();
    void step(direction);
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>(
    '[data-do="undo"], [data-do="redo"]',
  ))
    button.addEventListener('click', (event) => {
      event.preventDefault();
      void step(button.dataset['do'] === 'redo' ? 'redo' : 'undo');
    });
}
