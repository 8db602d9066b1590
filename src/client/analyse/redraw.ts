import { fetchRest } from '../rest-of-page.ts';

/**
 * Puts the main part of another address of this page in the place of the present one. The answer
 * that was asked for last is the one shown; where none comes, the browser goes there itself.
 */
export async function redrawFrom(
  address: string,
  { isNew = true }: { readonly isNew?: boolean } = {},
): Promise<void> {
  const asked = (latest = Symbol(address));
  const answer = await fetch(address).catch(() => null);
  const text = answer?.ok ? await answer.text() : null;
  if (latest !== asked) return;
  const main = document.getElementById('main');
  const fresh = text && new DOMParser().parseFromString(text, 'text/html').getElementById('main');
  if (!main || !fresh) {
    location.assign(address);
    return;
  }
  if (isNew) history.pushState(null, '', address);
  const open = new Set([...main.querySelectorAll('details[open][id]')].map((one) => one.id));
  const focused = document.activeElement?.id;
  main.replaceWith(document.adoptNode(fresh));
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  if (focused) document.getElementById(focused)?.focus();
  document.dispatchEvent(new CustomEvent('teema:redrawn'));
  fetchRest();
}

let latest: symbol | null = null;
