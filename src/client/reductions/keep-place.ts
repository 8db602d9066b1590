/** When the page is drawn anew, the row at the top of the window stays where it was. */
export function keepPlaceInView(): void {
  let kept: { readonly id: string; readonly top: number } | null = null;
  const remember = (): void => {
    const row = [...document.querySelectorAll<HTMLElement>('.chain')]
      .find((table) => table.getBoundingClientRect().bottom > 0)
      ?.querySelectorAll<HTMLElement>('tr[id]');
    const first = [...(row ?? [])].find((one) => one.getBoundingClientRect().bottom > 0);
    kept = first && scrollY > 0 ? { id: first.id, top: first.getBoundingClientRect().top } : null;
  };
  let frame = 0;
  window.addEventListener('scroll', () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(remember);
  });
  document.addEventListener('teema:redrawn', () => {
    const row = kept && document.getElementById(kept.id);
    if (row && kept)
      scrollBy({ top: row.getBoundingClientRect().top - kept.top, behavior: 'instant' });
  });
}
