import { t } from './words.ts';

interface Options {
  readonly bad?: boolean;
  /** It stays until it is closed, as errors do. */
  readonly stays?: boolean;
  readonly action?: { readonly name: string; readonly run: () => void };
}

const SHOWN_MS = 6_000;

/** A sentence at the foot of the page; errors stay until they are closed. */
export function toast(message: string, { bad = false, stays = bad, action }: Options = {}): void {
  const shelf = document.getElementById('toasts');
  if (!shelf) return;
  const box = document.createElement('div');
  box.className = bad ? 'toast bad' : 'toast';
  box.append(Object.assign(document.createElement('span'), { textContent: message }));
  const close = (): void => box.remove();
  if (action)
    box.append(
      button(action.name, () => {
        close();
        action.run();
      }),
    );
  if (stays) box.append(button(t('close'), close));
  else setTimeout(close, SHOWN_MS);
  // What went well is said once: the newest stands for those before it.
  if (!bad) for (const old of shelf.querySelectorAll('.toast:not(.bad)')) old.remove();
  shelf.append(box);
  while (shelf.childElementCount > 3) shelf.firstElementChild?.remove();
}

function button(name: string, run: () => void): HTMLButtonElement {
  const element = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: name,
  });
  element.addEventListener('click', run);
  return element;
}
