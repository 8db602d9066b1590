/** Light or dark, kept for a year; the server draws the next page in it. */
export function listenForMode(): void {
  const root = document.documentElement;
  document.querySelector('[data-do="mode"]')?.addEventListener('click', () => {
    const dark =
      root.dataset['mode'] === 'auto'
        ? matchMedia('(prefers-color-scheme: dark)').matches
        : root.dataset['mode'] === 'dark';
    root.dataset['mode'] = dark ? 'light' : 'dark';
    document.cookie = `mode=${root.dataset['mode']}; path=/; max-age=31536000; samesite=strict`;
  });
}
