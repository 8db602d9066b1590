import { listenForForms } from './live-forms.ts';
import { handOver } from './outbox/hand-over.ts';
import { sendOnChange } from './send-on-change.ts';
import { toast } from './toast.ts';

listenForForms();
sendOnChange();

/** The table's fields, row by row, as they stand on the page now. */
const fields = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('.interview-sheet input[data-column]'),
];
const isField = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.dataset['column'] !== undefined;
const inColumn = (field: HTMLInputElement): HTMLInputElement[] =>
  fields().filter((one) => one.dataset['column'] === field.dataset['column']);

document.addEventListener('change', ({ target }) => {
  if (isField(target)) save([target]);
});
document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.id !== 'interviews') return;
  event.preventDefault();
  save(fields().filter((field) => field.value !== field.defaultValue));
});
document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (!isField(target) || event.altKey || event.ctrlKey || event.metaKey) return;
  if (key === 'Escape') target.value = target.defaultValue;
  const step =
    key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : key === 'Enter' ? enter(event) : 0;
  // With its list of places open, the arrows choose from it.
  if (step === 0 || (key !== 'Enter' && target.list && target.value !== target.defaultValue))
    return;
  event.preventDefault();
  const column = inColumn(target);
  const next = column[column.indexOf(target) + step];
  if (next) {
    next.focus();
    next.select();
  } else if (key === 'Enter') target.blur();
});
const enter = ({ shiftKey }: KeyboardEvent): number => (shiftKey ? -1 : 1);

/** A column, or a block, of a spreadsheet fills the cells from here on. */
document.addEventListener('paste', (event) => {
  const { target } = event;
  const pasted = event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n') ?? '';
  const lines = pasted.replace(/\n$/, '').split('\n');
  if (!isField(target) || (lines.length < 2 && !pasted.includes('\t'))) return;
  event.preventDefault();
  const filled = lines.flatMap((line, down) => {
    const row = inColumn(target)[inColumn(target).indexOf(target) + down]?.closest('tr');
    const cells = row ? [...row.querySelectorAll<HTMLInputElement>('input[data-column]')] : [];
    const first = cells.findIndex((cell) => cell.dataset['column'] === target.dataset['column']);
    return line.split('\t').flatMap((value, across) => {
      const cell = cells[first + across];
      if (cell) cell.value = value.trim();
      return cell ?? [];
    });
  });
  save(filled);
});

/** Saves the cells as one step; what cannot be read stays as it was typed, and is marked. */
function save(changed: readonly HTMLInputElement[]): void {
  const rows = new Map<string, Record<string, string>>();
  for (const { name, value } of changed) {
    const [field = '', id = ''] = name.split('.');
    rows.set(id, { ...rows.get(id), id, [field]: value });
  }
  if (rows.size === 0) return;
  const kept = (): void => {
    for (const field of changed) settled(field);
  };
  handOver(
    {
      method: 'POST',
      path: '/interviews',
      body: { interviews: [...rows.values()] },
      says: changed.map((field) => `${field.ariaLabel ?? ''} ${field.value}`.trim()).join('; '),
    },
    {
      done: () => {
        kept();
        void refresh();
      },
      waits: kept,
      refused: (why) => {
        for (const field of changed) field.setAttribute('aria-invalid', 'true');
        holdPage();
        toast(why, { bad: true });
        return true;
      },
    },
  );
}

function settled(field: HTMLInputElement): void {
  field.removeAttribute('aria-invalid');
  field.defaultValue = field.value;
  holdPage();
}

/** What could not be read is not lost to a page that is drawn anew. */
function holdPage(): void {
  const isWrong = fields().some((field) => field.ariaInvalid === 'true');
  document.getElementById('main')?.toggleAttribute('data-busy', isWrong);
}

/** The sums, and each cell as the server writes it, save what is being typed or could not be read. */
async function refresh(): Promise<void> {
  const response = await fetch(location.href).catch(() => null);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const id of ['sums', 'missing', 'places']) {
    const [now, then] = [fresh.getElementById(id), document.getElementById(id)];
    if (now && then) then.replaceChildren(...now.childNodes);
  }
  for (const field of fields()) {
    const now = fresh.getElementById(field.id);
    const isDirty = field === document.activeElement && field.value !== field.defaultValue;
    if (!(now instanceof HTMLInputElement) || isDirty || field.ariaInvalid === 'true') continue;
    field.value = now.value;
    field.defaultValue = now.value;
    field.placeholder = now.placeholder;
  }
}
