import { listenForForms } from './live-forms.ts';

const PAUSE_MS = 400;

listenForForms();
document.addEventListener('submit', ({ target, submitter }) => {
  if (!(target instanceof HTMLFormElement) || !target.dataset['progress']) return;
  if (submitter?.hasAttribute('formaction')) return;
  document.getElementById('survey-progress')?.removeAttribute('hidden');
  // The page of somebody who waits is not drawn anew under them.
  const main = document.getElementById('main');
  if (main) main.dataset['busy'] = '';
  const address = target.dataset['progress'];
  setTimeout(() => void showProgress(address), PAUSE_MS);
});

/** How far the server is, until its answer takes this page's place. */
async function showProgress(address: string): Promise<void> {
  const bar = document.getElementById('survey-bar');
  const response = await fetch(address).catch(() => null);
  if (response?.ok && bar instanceof HTMLProgressElement) {
    const { share } = (await response.json()) as { share: number | null };
    if (share !== null) bar.value = share;
  }
  setTimeout(() => void showProgress(address), PAUSE_MS);
}
