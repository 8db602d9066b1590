const STEPS: Readonly<Record<string, string>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

/** Alt and an arrow move the theme or type in whose row the focus is; a click on its name opens it. */
export function listenForRowKeys(): void {
  document.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const row = event.target instanceof Element && event.target.closest('.node');
    if (!row || !step || !event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    row.querySelector<HTMLButtonElement>(`button[name="to"][value="${step}"]`)?.click();
  });
  document.addEventListener('click', ({ target }) => {
    const row = target instanceof Element && target.closest('.node-name')?.closest('.node');
    const fold = row && row.querySelector('details');
    if (fold) fold.open = !fold.open;
  });
}
