import { themeTitle } from '../../domain/codebook/tree.ts';
import type { ThemeId, TypeId } from '../../domain/ids.ts';
import type { Theme, Type } from '../../domain/project/records.ts';
import { withSoftHyphens } from '../../domain/text/soft-hyphens.ts';
import { announce, byId, h } from '../dom.ts';
import { isReading } from '../reading.ts';
import { t } from '../words.ts';
import { code } from './actions.ts';
import { goTo } from './excerpts.ts';
import { model } from './model.ts';
import { remember } from './recent.ts';
import { state } from './state.ts';

const themes = byId('themes');
const types = byId('types');

interface Entry {
  readonly item: Theme | Type;
  readonly line: HTMLElement;
  readonly counts: HTMLElement;
}
let entries: readonly Entry[] = [];

/** The codebook beside the text: a click codes the passage, or goes to the next excerpt of the theme. */
export function drawCodebook(): void {
  const ofThemes = model.themes().map(({ theme, depth }) => entry(theme, themeTitle(theme), depth));
  const ofTypes = model.types().map((type) => entry(type, type.name, 0));
  themes.replaceChildren(...ofThemes.map(({ line }) => line));
  types.replaceChildren(...ofTypes.map(({ line }) => line));
  byId('no-themes').hidden = ofThemes.length > 0;
  byId('no-types').hidden = ofTypes.length > 0;
  entries = [...ofThemes, ...ofTypes];
  drawCounts();
  drawCarried();
}

/** How often each theme and type is used; only numbers that changed are written. */
export function drawCounts(): void {
  for (const { item, counts } of entries) {
    const { excerpts, cases } = model.count(item.id);
    const text = 'kind' in item ? String(excerpts) : `${excerpts} · ${cases}/${model.caseCount}`;
    if (counts.textContent === text) continue;
    counts.textContent = text;
    counts.setAttribute('aria-label', t('code.counts', { excerpts, cases }));
  }
}

/** Marks what the opened excerpt carries. */
export function drawCarried(): void {
  const current = state.current ? model.excerpt(state.current) : undefined;
  const carried = new Set<string>([...(current?.themeIds ?? []), ...(current?.typeIds ?? [])]);
  for (const { item, line } of entries) line.classList.toggle('carried', carried.has(item.id));
}

function entry(item: Theme | Type, name: string, depth: number): Entry {
  const isType = 'kind' in item;
  const counts = h('small', { class: 'soft num' });
  const line = h(
    'li',
    { class: `depth${Math.min(depth, 6)} c${item.colour}` },
    h(
      'button',
      {
        type: 'button',
        class: 'entry',
        onclick: () => use(item, isType),
        title: 'definition' in item ? (item.definition ?? name) : (item.description ?? name),
      },
      h('i', { class: isType ? 'dot type' : 'dot' }),
      h('span', { class: 'name' }, withSoftHyphens(name, themes.lang)),
      isType && h('span', { class: 'tag' }, t(`code.kind.${item.kind}`)),
      counts,
    ),
  );
  return { item, line, counts };
}

function use(item: Theme | Type, isType: boolean): void {
  const { passage } = state;
  if (!passage || isReading) {
    goTo(
      1,
      (excerpt) =>
        excerpt.themeIds.some((id) => id === item.id) ||
        excerpt.typeIds.some((id) => id === item.id),
    );
    return;
  }
  remember(item.id);
  const coding = isType ? { typeIds: [item.id as TypeId] } : { themeIds: [item.id as ThemeId] };
  state.set({ current: code(passage, coding), passage: null });
  announce(t('code.coded', { name: item.name }));
}
