import { h } from '../dom.ts';
import { setWaiting } from '../status.ts';
import { toast } from '../toast.ts';
import { t } from '../words.ts';
import { outbox } from './outbox.ts';
import type { Ending, RefusedWrite, Write } from './write.ts';

type Again = (write: Write) => Ending;

/** Says what has not arrived and what can be done about it, as long as there is something. */
export function showUnsent(again: Again): void {
  const box = h('section', { id: 'unsent', class: 'unsent', role: 'region', hidden: true });
  box.setAttribute('aria-label', t('unsent.label'));
  document.body.append(box);
  outbox.onChange(() => draw(box, again));
}

function draw(box: HTMLElement, again: Again): void {
  const { waiting, refused, stopped } = outbox;
  const count = stopped ? waiting.length : 0;
  setWaiting(count);
  box.hidden = count + refused.length === 0;
  const focused = box.contains(document.activeElement) ? document.activeElement?.id : undefined;
  const wasOpen = box.querySelector('details')?.open ?? false;
  box.replaceChildren(
    ...(count > 0 && stopped ? stoppedPart(waiting, stopped, wasOpen) : []),
    ...refused.map((write) => refusedPart(write, again)),
    ...(count + refused.length > 0 ? [copyButton()] : []),
  );
  if (focused) document.getElementById(focused)?.focus();
}

function stoppedPart(
  waiting: readonly Write[],
  { why, isShutOut }: { why: string; isShutOut: boolean },
  isOpen: boolean,
): HTMLElement[] {
  const said = t(isShutOut ? 'unsent.shut-out' : 'unsent.away', { count: waiting.length });
  return [
    h('p', { role: 'status' }, h('b', {}, said), why ? ` ${why}` : ''),
    h(
      'details',
      { open: isOpen },
      h('summary', { id: 'unsent-list' }, t('unsent.which')),
      h('ol', {}, ...waiting.map(({ says }) => h('li', {}, says))),
    ),
    button('unsent-retry', t('retry'), () => outbox.retry()),
  ];
}

const refusedPart = (write: RefusedWrite, again: Again): HTMLElement =>
  h(
    'div',
    { class: 'refused', role: 'alert' },
    h('p', {}, h('b', {}, t('unsent.refused')), ` ${write.says}`),
    h('p', {}, write.why),
    h(
      'div',
      { class: 'row' },
      button(`again-${write.id}`, t('retry'), () => outbox.retryRefused(write.id, again)),
      button(`drop-${write.id}`, t('unsent.drop'), () => outbox.drop(write.id)),
    ),
  );

const copyButton = (): HTMLElement => button('unsent-copy', t('unsent.copy'), () => void copy());

async function copy(): Promise<void> {
  const text = [...outbox.waiting, ...outbox.refused].map(({ says }) => says).join('\n');
  try {
    await navigator.clipboard.writeText(text);
    toast(t('unsent.copied'));
  } catch {
    document.querySelector<HTMLDetailsElement>('#unsent details')?.setAttribute('open', '');
  }
}

const button = (id: string, name: string, run: () => void): HTMLElement =>
  h('button', { type: 'button', class: 'plain', id, onclick: run }, name);
