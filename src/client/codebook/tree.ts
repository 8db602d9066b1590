import { folded } from '../../domain/codebook/search-codebook.ts';
import { projectId } from '../api.ts';
import { isReading } from '../reading.ts';
import { handOver } from '../outbox/hand-over.ts';
import { bringIntoView, chosenRow, keepAddress, show } from './details.ts';
import { filterBy, fold, foldAll, isClosed, isFoldable, reveal, showFolded } from './folding.ts';
import { idOf, levelOf, nameOf, parentIdOf, parentOf, rowById, rowOf, rows, tree } from './rows.ts';
import { t } from '../words.ts';

const STEPS: Readonly<Record<string, string>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};
const TYPING_MS = 700;

let current: string | null = null;
let scrolled = 0;
let typed = { text: '', at: 0 };

/** The tree as the ARIA pattern has it: one stop of the Tab key, arrows, Home, End, typing ahead. */
export function listenForTree(): void {
  document.addEventListener('keydown', (event) => {
    const row = rowOf(event.target);
    if (row && !onMove(event, row) && !onKey(event, row)) onTyping(event, row);
  });
  document.addEventListener('click', onClick);
  document.addEventListener('focusin', ({ target }) => {
    const row = rowOf(target);
    if (row) setCurrent(row);
  });
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.id === 'filter') filterBy(target.value);
  });
  document.addEventListener('submit', (event) => {
    if (event.target instanceof Element && event.target.matches('.tree-tools'))
      event.preventDefault();
  });
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (target === tree()) scrolled = tree()?.scrollTop ?? 0;
    },
    true,
  );
  window.addEventListener('popstate', () => void show(location.href, { push: false }));
  document.addEventListener('teema:redrawn', redrawn);
  const chosen = chosenRow();
  redrawn();
  if (chosen) {
    reveal(chosen);
    chosen.scrollIntoView({ block: 'nearest' });
    setCurrent(chosen);
  }
}

function redrawn(): void {
  keepAddress();
  showFolded();
  const box = tree();
  if (box && scrolled > 0) box.scrollTop = scrolled;
  const all = rows();
  const stop = (current && rowById(current)) || chosenRow() || all[0];
  for (const row of all) {
    row.tabIndex = row === stop ? 0 : -1;
    row.draggable = true;
  }
}

function setCurrent(row: HTMLElement): void {
  const old = current ? rowById(current) : tree()?.querySelector<HTMLElement>('[tabindex="0"]');
  if (old && old !== row) old.tabIndex = -1;
  row.tabIndex = 0;
  current = idOf(row);
}

function focusOn(row: HTMLElement | null | undefined): void {
  if (!row) return;
  setCurrent(row);
  row.focus();
  row.scrollIntoView({ block: 'nearest' });
}

/** Alt or Ctrl and an arrow move the theme; the server knows from where. */
function onMove(event: KeyboardEvent, row: HTMLElement): boolean {
  const step = STEPS[event.key];
  if (!step || isReading || event.altKey === event.ctrlKey || event.metaKey) return false;
  event.preventDefault();
  handOver({
    method: 'POST',
    path: `/projects/${projectId}/themes/${idOf(row)}/move`,
    fields: new URLSearchParams({ to: step }).toString(),
    says: t('unsent.move', { what: nameOf(row) }),
  });
  return true;
}

function onKey(event: KeyboardEvent, row: HTMLElement): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const run = KEYS[event.key];
  if (!run) return false;
  event.preventDefault();
  run(row);
  return true;
}

const visible = (): HTMLElement[] => rows().filter((row) => !row.hidden);
const beside = (row: HTMLElement, by: number): HTMLElement | undefined => {
  const all = visible();
  return all[all.indexOf(row) + by];
};
const choose = (row: HTMLElement): void =>
  void show((row as HTMLAnchorElement).href).then(bringIntoView);

const KEYS: Readonly<Record<string, (row: HTMLElement) => void>> = {
  ArrowDown: (row) => focusOn(beside(row, 1)),
  ArrowUp: (row) => focusOn(beside(row, -1)),
  ArrowRight: (row) => {
    if (isClosed(row)) fold(row, false);
    else if (isFoldable(row)) focusOn(beside(row, 1));
  },
  ArrowLeft: (row) => {
    if (isFoldable(row) && !isClosed(row)) fold(row, true);
    else focusOn(parentOf(row));
  },
  Home: () => focusOn(visible()[0]),
  End: () => focusOn(visible().at(-1)),
  Enter: choose,
  ' ': choose,
  '*': (row) => {
    for (const one of rows())
      if (parentIdOf(one) === parentIdOf(row) && levelOf(one) === levelOf(row)) fold(one, false);
  },
};

/** The next theme whose name begins with what was typed. */
function onTyping(event: KeyboardEvent, row: HTMLElement): void {
  if (event.key.length !== 1 || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const text = event.timeStamp - typed.at < TYPING_MS ? typed.text + event.key : event.key;
  typed = { text, at: event.timeStamp };
  const all = visible();
  const from = all.indexOf(row) + (text.length === 1 ? 1 : 0);
  const wanted = folded(text);
  const begins = (one: HTMLElement): boolean =>
    [nameOf(one), one.querySelector('b')?.textContent ?? ''].some((name) =>
      folded(name.trim()).startsWith(wanted),
    );
  focusOn([...all.slice(from), ...all.slice(0, from)].find(begins));
}

function onClick(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const row = rowOf(target);
  const button = target.closest<HTMLElement>('[data-do]')?.dataset['do'];
  const link = target.closest<HTMLAnchorElement>('a[data-choose]');
  if (row && target.matches('.twist') && isFoldable(row)) {
    event.preventDefault();
    fold(row, !isClosed(row));
  } else if (row) {
    event.preventDefault();
    focusOn(row);
    choose(row);
  } else if (link) {
    event.preventDefault();
    void show(link.href);
  } else if (button === 'collapse' || button === 'expand') foldAll(button === 'collapse');
}
