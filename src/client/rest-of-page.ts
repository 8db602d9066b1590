/**
 * A long page comes with its first rows; the others are asked for at once, and put where a link says
 * once the first are on the screen. What comes may end in a link of its own.
 */
export function fetchRest(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-rest]');
  if (!link) return;
  const answer = fetch(link.dataset['rest'] ?? '').catch(() => null);
  requestAnimationFrame(() => setTimeout(() => void put(link, answer)));
}

async function put(link: HTMLAnchorElement, answer: Promise<Response | null>): Promise<void> {
  const response = await answer;
  // Without an answer the link stays; where the project has changed, the page is about to be drawn anew.
  if (response?.status !== 200) return;
  const html = await response.text();
  if (!link.isConnected) return;
  document.getElementById(link.dataset['into'] ?? '')?.insertAdjacentHTML('beforeend', html);
  link.remove();
  document.dispatchEvent(new CustomEvent('teema:redrawn'));
  fetchRest();
}
