import { folded } from '../domain/codebook/search-codebook.ts';

/** A field that leaves the entries of a list that hold its words, and says how many they are. */
export function letListsBeFiltered(): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset['filters']) filter(target);
  });
  document.addEventListener('submit', (event) => {
    if (event.target instanceof Element && event.target.querySelector('[data-filters]'))
      event.preventDefault();
  });
  const hide = (): void => {
    for (const button of document.querySelectorAll<HTMLElement>('.library-filter [data-plain]'))
      button.hidden = true;
  };
  document.addEventListener('teema:redrawn', hide);
  hide();
}

function filter({ value, dataset }: HTMLInputElement): void {
  const words = folded(value).split(/\s+/).filter(Boolean);
  const entries = [...(document.getElementById(dataset['filters'] ?? '')?.children ?? [])];
  let found = 0;
  for (const entry of entries) {
    const text = folded(entry.textContent);
    const holds = words.every((word) => text.includes(word));
    if (holds) found++;
    if (entry instanceof HTMLElement) entry.hidden = !holds;
  }
  const count = document.getElementById(dataset['counts'] ?? '');
  if (count) count.textContent = `${found} / ${entries.length}`;
}
