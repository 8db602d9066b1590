/** A table that is drawn anew stands where it was scrolled to. */
export function keepScroll(): void {
  let left = 0;
  let top = 0;
  const table = (): HTMLElement | null => document.getElementById('figures');
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (target instanceof HTMLElement && target === table())
        [left, top] = [target.scrollLeft, target.scrollTop];
    },
    true,
  );
  document.addEventListener('teema:redrawn', () => table()?.scrollTo(left, top));
}
