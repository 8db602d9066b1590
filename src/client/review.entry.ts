import { isField } from './is-field.ts';
import { listenForForms } from './live-forms.ts';

listenForForms();
showCurrent();
document.addEventListener('teema:redrawn', showCurrent);

/** One key does what the button or link that names it does; Ctrl/⌘+Enter sends what is being written. */
document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (
    (event.ctrlKey || event.metaKey) &&
    key === 'Enter' &&
    target instanceof HTMLTextAreaElement
  ) {
    event.preventDefault();
    target.form?.querySelector<HTMLButtonElement>('[data-send]')?.click();
    return;
  }
  if (key === 'Escape' && target instanceof HTMLTextAreaElement) target.blur();
  if (isField(target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const named = document.querySelector<HTMLElement>(
    `[data-key="${CSS.escape(key.toLowerCase())}"]`,
  );
  if (!named) return;
  event.preventDefault();
  if (named instanceof HTMLTextAreaElement) named.focus();
  else named.click();
});

function showCurrent(): void {
  document.querySelector('.queue [aria-current]')?.scrollIntoView({ block: 'nearest' });
}
