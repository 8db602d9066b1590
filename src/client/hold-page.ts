import { isOffline } from './status.ts';
import { toast } from './toast.ts';
import { t } from './words.ts';

const PATIENCE_MS = 4_000;

/**
 * While the app cannot be reached a link or a form would only lead to the browser's own page that
 * says so, away from what is written and waits here. They are held back until it answers.
 */
export function holdPageWhileOffline(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a');
    if (event.defaultPrevented || !link || !leavesPage(link) || !isOffline()) return;
    // Another window shows by itself what it cannot reach.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void whenReached(() => location.assign(link.href));
  });
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !isOffline()) return;
    if (form === reached) return;
    event.preventDefault();
    // It is still being written: a page that is drawn anew meanwhile keeps it.
    form.dispatchEvent(new Event('input', { bubbles: true }));
    void whenReached(() => {
      reached = form;
      form.requestSubmit(submitter);
      reached = null;
    });
  });
}

/** A form that is being sent on because the app did answer. */
let reached: HTMLFormElement | null = null;

const leavesPage = ({ href, target, origin, pathname, search, hash }: HTMLAnchorElement): boolean =>
  href !== '' &&
  target === '' &&
  origin === location.origin &&
  !(hash !== '' && pathname === location.pathname && search === location.search);

async function whenReached(go: () => void): Promise<void> {
  const answer = await fetch('/api/v1/health', { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => null,
  );
  if (answer?.ok) go();
  else toast(t('unreached'));
}
