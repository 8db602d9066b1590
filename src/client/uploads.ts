import { projectId } from './api.ts';
import { h } from './dom.ts';
import { counted, stopped } from './upload-outcome.ts';
import { UploadRow } from './upload-row.ts';
import { t } from './words.ts';

const language = document.documentElement.lang;
const number = new Intl.NumberFormat(language);
const byName = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });

/** Sends files one by one, shows how far each is and what became of it, and can be cancelled. */
export class Uploads {
  readonly #list = h('ul', { class: 'upload-list', tabindex: 0 });
  readonly #title = h('h2');
  readonly #count = h('span', { class: 'soft num' });
  readonly #whole = h('progress', { max: 1, value: 0 });
  readonly #actions = h('div', { class: 'actions' });
  /** Refusals as they come, for those who do not see the list. */
  readonly #refusals = h('div', { class: 'out', 'aria-live': 'polite' });
  readonly #panel = h(
    'section',
    { class: 'card' },
    h('div', { class: 'upload-head' }, h('div', { role: 'status' }, this.#title), this.#count),
    this.#whole,
    this.#refusals,
    this.#list,
    this.#actions,
  );
  readonly #waiting: UploadRow[] = [];
  readonly #ended: UploadRow[] = [];
  #current: UploadRow | null = null;

  /** Puts the list into its place, again after the page was drawn anew. */
  showIn(place: HTMLElement | null): void {
    if (this.#list.childElementCount > 0) place?.replaceChildren(this.#panel);
  }

  add(files: readonly File[]): void {
    if (files.length === 0) return;
    const isRunning = this.#current !== null;
    if (!isRunning) this.#begin();
    const rows = [...files]
      .sort((a, b) => byName.compare(a.name, b.name))
      .map((file) => new UploadRow(file, (row) => this.#leave(row)));
    this.#list.append(...rows.map(({ element }) => element));
    this.#waiting.push(...rows);
    this.showIn(document.getElementById('uploads'));
    this.#tellCount();
    if (!isRunning) void this.#run();
  }

  #begin(): void {
    this.#list.replaceChildren();
    this.#ended.length = 0;
    this.#title.textContent = t('upload.title');
    this.#list.setAttribute('aria-label', t('upload.title'));
    this.#whole.setAttribute('aria-label', t('upload.title'));
    this.#whole.hidden = false;
    this.#refusals.replaceChildren();
    this.#actions.replaceChildren(
      h(
        'button',
        { type: 'button', class: 'quiet', onclick: () => this.#cancel() },
        t('upload.cancel'),
      ),
    );
  }

  async #run(): Promise<void> {
    // While this holds, nobody draws the page anew.
    document.getElementById('main')?.setAttribute('data-busy', '');
    window.addEventListener('beforeunload', askFirst);
    for (let row = this.#waiting.shift(); row; row = this.#waiting.shift()) {
      this.#current = row;
      const { kind, text } = await row.send();
      if (kind === 'refused') this.#refusals.append(h('p', {}, text));
      this.#end(row);
    }
    this.#current = null;
    window.removeEventListener('beforeunload', askFirst);
    this.#finish();
    document.getElementById('main')?.removeAttribute('data-busy');
    document.dispatchEvent(new Event('focusout'));
  }

  #end(row: UploadRow): void {
    this.#ended.push(row);
    this.#tellCount();
  }

  /** One that still waits is left out. */
  #leave(row: UploadRow): void {
    const at = this.#waiting.indexOf(row);
    if (at < 0) return;
    this.#waiting.splice(at, 1);
    row.show(stopped());
    this.#end(row);
    // The button that had the focus is gone.
    (this.#waiting[at] ?? this.#waiting.at(-1) ?? this.#current)?.focus();
  }

  #cancel(): void {
    for (const row of this.#waiting.splice(0)) {
      row.show(stopped());
      this.#end(row);
    }
    this.#current?.abort();
  }

  #tellCount(): void {
    const done = this.#ended.length;
    const all = done + this.#waiting.length + (this.#current && !this.#current.outcome ? 1 : 0);
    this.#count.textContent = t('upload.done-of', {
      done: number.format(done),
      all: number.format(all),
    });
    this.#whole.value = all === 0 ? 0 : done / all;
  }

  #finish(): void {
    const outcomes = this.#ended.flatMap(({ outcome }) => outcome ?? []);
    const count = (kind: string): number => outcomes.filter((one) => one.kind === kind).length;
    const added = outcomes.reduce((sum, one) => sum + one.added, 0);
    const refused =
      count('refused') +
      outcomes.reduce((sum, one) => sum + (one.kind === 'added' ? one.refusals.length : 0), 0);
    this.#title.textContent = [
      added > 0 ? counted('added', added) : t('upload.none'),
      refused > 0 ? counted('refused', refused) : '',
      count('stopped') > 0 ? counted('stopped', count('stopped')) : '',
    ].join(' ');
    this.#whole.hidden = true;
    this.#count.textContent = '';
    // The list has them.
    this.#refusals.replaceChildren();
    // What needs a hand comes first.
    this.#list.prepend(
      ...this.#ended
        .filter(({ outcome }) => outcome?.kind === 'refused')
        .map(({ element }) => element),
    );
    this.#list.scrollTop = 0;
    const last = outcomes.findLast(({ kind }) => kind === 'added');
    this.#offer(added > 0, last?.speakerDoubts ?? 0);
  }

  #offer(mayCode: boolean, doubts: number): void {
    const hadFocus = this.#panel.contains(document.activeElement);
    const code = h(
      'a',
      { class: 'button', href: `/projects/${projectId}/code` },
      t('upload.start'),
    );
    const close = h(
      'button',
      { type: 'button', class: 'quiet', onclick: () => this.#close() },
      t('close'),
    );
    const look = doubts > 0 ? lookAtSpeakers(doubts) : [];
    this.#actions.replaceChildren(...look, ...(mayCode ? [code, close] : [close]));
    if (hadFocus) (mayCode ? code : close).focus();
  }

  #close(): void {
    this.#list.replaceChildren();
    this.#panel.remove();
  }
}

/** Whoever leaves the page now leaves files behind. */
const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault();

const lookAtSpeakers = (doubts: number): HTMLElement[] => [
  h('span', {}, counted('look', doubts)),
  h('a', { class: 'button quiet', href: `/projects/${projectId}/speakers` }, t('upload.look-do')),
];
