import type { Excerpt, Theme } from '../../domain/project/records.ts';
import { h } from '../dom.ts';
import { t } from '../words.ts';
import { changeTheme } from './actions.ts';

/** Makes the excerpt the one that shows best what the theme is, or takes that away again. */
export function anchorButton(excerpt: Excerpt, theme: Theme): HTMLElement {
  const isAnchor = theme.anchorId === excerpt.id;
  const about = t(isAnchor ? 'code.is-anchor' : 'code.anchor', { name: theme.name });
  return h(
    'button',
    {
      type: 'button',
      class: 'icon anchor',
      id: `anchor-${theme.id}`,
      'aria-pressed': String(isAnchor),
      'aria-label': t('code.anchor', { name: theme.name }),
      title: about,
      onclick: () => changeTheme(theme.id, { anchorId: isAnchor ? null : excerpt.id }),
    },
    isAnchor ? '★' : '☆',
  );
}
