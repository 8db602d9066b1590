import { isField } from '../is-field.ts';
import { announce, byId } from '../dom.ts';
import { isReading } from '../reading.ts';
import { t } from '../words.ts';
import { change, uncode } from './actions.ts';
import { drawCaret, moveCaret, moveToTurn, selectSentence, selectTurn } from './caret.ts';
import { saveEnds, startMovingEnds } from './excerpt-panel.ts';
import { goTo, goToUncoded } from './excerpts.ts';
import { openFind } from './find.ts';
import { model } from './model.ts';
import { again, codeInVivo, focusField, isPaletteOpen, openPalette } from './palette.ts';
import { readSelection } from './selection.ts';
import { state } from './state.ts';
import { textPane } from './text-pane.ts';

const dialog = byId<HTMLDialogElement>('keys');

export const openKeys = (): void => dialog.showModal();

/** Keys of the coding page; all but the palette's, which keeps its own while it is open. */
export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (isPaletteOpen() || dialog.open || isField(event.target)) return;
    const inText = event.target === textPane || event.target === document.body;
    if (!inText && event.key !== '?' && event.key !== '/') return;
    if (
      event.target === document.body &&
      (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End')
    )
      return;
    readSelection();
    const act = moveCaret(event) ? () => undefined : actionOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  });
  textPane.addEventListener('focus', drawCaret);
  textPane.addEventListener('blur', drawCaret);
}

function actionOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): (() => void) | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (isReading && CODING.has(name)) return () => announce(t('code.reading'));
  return actions[name];
}

/** Keys that change codings. */
const CODING: ReadonlySet<string> = new Set([
  ...['Enter', 't', '.', 'i', 'r', 'm', 'd', 'e', 'Delete', 'Backspace'],
]);

const actions: Readonly<Record<string, () => void>> = {
  Enter: () => palette(false),
  t: () => palette(true),
  s: () => selectSentence(textPane.lang),
  a: () => selectTurn(),
  j: () => moveToTurn(1),
  k: () => moveToTurn(-1),
  n: () => goTo(1),
  p: () => goTo(-1),
  u: () => goToUncoded(),
  '.': () => again(),
  i: () => (state.passage ? codeInVivo(state.passage) : needPassage()),
  r: () => withExcerpt(() => focusField('reduction')),
  m: () => withExcerpt(() => focusField('memo')),
  d: () => withExcerpt(toggleDeviant),
  e: () => withExcerpt(startMovingEnds),
  Delete: () => withExcerpt(() => state.current && uncode(state.current)),
  Backspace: () => withExcerpt(() => state.current && uncode(state.current)),
  '[': () => neighbour(-1),
  ']': () => neighbour(1),
  '/': () => openFind(),
  '?': () => openKeys(),
  Escape: () => escape(),
};

function palette(types: boolean): void {
  const { passage, current, movingEnds } = state;
  if (movingEnds) return saveEnds();
  if (passage) return openPalette(passage, { types });
  const excerpt = current && model.excerpt(current);
  if (excerpt) openPalette(excerpt, { types, excerptId: excerpt.id });
  else needPassage();
}

function withExcerpt(act: () => void): void {
  if (state.current) act();
  else announce(t('code.choose-excerpt'));
}

const needPassage = (): void => announce(t('code.choose-passage'));

function toggleDeviant(): void {
  const excerpt = state.current && model.excerpt(state.current);
  if (!excerpt) return;
  change(excerpt.id, { deviant: !excerpt.deviant });
  if (!excerpt.deviant) focusField('deviantReason');
}

function escape(): void {
  getSelection()?.collapseToEnd();
  state.set({ current: null, passage: null, movingEnds: null });
}

function neighbour(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.interviews > li > a')];
  const at = links.findIndex((link) => link.hasAttribute('aria-current'));
  links[at + step]?.click();
}
