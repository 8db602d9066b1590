/** The panes beside the sheet stay where they were scrolled to when the page is drawn anew. */
export function keepSidePlace(): void {
  const places = new Map<string, number>();
  document.addEventListener(
    'scroll',
    ({ target }) => {
      const pane = target instanceof HTMLElement && PANES.find((one) => target.matches(one));
      if (pane) places.set(pane, target.scrollTop);
    },
    { capture: true, passive: true },
  );
  document.addEventListener('teema:redrawn', () => {
    for (const [pane, top] of places) document.querySelector(pane)?.scrollTo({ top });
  });
}

const PANES = ['.report-side', '.report-contents'];
