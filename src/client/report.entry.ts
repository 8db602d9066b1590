import { listenForForms } from './live-forms.ts';

listenForForms();
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-do="print"]')) window.print();
});

/** The link of the section that is being read. */
const reading = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) mark(target.id);
  },
  { rootMargin: '-60px 0px -75% 0px' },
);

function mark(id: string): void {
  for (const link of document.querySelectorAll('.report-contents a'))
    if (link.getAttribute('href') === `#${id}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
}

function watchSections(): void {
  reading.disconnect();
  for (const link of document.querySelectorAll('.report-contents a')) {
    const section = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    if (section) reading.observe(section);
  }
}

watchSections();
document.addEventListener('teema:redrawn', watchSections);
