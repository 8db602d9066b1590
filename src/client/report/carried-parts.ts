import { isField } from '../is-field.ts';
import type { Redrawing } from '../live-page.ts';
import { fetchRest } from '../rest-of-page.ts';

/**
 * After a change a long report comes with its first sections alone. Where all were here, the others
 * stay as they were, and each is fetched when it comes near the window: nobody waits for thousands
 * of quotes that nobody looks at.
 */
export function keepSectionsLive(): void {
  document.addEventListener('teema:redrawing', (event) => {
    const { old, fresh } = (event as CustomEvent<Redrawing>).detail;
    carryRows(old, fresh);
    carrySections(old, fresh);
    queueMicrotask(() => {
      fetchRest();
      watchCarried();
    });
  });
  // Where somebody wrote, the section waited.
  document.addEventListener('focusout', watchCarried);
}

/** The whole report, where some of what is shown may be older than what it says; null where none is. */
export const wholeAddress = (): string | null =>
  document.querySelector('[data-carried]') ? whole : null;

let whole = '';

type RestLink = HTMLAnchorElement | null;
const linkInto = (main: HTMLElement, into: string): RestLink =>
  main.querySelector<HTMLAnchorElement>(`a[data-rest][data-into="${into}"]`);

/** The address of a part, made of the one that the rest of the page is fetched from. */
function partAddress({ dataset, href }: HTMLAnchorElement, part: string, from = ''): string {
  whole = href;
  const url = new URL(dataset['rest'] ?? '', location.href);
  url.searchParams.set('rows', part);
  url.searchParams.set('from', from);
  return url.href;
}

function carryRows(old: HTMLElement, fresh: HTMLElement): void {
  const [was, now] = [old, fresh].map((main) => main.querySelector('#table-rows'));
  const link = linkInto(fresh, 'table-rows');
  if (!was || !now || !link || linkInto(old, 'table-rows')) return;
  const rows = [...was.children].slice(now.childElementCount);
  for (const row of rows) row.toggleAttribute('data-old', true);
  now.append(...rows);
  now.setAttribute('data-carried', partAddress(link, 'table'));
  link.remove();
}

function carrySections(old: HTMLElement, fresh: HTMLElement): void {
  const [was, now] = [old, fresh].map((main) => main.querySelector('#sections'));
  const link = linkInto(fresh, 'sections');
  if (!was || !now || !link || linkInto(old, 'sections')) return;
  const carry = (id: string, from: string): void => {
    const part = was.querySelector(`#${CSS.escape(id)}`) ?? emptySection(id);
    part.setAttribute('data-carried', partAddress(link, 'section', from));
    now.append(part);
  };
  for (const chapter of fresh.querySelectorAll<HTMLElement>('a[data-section]')) {
    const id = chapter.dataset['section'] ?? '';
    if (!chapter.classList.contains('hidden-chapter') && !now.querySelector(`#${CSS.escape(id)}`))
      carry(id, id.slice('t-'.length));
  }
  carry('after-sections', 'end');
  link.remove();
}

function emptySection(id: string): HTMLElement {
  const section = document.createElement('section');
  section.id = id;
  section.className = 'theme-section';
  return section;
}

/** A window's height before it is seen. */
const near = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) void renew(target);
  },
  { rootMargin: '100% 0px' },
);

function watchCarried(): void {
  near.disconnect();
  for (const part of document.querySelectorAll('[data-carried]')) near.observe(part);
}

async function renew(part: Element): Promise<void> {
  near.unobserve(part);
  const address = part.getAttribute('data-carried') ?? '';
  const response = await fetch(address).catch(() => null);
  // Without an answer it stays as it was; where the project has changed again, the page is drawn anew.
  if (response?.status !== 200) return;
  const html = await response.text();
  if (!part.isConnected || part.getAttribute('data-carried') !== address || isWrittenIn(part))
    return;
  if (part.localName === 'tbody') renewRows(part, html);
  else renewSection(part, html);
  document.dispatchEvent(new CustomEvent('teema:redrawn'));
}

const isWrittenIn = (part: Element): boolean =>
  isField(document.activeElement) && part.contains(document.activeElement);

function renewRows(rows: Element, html: string): void {
  rows.removeAttribute('data-carried');
  for (const row of rows.querySelectorAll('[data-old]')) row.remove();
  rows.insertAdjacentHTML('beforeend', html);
}

function renewSection(section: Element, html: string): void {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: html });
  const focused = section.contains(document.activeElement) ? document.activeElement?.id : undefined;
  for (const fold of section.querySelectorAll('details[open][id]'))
    content.getElementById(fold.id)?.setAttribute('open', '');
  section.replaceWith(content);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}
