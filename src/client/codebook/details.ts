import { isUnsent } from '../live-forms.ts';
import { toast } from '../toast.ts';
import { t } from '../words.ts';
import { idOf, rowById, rows } from './rows.ts';

let latest = 0;

/** Shows the details of a theme, or what is done to it, beside the tree; the address follows. */
export async function show(href: string, { push = true } = {}): Promise<void> {
  const url = new URL(href, location.href);
  const mine = ++latest;
  sendUnsent();
  mark(url.searchParams.get('theme'));
  const part = new URL(url);
  part.searchParams.set('part', 'details');
  part.searchParams.delete('q');
  const response = await fetch(part).catch(() => null);
  if (mine !== latest) return;
  if (!response) {
    toast(t('unreached'));
    return;
  }
  if (!response.ok) {
    location.href = url.href;
    return;
  }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = page.getElementById('details');
  const old = document.getElementById('details');
  if (mine !== latest || !fresh || !old) return;
  if (push) history.pushState(null, '', url);
  old.replaceWith(document.adoptNode(fresh));
  document.dispatchEvent(new CustomEvent('teema:redrawn'));
}

/** What was written is kept when another theme is chosen. */
function sendUnsent(): void {
  const form = document.getElementById('details-form');
  if (form instanceof HTMLFormElement && isUnsent(form) && form.reportValidity())
    form.requestSubmit();
}

function mark(id: string | null): void {
  for (const row of rows())
    if ((row.getAttribute('aria-selected') === 'true') !== (idOf(row) === id))
      row.setAttribute('aria-selected', String(idOf(row) === id));
}

/** After a merge the page goes on with the other theme: the address says so. */
export function keepAddress(): void {
  const here = document.getElementById('details')?.dataset['here'];
  const asked = new URLSearchParams(location.search).get('theme');
  if (!here || asked === null) return;
  const shown = new URL(here, location.href).searchParams.get('theme');
  if (shown !== asked) history.replaceState(null, '', here);
}

/** The details lie below the tree on a narrow page. */
export function bringIntoView(): void {
  const details = document.getElementById('details');
  if (details && details.getBoundingClientRect().top > window.innerHeight * 0.6)
    details.scrollIntoView({ block: 'start' });
}

export const chosenRow = (): HTMLElement | null => {
  const id = new URLSearchParams(location.search).get('theme');
  return id ? rowById(id) : null;
};
