import { handOver } from '../outbox/hand-over.ts';
import { isReading } from '../reading.ts';
import { toast } from '../toast.ts';

/**
 * The cells of the framework matrix are written where they stand: Enter or a click opens one,
 * Ctrl+Enter or leaving it saves, Escape leaves it as it was. Arrows lead from cell to cell.
 */
export function listenForSummaries(): void {
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element))
      return;
    const cell = event.target.closest<HTMLTableCellElement>('.summaries tbody td');
    if (isReading || !cell || event.target.closest('.count, textarea')) return;
    event.preventDefault();
    write(cell);
  });
  document.addEventListener('keydown', (event) => {
    const at = document.activeElement;
    if (!at?.matches('.summaries tbody td, .summaries .summary')) return;
    const cell = at.closest('td');
    const step = STEPS[event.key];
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    if (step) {
      event.preventDefault();
      focusOn(neighbour(cell, step));
    } else if (event.key === 'Enter' && at === cell) {
      event.preventDefault();
      write(cell);
    }
  });
}

type Step = readonly [down: number, right: number];

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The next cell in that direction; null at the edge. */
function neighbour(cell: HTMLTableCellElement, [down, right]: Step): Element | null {
  const row = cell.parentElement as HTMLTableRowElement | null;
  const body = cell.closest('tbody');
  const next = body?.rows[(row?.sectionRowIndex ?? 0) + down]?.cells[cell.cellIndex + right];
  return next?.matches('td') ? next : null;
}

/** On what opens the cell; in a large matrix one with nothing to summarise has only itself. */
function focusOn(cell: Element | null): void {
  if (!(cell instanceof HTMLElement)) return;
  const link = cell.querySelector<HTMLElement>('.summary');
  if (!link) cell.tabIndex = -1;
  (link ?? cell).focus();
}

function write(cell: HTMLTableCellElement, begun?: string): void {
  const link = cell.querySelector('.summary');
  const before = link && link.textContent !== '+' ? link.textContent : '';
  const field = Object.assign(document.createElement('textarea'), {
    value: begun ?? before,
    maxLength: 20_000,
  });
  field.setAttribute('aria-label', titleOf(cell));
  const hint = document.createElement('small');
  hint.textContent = cell.closest('table')?.dataset['hint'] ?? '';
  const kept = [...cell.childNodes];
  cell.replaceChildren(field, hint);
  cell.classList.add('writing');
  field.focus();
  const since = Number(document.body.dataset['revision']);
  let isDone = false;

  const leave = (): void => {
    isDone = true;
    cell.classList.remove('writing');
    cell.replaceChildren(...kept);
  };
  const save = (): void => {
    if (isDone) return;
    const text = field.value.trim();
    leave();
    if (text === before.trim()) return;
    show(cell, text);
    const refused = (why: string): boolean => {
      if (!cell.isConnected) return false;
      show(cell, before);
      toast(why, { bad: true });
      write(cell, text);
      return true;
    };
    handOver(
      {
        method: 'PUT',
        path: addressOf(cell),
        body: { text },
        says: `${titleOf(cell)} – ${text}`,
        since,
      },
      { refused },
    );
  };
  field.addEventListener('blur', () => save());
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      const { value } = field;
      leave();
      focusOn(cell);
      if (value.trim() !== before.trim()) offerBack(cell, value);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
      focusOn(cell);
    }
  });
}

function offerBack(cell: HTMLTableCellElement, text: string): void {
  const { dropped = '', restore = '' } = cell.closest('table')?.dataset ?? {};
  toast(dropped, { action: { name: restore, run: () => write(cell, text) } });
}

/** The cell as it will be drawn; the page is drawn anew once the server has it. */
function show(cell: HTMLTableCellElement, text: string): void {
  const link = cell.querySelector('.summary') ?? cell.appendChild(document.createElement('a'));
  link.className = 'summary';
  link.textContent = text === '' ? '+' : text;
  if (text === '') link.setAttribute('aria-label', cell.closest('table')?.dataset['write'] ?? '');
  else link.removeAttribute('aria-label');
}

const headsOf = (
  cell: HTMLTableCellElement,
): [row: HTMLElement | null, column: HTMLElement | null] => [
  cell.parentElement,
  cell.closest('table')?.tHead?.rows[0]?.cells[cell.cellIndex] ?? null,
];

function addressOf(cell: HTMLTableCellElement): string {
  const [row, column] = headsOf(cell);
  return `/matrix/${row?.dataset['theme'] ?? ''}/${column?.dataset['case'] ?? ''}`;
}

function titleOf(cell: HTMLTableCellElement): string {
  const [row, column] = headsOf(cell);
  return [row?.querySelector('th'), column].map((head) => head?.textContent.trim()).join(' · ');
}
