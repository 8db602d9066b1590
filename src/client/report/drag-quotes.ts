/** A chosen quote is dragged to its place; Alt and an arrow, or its buttons, do the same. */
export function letQuotesBeOrdered(): void {
  let dragged: HTMLElement | null = null;
  document.addEventListener('dragstart', (event) => {
    dragged = quoteOf(event.target);
    dragged?.classList.add('dragged');
    event.dataTransfer?.setData('text/plain', dragged?.dataset['quote'] ?? '');
  });
  document.addEventListener('dragover', (event) => {
    const over = dragged && quoteOf(event.target);
    clear();
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    over.classList.add(isBelow(event, over) ? 'drop-after' : 'drop-before');
  });
  document.addEventListener('drop', (event) => {
    const over = dragged && quoteOf(event.target);
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    moveTo(dragged, over, isBelow(event, over));
  });
  document.addEventListener('dragend', () => {
    clear();
    dragged?.classList.remove('dragged');
    dragged = null;
  });
  document.addEventListener('keydown', onKey);
}

const quoteOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-chosen]') : null;

function isBelow({ clientY }: DragEvent, over: HTMLElement): boolean {
  const { top, height } = over.getBoundingClientRect();
  return clientY > top + height / 2;
}

function clear(): void {
  for (const one of document.querySelectorAll('.drop-before, .drop-after'))
    one.classList.remove('drop-before', 'drop-after');
}

/** Sends the quote's form with the place it was dropped at, itself not counted. */
function moveTo(dragged: HTMLElement, over: HTMLElement, below: boolean): void {
  const others = [...document.querySelectorAll('[data-chosen]')].filter((one) => one !== dragged);
  const index = others.indexOf(over) + (below ? 1 : 0);
  const form = dragged.querySelector('form');
  if (!form) return;
  const fields = { do: 'to', index: String(index) };
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name, value });
    form.append(field);
  }
  form.requestSubmit();
}

const STEPS: Readonly<Record<string, string>> = { ArrowUp: 'up', ArrowDown: 'down' };

function onKey(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const quote = step && event.altKey ? quoteOf(event.target) : null;
  if (!quote) return;
  event.preventDefault();
  quote.querySelector<HTMLButtonElement>(`button[value="${step}"]`)?.click();
}
