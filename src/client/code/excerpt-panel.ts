import { themeTitle } from '../../domain/codebook/tree.ts';
import type { ExcerptId } from '../../domain/ids.ts';
import type { Excerpt, Theme, Type } from '../../domain/project/records.ts';
import { byId, h } from '../dom.ts';
import { isReading } from '../reading.ts';
import { t } from '../words.ts';
import { change, takeOff, uncode } from './actions.ts';
import { anchorButton } from './anchor.ts';
import { model } from './model.ts';
import { openPalette } from './palette.ts';
import { state } from './state.ts';
import { textOf } from './text-pane.ts';
import { threadPanel } from './thread-panel.ts';

const panel = byId('excerpt');
type Field = 'reduction' | 'memo' | 'deviantReason';

/** The panel's parts that change while it is open; its fields stay, because somebody may write in them. */
interface Parts {
  readonly id: ExcerptId;
  readonly quote: HTMLElement;
  readonly chips: HTMLElement;
  readonly deviant: HTMLInputElement;
  readonly reason: HTMLElement;
  readonly ends: HTMLElement;
  readonly threads: ReturnType<typeof threadPanel>;
}
let parts: Parts | null = null;

/** What the opened excerpt carries, and everything that can be done with it. */
export function drawPanel(): void {
  const excerpt = state.current ? model.excerpt(state.current) : undefined;
  panel.hidden = !excerpt;
  if (!excerpt) {
    parts = null;
    panel.replaceChildren();
    return;
  }
  parts = parts?.id === excerpt.id ? parts : build(excerpt);
  update(parts, excerpt);
}

/** Somebody said or resolved something: the opened excerpt's threads are fetched anew. */
export const refreshThreads = (): void => parts?.threads.refresh();

function build({ id, coderId }: Excerpt): Parts {
  const quote = h('blockquote');
  const chips = h('ul', { class: 'chips', 'aria-label': t('code.carries') });
  const deviant = h('input', { type: 'checkbox', id: 'excerpt-deviant' });
  deviant.addEventListener('change', () => change(id, { deviant: deviant.checked }));
  const reason = field(id, 'deviantReason');
  const ends = h('div');
  const threads = threadPanel(id);
  const coder = model.project.coders.get(coderId)?.name;
  panel.replaceChildren(
    h(
      'div',
      { class: 'panel-head' },
      h('h2', { class: 'small' }, t('code.excerpt')),
      h(
        'button',
        {
          type: 'button',
          class: 'icon',
          'aria-label': t('code.close'),
          onclick: () => state.set({ current: null }),
        },
        '×',
      ),
    ),
    quote,
    coder ? h('p', { class: 'soft coder' }, coder) : '',
    threads.element,
    ...inert(
      chips,
      h(
        'div',
        { class: 'row' },
        h(
          'button',
          { type: 'button', class: 'plain', id: 'add-theme', onclick: () => add(id, false) },
          `+ ${t('code.theme')}`,
        ),
        h(
          'button',
          { type: 'button', class: 'plain', id: 'add-type', onclick: () => add(id, true) },
          `+ ${t('code.type')}`,
        ),
      ),
      field(id, 'reduction'),
      field(id, 'memo'),
      h(
        'div',
        { class: 'deviant-field' },
        h('label', { class: 'check' }, deviant, h('span', {}, t('code.deviant'))),
        reason,
      ),
      ends,
    ),
  );
  return { id, quote, chips, deviant, reason, ends, threads };
}

/** Who only reads sees the same, and nothing to press or write in. */
const inert = (...parts: readonly Node[]): readonly Node[] =>
  isReading ? [h('fieldset', { class: 'as-read', disabled: true }, ...parts)] : parts;

function update({ quote, chips, deviant, reason, ends }: Parts, excerpt: Excerpt): void {
  const { themes, types } = model.project;
  quote.textContent = textOf(excerpt);
  drawChips(
    chips,
    excerpt,
    excerpt.themeIds.flatMap((id) => themes.get(id) ?? []),
    excerpt.typeIds.flatMap((id) => types.get(id) ?? []),
  );
  deviant.checked = excerpt.deviant;
  reason.hidden = !excerpt.deviant;
  for (const name of ['reduction', 'memo', 'deviantReason'] as const) {
    const box = byId<HTMLTextAreaElement>(`excerpt-${name}`);
    if (box !== document.activeElement && box.dataset['dirty'] === undefined)
      box.value = excerpt[name] ?? '';
  }
  const moving = state.movingEnds === excerpt.id;
  if (ends.dataset['moving'] === String(moving)) return;
  ends.dataset['moving'] = String(moving);
  ends.replaceChildren(moving ? endsNotice() : buttons(excerpt.id));
}

/**
 * Drawn anew only when they look otherwise: a button that is replaced while somebody presses it, by
 * key or mouse, is never clicked.
 */
function drawChips(
  chips: HTMLElement,
  excerpt: Excerpt,
  themes: readonly Theme[],
  types: readonly Type[],
): void {
  const drawn = JSON.stringify([excerpt.id, themes, types]);
  if (lastDrawn.get(chips) === drawn) return;
  lastDrawn.set(chips, drawn);
  const focused = chips.contains(document.activeElement) ? document.activeElement?.id : '';
  chips.replaceChildren(...[...themes, ...types].map((item) => chip(excerpt, item)));
  if (focused) document.getElementById(focused)?.focus();
}

/** What the chips in a panel show. */
const lastDrawn = new WeakMap<HTMLElement, string>();

function add(id: ExcerptId, types: boolean): void {
  const excerpt = model.excerpt(id);
  if (excerpt) openPalette(excerpt, { types, excerptId: id });
}

function chip(excerpt: Excerpt, item: Theme | Type): HTMLElement {
  const isType = 'kind' in item;
  const name = isType ? item.name : themeTitle(item);
  return h(
    'li',
    { class: `chip c${item.colour}` },
    h('i', { class: isType ? 'dot type' : 'dot' }),
    h('span', {}, name),
    isType ? '' : anchorButton(excerpt, item),
    h(
      'button',
      {
        type: 'button',
        class: 'icon',
        'aria-label': t('code.take-off', { name }),
        title: t('code.take-off', { name }),
        onclick: () => takeOff(excerpt.id, item.id),
      },
      '×',
    ),
  );
}

function field(id: ExcerptId, name: Field): HTMLElement {
  const box = h('textarea', { id: `excerpt-${name}`, rows: 1 });
  // What is being written is the writer's until it is sent; what comes from elsewhere waits.
  box.addEventListener('input', () => (box.dataset['dirty'] ??= String(model.project.revision)));
  box.addEventListener('change', () => {
    const since = Number(box.dataset['dirty']);
    delete box.dataset['dirty'];
    save(id, name, box.value, since);
  });
  box.addEventListener('keydown', onFieldKey);
  return h('div', { class: 'field' }, h('label', { for: box.id }, t(`code.${name}`)), box);
}

function save(id: ExcerptId, name: Field, value: string, since: number): void {
  const excerpt = model.excerpt(id);
  const text = value.trim() === '' ? null : value.trim();
  const bare = excerpt && excerpt.themeIds.length + excerpt.typeIds.length === 0;
  if (name === 'memo' && text === null && bare) uncode(id);
  else change(id, { [name]: text }, since);
}

/** Escape and Ctrl+Enter leave the field, which sends it. */
function onFieldKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey)))
    return;
  event.preventDefault();
  event.stopPropagation();
  byId('text').focus({ preventScroll: true });
}

const endsNotice = (): HTMLElement =>
  h(
    'div',
    { class: 'notice' },
    h('p', {}, t('code.ends-hint')),
    h(
      'button',
      { type: 'button', id: 'ends-save', onclick: () => saveEnds() },
      t('code.ends-save'),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'plain',
        id: 'ends-cancel',
        onclick: () => state.set({ movingEnds: null, passage: null }),
      },
      t('code.cancel'),
    ),
  );

const buttons = (id: ExcerptId): HTMLElement =>
  h(
    'div',
    { class: 'row' },
    h(
      'button',
      { type: 'button', class: 'plain', id: 'ends', onclick: () => startMovingEnds() },
      t('code.ends'),
    ),
    h(
      'button',
      { type: 'button', class: 'plain danger', id: 'uncode', onclick: () => uncode(id) },
      t('code.uncode'),
    ),
  );

let onMoveEnds: (excerpt: Excerpt) => void = () => undefined;

/** Hears when the ends of an excerpt are to be moved: the text then selects its passage. */
export function whenMovingEnds(listener: (excerpt: Excerpt) => void): void {
  onMoveEnds = listener;
}

export function startMovingEnds(): void {
  const excerpt = state.current && model.excerpt(state.current);
  if (!excerpt) return;
  state.set({ movingEnds: excerpt.id, passage: { start: excerpt.start, end: excerpt.end } });
  onMoveEnds(excerpt);
}

/** The excerpt takes the passage that is selected now. */
export function saveEnds(): void {
  const { movingEnds, passage } = state;
  if (!movingEnds || !passage) return;
  change(movingEnds, { start: passage.start, end: passage.end });
  state.set({ movingEnds: null, passage: null });
}
