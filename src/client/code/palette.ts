import { searchCodebook, type Hit } from '../../domain/codebook/search-codebook.ts';
import { themeTitle } from '../../domain/codebook/tree.ts';
import type { ExcerptId, ThemeId, TypeId } from '../../domain/ids.ts';
import type { Theme, Type } from '../../domain/project/records.ts';
import type { Span } from '../../domain/text/span.ts';
import { announce, byId, h } from '../dom.ts';
import { t } from '../words.ts';
import { change, code, type Coding } from './actions.ts';
import { paint } from './highlight.ts';
import { model } from './model.ts';
import { byHabit, lastUsed, remember } from './recent.ts';
import { state } from './state.ts';
import { rangeOf, scroller, select, textOf, textPane } from './text-pane.ts';

const box = byId('palette');
const SHOWN = 60;
const GAP_PX = 8;

type Kind = 'themes' | 'types';
type Option = { readonly hit: Hit<Theme | Type> } | { readonly newName: string };

interface Target {
  readonly span: Span;
  /** Set when an excerpt is being added to, not a passage coded. */
  readonly excerptId?: ExcerptId;
}

let target: Target | null = null;
let kind: Kind = 'themes';
let options: Option[] = [];
let active = 0;
let input: HTMLInputElement;
let list: HTMLUListElement;

export const isPaletteOpen = (): boolean => target !== null;

/** Opens at the passage, ready to type. */
export function openPalette(
  span: Span,
  { types = false, excerptId }: { types?: boolean; excerptId?: ExcerptId } = {},
): void {
  target = excerptId ? { span, excerptId } : { span };
  kind = types ? 'types' : 'themes';
  paint('passage', [span]);
  build(span);
  refresh();
  box.hidden = false;
  position(span);
  input.focus({ preventScroll: true });
}

/** Back to the text: the passage selected again, or the caret behind it when it was coded. */
export function closePalette(after: 'selected' | 'caret' | 'elsewhere' = 'selected'): void {
  if (!target) return;
  const { span } = target;
  target = null;
  box.hidden = true;
  paint('passage', []);
  if (after === 'elsewhere') return;
  textPane.focus({ preventScroll: true });
  select(after === 'selected' ? span.start : span.end, span.end);
}

function build(span: Span): void {
  input = h('input', {
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
    onkeydown: (event) => onKey(event as KeyboardEvent),
    oninput: () => refresh(),
  });
  list = h('ul', { id: 'palette-list', role: 'listbox' });
  const words = textOf(span).split(/\s+/).filter(Boolean).length;
  box.replaceChildren(
    h(
      'div',
      { class: 'palette-head' },
      input,
      h('small', { class: 'soft num' }, t('code.word-count', { count: words })),
    ),
    list,
    h(
      'footer',
      {},
      tool(
        '⇥',
        () => t(kind === 'themes' ? 'code.to-types' : 'code.to-themes'),
        switchKind,
        'kind',
      ),
      tool('Alt I', () => t('code.in-vivo'), inVivo),
      tool(
        'Alt R',
        () => t('code.reduction'),
        () => withField('reduction'),
      ),
      tool(
        'Alt M',
        () => t('code.memo'),
        () => withField('memo'),
      ),
      tool('.', () => t('code.same'), again),
    ),
  );
}

function tool(keys: string, name: () => string, run: () => void, id?: string): HTMLElement {
  const label = h('span', id ? { id: `palette-${id}` } : {}, name());
  return h(
    'button',
    { type: 'button', class: 'tool', tabindex: -1, onclick: run },
    h('kbd', {}, keys),
    label,
  );
}

function refresh(): void {
  const query = input.value;
  const placeholder = t(kind === 'themes' ? 'code.find-theme' : 'code.find-type');
  input.placeholder = placeholder;
  input.setAttribute('aria-label', placeholder);
  list.setAttribute('aria-label', t(kind === 'themes' ? 'code.themes' : 'code.types'));
  byId('palette-kind').textContent = t(kind === 'themes' ? 'code.to-types' : 'code.to-themes');
  const themes = model.themes().flatMap(({ theme }) => (theme.retired ? [] : [theme]));
  const items = kind === 'themes' ? themes : model.types();
  const ordered = byHabit<Theme | Type>(items, ({ id }) => model.count(id).excerpts);
  const hits = searchCodebook(ordered, query).slice(0, SHOWN);
  const name = query.trim().replace(/\s+/g, ' ');
  const isKnown = hits.some(({ item }) => item.name.toLowerCase() === name.toLowerCase());
  options = hits.map((hit) => ({ hit }));
  if (kind === 'themes' && name && !isKnown) options.push({ newName: name });
  active = 0;
  list.replaceChildren(...options.map(row));
  if (options.length === 0)
    list.append(
      h('li', { class: 'none soft' }, t(kind === 'themes' ? 'code.type-to-make' : 'code.no-types')),
    );
  mark();
}

function row(option: Option, index: number): HTMLElement {
  const attributes = {
    role: 'option',
    id: `option-${index}`,
    onmousedown: (event: Event) => {
      event.preventDefault();
      apply(index);
    },
  };
  if ('newName' in option)
    return h(
      'li',
      { ...attributes, class: 'option' },
      h('i', { class: 'dot new' }),
      h('span', {}, t('code.new-theme', { name: option.newName })),
      h('kbd', {}, 'Ctrl ↵'),
    );
  const { item, inName, definition } = option.hit;
  const has = carried().has(item.id);
  return h(
    'li',
    { ...attributes, class: `option c${item.colour}` },
    h('i', { class: 'dot' + (kind === 'types' ? ' type' : '') }),
    h(
      'span',
      {},
      ...named(item, inName),
      definition && h('small', { class: 'soft' }, ` · ${definition}`),
    ),
    h('small', { class: 'soft num' }, has ? '✓' : String(model.count(item.id).excerpts)),
  );
}

function named(item: Theme | Type, inName: readonly [number, number] | null): (string | Node)[] {
  const title = 'label' in item ? themeTitle(item) : item.name;
  if (!inName) return [title];
  return [title.slice(0, inName[0]), h('b', {}, title.slice(...inName)), title.slice(inName[1])];
}

/** What the passage carries already. */
function carried(): Set<string> {
  const excerpt = target?.excerptId && model.excerpt(target.excerptId);
  return new Set(excerpt ? [...excerpt.themeIds, ...excerpt.typeIds] : []);
}

function mark(): void {
  [...list.children].forEach((element, i) => {
    element.setAttribute('aria-selected', String(i === active));
    if (i === active) element.scrollIntoView({ block: 'nearest' });
  });
  if (options[active]) input.setAttribute('aria-activedescendant', `option-${active}`);
  else input.removeAttribute('aria-activedescendant');
}

function onKey(event: KeyboardEvent): void {
  const control = event.ctrlKey || event.metaKey;
  const run = event.altKey && !control ? altKeys[event.code] : keyAction(event.key, control);
  if (!run) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}

const altKeys: Readonly<Record<string, () => void>> = {
  KeyI: () => inVivo(),
  KeyR: () => withField('reduction'),
  KeyM: () => withField('memo'),
};

function keyAction(key: string, control: boolean): (() => void) | undefined {
  if (key === 'Enter') return control ? makeTheme : () => apply(active);
  if (key === 'ArrowDown') return () => move(1);
  if (key === 'ArrowUp') return () => move(-1);
  if (key === 'Tab') return switchKind;
  if (key === 'Escape') return () => closePalette();
  if (key === '.' && input.value === '') return again;
  return undefined;
}

function move(by: number): void {
  if (options.length === 0) return;
  active = (active + by + options.length) % options.length;
  mark();
}

function switchKind(): void {
  kind = kind === 'themes' ? 'types' : 'themes';
  refresh();
}

function apply(index: number): void {
  const option = options[index];
  if (!option) return;
  if ('newName' in option) finish({ newThemeName: option.newName }, option.newName);
  else if (kind === 'themes')
    finish({ themeIds: [option.hit.item.id as ThemeId] }, option.hit.item.name);
  else finish({ typeIds: [option.hit.item.id as TypeId] }, option.hit.item.name);
}

function makeTheme(): void {
  const name = input.value.trim().replace(/\s+/g, ' ');
  if (name) finish({ newThemeName: name }, name);
}

const IN_VIVO_LENGTH = 80;

/** The theme is named by the words themselves. */
function inVivo(): void {
  if (target) codeInVivo(target.span);
}

export function codeInVivo(span: Span): void {
  const words = textOf(span).replace(/\s+/g, ' ').trim();
  const name =
    words.length > IN_VIVO_LENGTH
      ? `${words.slice(0, IN_VIVO_LENGTH).replace(/\s\S*$/, '')}…`
      : words;
  if (name) finish({ newThemeName: name }, name, span);
}

/** The theme last used, once more. */
export function again(): void {
  const id = lastUsed((one) => model.project.themes.has(one as ThemeId)) as ThemeId | undefined;
  const span = target?.span ?? state.passage;
  const theme = id && model.project.themes.get(id);
  if (theme && span) finish({ themeIds: [theme.id] }, theme.name, span);
}

/** A reduced expression or a memo needs an excerpt: the passage becomes one, and its field is opened. */
function withField(field: 'reduction' | 'memo'): void {
  if (!target) return;
  const option = options[active];
  const { excerptId, span } = target;
  if (excerptId) {
    closePalette('elsewhere');
    focusField(field);
  } else if (field === 'memo' && input.value.trim() === '') {
    finish({ memo: t('code.new-memo') }, t('code.memo'), span);
    focusField('memo');
  } else if (option && !('newName' in option)) {
    apply(active);
    focusField(field);
  }
}

export function focusField(field: 'reduction' | 'memo' | 'deviantReason'): void {
  const box = document.getElementById(`excerpt-${field}`) as HTMLTextAreaElement | null;
  box?.focus();
  box?.select();
}

function finish(coding: Coding, name: string, span = target?.span): void {
  if (!span) return;
  const id = target?.excerptId;
  if (target) closePalette('caret');
  else select(span.end, span.end);
  if (id && coding.newThemeName === undefined) addTo(id, coding);
  else state.set({ current: code(span, coding), passage: null });
  announce(t('code.coded', { name }));
}

function addTo(id: ExcerptId, { themeIds = [], typeIds = [] }: Coding): void {
  const excerpt = model.excerpt(id);
  if (!excerpt) return;
  for (const one of [...themeIds, ...typeIds]) remember(one);
  change(id, {
    themeIds: [...new Set([...excerpt.themeIds, ...themeIds])],
    typeIds: [...new Set([...excerpt.typeIds, ...typeIds])],
  });
}

/** Below the passage's last line, or above its first where there is no room below. */
function position(span: Span): void {
  const rects = rangeOf(span)?.getClientRects();
  const first = rects?.[0];
  const last = rects?.[rects.length - 1];
  if (!first || !last) return;
  const frame = scroller.getBoundingClientRect();
  const height = box.offsetHeight;
  const below = last.bottom + GAP_PX;
  const fits = below + height < Math.min(innerHeight, frame.bottom);
  const top = fits || first.top - GAP_PX - height < frame.top ? below : first.top - GAP_PX - height;
  const left = Math.min(Math.max(frame.left + 8, last.left), frame.right - box.offsetWidth - 12);
  box.style.top = `${top - frame.top + scroller.scrollTop}px`;
  box.style.left = `${left - frame.left}px`;
  if (!fits && top === below) box.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('mousedown', (event) => {
  if (target && event.target instanceof Node && !box.contains(event.target))
    closePalette('elsewhere');
});
