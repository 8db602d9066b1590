import { h } from './dom.ts';
import { t } from './words.ts';

interface Person {
  readonly name: string;
  readonly me: boolean;
  readonly places: readonly string[];
}

const SHOWN = 4;

/** Shows in the bar who else has the project open, and on which page. */
export function showWhoIsHere(): void {
  const box = document.getElementById('here');
  if (!(box instanceof HTMLDetailsElement)) return;
  document.addEventListener('teema:here', (event) =>
    draw(box, (event as CustomEvent<{ people: Person[] }>).detail.people),
  );
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !box.contains(target)) box.open = false;
  });
  box.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !box.open) return;
    box.open = false;
    box.querySelector('summary')?.focus();
  });
}

function draw(box: HTMLDetailsElement, people: readonly Person[]): void {
  const others = people.filter(({ me }) => !me);
  box.hidden = others.length === 0;
  const names = others.map(({ name }) => name).join(', ');
  const more = others.length - SHOWN;
  box
    .querySelector('summary')
    ?.replaceChildren(
      h('span', { class: 'out' }, t('here.others', { names })),
      ...others.slice(0, SHOWN).map(({ name }) => initials(initialsOf(name))),
      ...(more > 0 ? [initials(`+${more}`)] : []),
    );
  box
    .querySelector('ul')
    ?.replaceChildren(
      ...people.map(({ name, me, places }) =>
        h(
          'li',
          {},
          initials(initialsOf(name)),
          h(
            'span',
            {},
            h('b', {}, me ? t('here.me', { name }) : name),
            h('small', {}, places.join(', ')),
          ),
        ),
      ),
    );
}

const initials = (text: string): HTMLElement =>
  h('span', { class: 'initials', 'aria-hidden': 'true' }, text);

/** The first letters of the first and the last name. */
function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
