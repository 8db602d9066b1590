import { listenForForms } from './live-forms.ts';
import { sendOnChange } from './send-on-change.ts';

const PAUSE_MS = 250;

listenForForms();
sendOnChange();
listenForPreview();
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-do="print"]')) window.print();
});

/** What is understood of the guide, while it is typed; the button asks for it without a script. */
function listenForPreview(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) || target.id !== 'guide-text') return;
    clearTimeout(timer);
    timer = setTimeout(() => void preview(target), PAUSE_MS);
  });
  const hideButton = (): void => {
    document.getElementById('guide-preview-button')?.setAttribute('hidden', '');
  };
  hideButton();
  document.addEventListener('teema:redrawn', hideButton);
}

let asked = 0;

async function preview(field: HTMLTextAreaElement): Promise<void> {
  const address = document.getElementById('guide-preview-button')?.getAttribute('formaction');
  const mine = ++asked;
  if (!address) return;
  const body = new URLSearchParams({ text: field.value });
  const response = await fetch(address, { method: 'POST', body }).catch(() => null);
  if (!response?.ok || mine !== asked) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page.getElementById('guide-preview');
  if (fresh) document.getElementById('guide-preview')?.replaceChildren(...fresh.children);
}
