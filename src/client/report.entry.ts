import { listenForForms } from './live-forms.ts';
import { keepSectionsLive, wholeAddress } from './report/carried-parts.ts';
import { letQuotesBeOrdered } from './report/drag-quotes.ts';
import { takeSelectedWords } from './report/edit-quote.ts';
import { keepSidePlace } from './report/keep-side-place.ts';
import { showChosen } from './report/show-chosen.ts';
import { fetchRest } from './rest-of-page.ts';
import { sendOnChange } from './send-on-change.ts';

listenForForms();
sendOnChange();
letQuotesBeOrdered();
takeSelectedWords();
keepSidePlace();
showChosen();
fetchRest();
keepSectionsLive();
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-do="print"]')) printWhole();
});

/** On paper goes the whole report: where some of it is still to come, that first. */
function printWhole(): void {
  const rest = document.querySelector<HTMLAnchorElement>('a[data-rest]');
  const whole = rest?.href ?? wholeAddress();
  if (whole) location.assign(whole);
  else window.print();
}

/** The section that the address names, where it comes after the first part of the page. */
let awaited = location.hash !== '' && !document.getElementById(location.hash.slice(1));

function showAwaited(): void {
  const section = awaited ? document.getElementById(location.hash.slice(1)) : null;
  if (!section) return;
  awaited = false;
  section.scrollIntoView();
  openNamed();
}

/** An address that names a text to be written opens its field. */
function openNamed(): void {
  const named = document.getElementById(location.hash.slice(1));
  if (!(named instanceof HTMLDetailsElement)) return;
  named.open = true;
  named.querySelector('textarea')?.focus();
}
openNamed();
window.addEventListener('hashchange', () => {
  openNamed();
  awaited = location.hash !== '' && !document.getElementById(location.hash.slice(1));
});

/** The link of the section that is being read. */
const reading = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) mark(target.id);
  },
  { rootMargin: '-60px 0px -75% 0px' },
);

const links = (): NodeListOf<HTMLAnchorElement> =>
  document.querySelectorAll<HTMLAnchorElement>('.report-contents a');

function mark(id: string): void {
  for (const link of links())
    if (link.hash === `#${id}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
}

function watchSections(): void {
  reading.disconnect();
  for (const { hash } of links()) {
    const section = document.getElementById(hash.slice(1));
    if (section) reading.observe(section);
  }
}

watchSections();
document.addEventListener('teema:redrawn', () => {
  watchSections();
  showAwaited();
});
