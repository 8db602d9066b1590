import { themeTitle } from '../../domain/codebook/tree.ts';
import type { ThemeId, TypeId } from '../../domain/ids.ts';
import type { Theme, Type } from '../../domain/project/records.ts';
import { announce, byId, h } from '../dom.ts';
import { t } from '../words.ts';
import { code } from './actions.ts';
import { goTo } from './excerpts.ts';
import { model } from './model.ts';
import { remember } from './recent.ts';
import { state } from './state.ts';

const themes = byId('themes');
const types = byId('types');

/** The codebook beside the text: a click codes the passage, or goes to the next excerpt of the theme. */
export function drawCodebook(): void {
  const current = state.current ? model.excerpt(state.current) : undefined;
  const carried = new Set<string>([...(current?.themeIds ?? []), ...(current?.typeIds ?? [])]);
  const inTree = model.themes();
  themes.replaceChildren(
    ...inTree.map(({ theme, depth }) =>
      entry(theme, themeTitle(theme), depth, carried.has(theme.id)),
    ),
  );
  const all = model.types();
  types.replaceChildren(...all.map((type) => entry(type, type.name, 0, carried.has(type.id))));
  byId('no-themes').hidden = inTree.length > 0;
  byId('no-types').hidden = all.length > 0;
}

function entry(item: Theme | Type, name: string, depth: number, isCarried: boolean): HTMLElement {
  const { excerpts, cases } = model.count(item.id);
  const isType = 'kind' in item;
  const counts = isType ? String(excerpts) : `${excerpts} · ${cases}/${model.caseCount}`;
  return h(
    'li',
    { class: `depth${Math.min(depth, 6)} c${item.colour}${isCarried ? ' carried' : ''}` },
    h(
      'button',
      {
        type: 'button',
        class: 'entry',
        onclick: () => use(item, isType),
        title: 'definition' in item ? (item.definition ?? name) : (item.description ?? name),
      },
      h('i', { class: isType ? 'dot type' : 'dot' }),
      h('span', { class: 'name' }, name),
      isType && h('span', { class: 'tag' }, t(`code.kind.${item.kind}`)),
      h(
        'small',
        { class: 'soft num', 'aria-label': t('code.counts', { excerpts, cases }) },
        counts,
      ),
    ),
  );
}

function use(item: Theme | Type, isType: boolean): void {
  const { passage } = state;
  if (!passage) {
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
