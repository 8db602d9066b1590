/** A page put in place that says how far the words are counted is asked for again, as a loaded one is. */
export function goOnCounting(): void {
  document.addEventListener('teema:redrawn', () => {
    if (document.querySelector('main[data-counting]')) location.reload();
  });
}
