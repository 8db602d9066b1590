import { fieldsOf, fillIn, isTouched } from './form-fields.ts';
import { step } from './history.ts';
import { handOver } from './outbox/hand-over.ts';
import type { Ending } from './outbox/write.ts';
import { saysOf } from './outbox/says-of-form.ts';
import { toast } from './toast.ts';
import { t } from './words.ts';

/**
 * Forms marked `data-live` are sent in the background, by the outbox: without a connection they
 * wait. The page is then drawn anew by whatever keeps it live. What a form says of itself:
 * `data-done` the sentence afterwards, with `data-undo` a way back beside it; `data-close` closes
 * its fold; `data-changes` sends what was touched and no more; `data-reset` empties it, `data-keep`
 * fields aside; `data-focus` where the focus goes; `data-next` of the button that sent it, the page
 * to go on with. Without a script the same forms work as forms. What was written in any form and not
 * sent stays when the page is drawn anew.
 */
export function listenForForms(): void {
  document.addEventListener('submit', onSubmit);
  document.addEventListener('input', ({ target }) => {
    const form = target instanceof Element && target.closest<HTMLFormElement>(WRITTEN);
    if (form) begin(form);
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('[data-do="close"]');
    if (button) closeFold(button);
  });
  document.addEventListener('keydown', onEscape);
  document.addEventListener('teema:redrawn', () => {
    showScripted();
    keepUnsent();
    if (wanted) focusOn(wanted);
    wanted = null;
  });
  window.addEventListener('beforeunload', (event) => {
    if ([...unsent.keys()].some(differs)) event.preventDefault();
  });
  showScripted();
}

/** What a form with another method holds, the address says. */
const WRITTEN = 'form[data-live], form[method="post"]';
/** Forms somebody has written in and not sent, with the revision they had read. */
const unsent = new Map<HTMLFormElement, number>();
const begin = (form: HTMLFormElement): void => {
  if (!unsent.has(form)) unsent.set(form, Number(document.body.dataset['revision']));
};
export const isUnsent = (form: HTMLFormElement): boolean => unsent.has(form);
/** What selects marked `data-keep` stood at when their form was sent. */
const keptValues = new Map<string, string>();
/** What gets the focus once the page is drawn anew. */
let wanted: string | null = null;

const showScripted = (): void => {
  for (const element of document.querySelectorAll<HTMLElement>('[data-with-script], [data-do]'))
    element.hidden = false;
};

const focusOn = (id: string): void => document.getElementById(id)?.focus();

function onSubmit(event: SubmitEvent): void {
  const { target: form, submitter } = event;
  if (!(form instanceof HTMLFormElement)) return;
  if (submitter?.getAttribute('aria-disabled') === 'true') event.preventDefault();
  else if (form.dataset['once'] !== undefined) sendOnce(event, form);
  else if (form.dataset['live'] !== undefined) {
    event.preventDefault();
    if (!sending.has(form)) send(form, submitter);
  }
  // The browser goes on with what the form holds: nothing of it would be lost.
  if (!event.defaultPrevented) unsent.delete(form);
}

const sending = new WeakSet<HTMLFormElement>();

/** What takes a while is not asked for twice. */
function sendOnce(event: SubmitEvent, form: HTMLFormElement): void {
  if (sending.has(form)) event.preventDefault();
  sending.add(form);
  form.setAttribute('aria-busy', 'true');
  window.addEventListener('pageshow', () => sending.delete(form), { once: true });
}

function send(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const { pathname, search } = new URL(form.action);
  const since = unsent.get(form);
  sending.add(form);
  // From here on the outbox keeps what was written.
  unsent.delete(form);
  handOver(
    {
      method: 'POST',
      path: pathname + search,
      fields: fieldsOf(form, submitter),
      says: saysOf(form, submitter),
      ...(since !== undefined && { since }),
    },
    endingOf(form, submitter?.dataset['next'], since),
  );
}

function endingOf(form: HTMLFormElement, next: string | undefined, since?: number): Ending {
  let isKept = false;
  /** Whoever was told that it waits, or writes on, is not called back. */
  const isLeft = (): boolean => isKept || unsent.has(form);
  return {
    done: () => {
      sending.delete(form);
      if (isLeft()) return;
      settle(form.isConnected ? form : (twinOf(form) ?? form));
      tellDone(form);
      if (next) location.assign(next);
    },
    waits: () => {
      sending.delete(form);
      if (!isLeft()) settle(form);
      isKept = true;
    },
    refused: (why) => {
      sending.delete(form);
      if (isKept && !unsent.has(form)) form.reset();
      if (isKept || !form.isConnected) return false;
      if (since !== undefined) unsent.set(form, since);
      toast(why, { bad: true });
      return true;
    },
  };
}

/** The same form of the page that was drawn anew. */
const twinOf = ({ action, id, method }: HTMLFormElement): HTMLFormElement | undefined =>
  [...document.forms].find(
    (one) => one.action === action && one.id === id && one.method === method,
  );

function settle(form: HTMLFormElement): void {
  const { undo, focus, reset, close } = form.dataset;
  unsent.delete(form);
  if (reset !== undefined) resetButKept(form);
  if (close !== undefined) closeFold(form);
  if (undo !== undefined) wanted = neighbourOf(form);
  // A field with the focus holds the new page back.
  if (document.activeElement instanceof HTMLElement && form.contains(document.activeElement))
    if (document.activeElement.matches('input, textarea, select')) document.activeElement.blur();
  if (focus) {
    wanted = focus;
    const element = document.getElementById(focus);
    if (!element?.matches('input, textarea, select')) element?.focus();
  }
}

function tellDone({ dataset: { done, undo } }: HTMLFormElement): void {
  if (done)
    toast(
      done,
      undo === undefined ? {} : { action: { name: t('undo'), run: () => void step('undo') } },
    );
}

function resetButKept(form: HTMLFormElement): void {
  const kept = [...form.querySelectorAll<HTMLSelectElement>('select[data-keep]')];
  const values = kept.map(({ value }) => value);
  form.reset();
  kept.forEach((select, i) => {
    select.value = values[i] ?? '';
    keptValues.set(select.id, select.value);
  });
}

/** Where the focus goes when its row is about to leave. */
function neighbourOf(form: HTMLFormElement): string | null {
  const row = form.closest('li, tr');
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  return next?.querySelector('summary[id]')?.id ?? null;
}

function closeFold(inside: Element): void {
  const fold = inside.closest('details');
  const form = fold?.querySelector('form');
  if (!fold?.open) return;
  fold.open = false;
  if (form) {
    if (inside !== form) form.reset();
    unsent.delete(form);
  }
  fold.querySelector('summary')?.focus();
}

function onEscape(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof Element)) return;
  const form = target.closest('details form');
  // Words somebody wrote are not thrown away by a key.
  if (form instanceof HTMLFormElement && !unsent.has(form)) closeFold(target);
  else if (target.matches('summary')) closeFold(target);
}

/** Puts what was written, and not sent, into the same forms of the page that was drawn anew. */
function keepUnsent(): void {
  for (const [old, since] of [...unsent]) {
    unsent.delete(old);
    const now = twinOf(old);
    if (!now) continue;
    fillIn(now, old);
    unsent.set(now, since);
  }
  for (const [id, value] of keptValues) {
    const select = document.getElementById(id);
    if (select instanceof HTMLSelectElement) select.value = value;
  }
}

/** Whether leaving now would lose words or ticks. */
const differs = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => !(field instanceof HTMLSelectElement) && isTouched(field));
