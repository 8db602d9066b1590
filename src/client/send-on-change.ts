/** Fields marked `data-send` send their form when they change; their buttons, `data-plain`, are not needed then. */
export function sendOnChange(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLElement && target.matches('[data-send]'))
      target.closest('form')?.requestSubmit();
  });
  const hide = (): void => {
    for (const button of document.querySelectorAll<HTMLElement>('[data-plain]'))
      button.hidden = true;
  };
  hide();
  document.addEventListener('teema:redrawn', hide);
}
