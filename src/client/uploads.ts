import { projectId } from './api.ts';
import { h } from './dom.ts';
import { t } from './words.ts';

/** The part of an upload's answer that is shown. */
interface Answer {
  readonly imported: readonly {
    readonly caseName: string;
    readonly words: number;
    readonly turns: number;
    readonly warnings: readonly string[];
  }[];
  readonly rejected: readonly { readonly reason: string }[];
}

type Outcome =
  | { readonly kind: 'added'; readonly text: string; readonly warnings: readonly string[] }
  | { readonly kind: 'refused' | 'stopped'; readonly text: string };

interface Item {
  readonly file: File;
  readonly row: HTMLLIElement;
}

const language = document.documentElement.lang;
const number = new Intl.NumberFormat(language);
const byName = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
const counted = (key: string, count: number): string =>
  t(`upload.${key}`, { count, n: number.format(count) });

/** Sends files one by one, shows how far each is and what became of it, and can be cancelled. */
export class Uploads {
  readonly #list = h('ul', { class: 'upload-list' });
  readonly #title = h('h2');
  readonly #actions = h('div', { class: 'actions' });
  readonly #panel = h(
    'section',
    { class: 'card' },
    h('div', { role: 'status' }, this.#title),
    this.#list,
    this.#actions,
  );
  readonly #waiting: Item[] = [];
  #counts = { added: 0, refused: 0, stopped: 0 };
  #request: XMLHttpRequest | null = null;
  #running = false;

  /** Puts the list into its place, again after the page was drawn anew. */
  showIn(place: HTMLElement | null): void {
    if (this.#list.childElementCount > 0) place?.replaceChildren(this.#panel);
  }

  add(files: readonly File[]): void {
    if (files.length === 0) return;
    if (!this.#running) this.#begin();
    for (const file of [...files].sort((a, b) => byName.compare(a.name, b.name))) {
      const row = h(
        'li',
        {},
        h('b', {}, file.name),
        h('span', { class: 'soft' }, t('upload.waiting')),
      );
      this.#list.append(row);
      this.#waiting.push({ file, row });
    }
    this.showIn(document.getElementById('uploads'));
    if (!this.#running) void this.#run();
  }

  #begin(): void {
    this.#list.replaceChildren();
    this.#counts = { added: 0, refused: 0, stopped: 0 };
    this.#title.textContent = t('upload.title');
    this.#actions.replaceChildren(
      h(
        'button',
        { type: 'button', class: 'quiet', onclick: () => this.#cancel() },
        t('upload.cancel'),
      ),
    );
  }

  async #run(): Promise<void> {
    this.#running = true;
    // While this holds, nobody draws the page anew.
    document.getElementById('main')?.setAttribute('data-busy', '');
    for (let item = this.#waiting.shift(); item; item = this.#waiting.shift()) {
      const outcome = await this.#send(item);
      this.#counts[outcome.kind]++;
      showOutcome(item, outcome);
    }
    this.#running = false;
    this.#finish();
    document.getElementById('main')?.removeAttribute('data-busy');
    document.dispatchEvent(new Event('focusout'));
  }

  #cancel(): void {
    for (const item of this.#waiting.splice(0)) {
      this.#counts.stopped++;
      showOutcome(item, { kind: 'stopped', text: t('upload.cancelled') });
    }
    this.#request?.abort();
  }

  #finish(): void {
    const { added, refused, stopped } = this.#counts;
    this.#title.textContent = [
      added > 0 ? counted('added', added) : t('upload.none'),
      refused > 0 ? counted('refused', refused) : '',
      stopped > 0 ? counted('stopped', stopped) : '',
    ].join(' ');
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
    this.#actions.replaceChildren(...(added > 0 ? [code, close] : [close]));
  }

  #close(): void {
    this.#list.replaceChildren();
    this.#panel.remove();
  }

  #send({ file, row }: Item): Promise<Outcome> {
    const progress = h('progress', { max: 1, value: 0, 'aria-label': file.name });
    row.lastElementChild?.replaceWith(progress);
    row.scrollIntoView({ block: 'nearest' });
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      this.#request = request;
      request.open('POST', `/api/v1/projects/${projectId}/transcripts`);
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        if (loaded < total) progress.value = loaded / total;
        else progress.replaceWith(h('span', { class: 'soft' }, t('upload.reading')));
      });
      request.addEventListener('load', () => resolve(outcomeOf(request)));
      request.addEventListener('error', () =>
        resolve({ kind: 'refused', text: t('upload.failed') }),
      );
      request.addEventListener('abort', () =>
        resolve({ kind: 'stopped', text: t('upload.cancelled') }),
      );
      const form = new FormData();
      form.append('files', file, file.name);
      request.send(form);
    });
  }
}

function outcomeOf({ status, responseText }: XMLHttpRequest): Outcome {
  const answer = parsed(responseText) as Partial<Answer> & { readonly detail?: string };
  const [added] = answer.imported ?? [];
  if (status >= 400 || !added)
    return {
      kind: 'refused',
      text: answer.detail ?? answer.rejected?.[0]?.reason ?? t('upload.failed'),
    };
  const { caseName, words, turns, warnings } = added;
  const text = [caseName, counted('words', words), counted('turns', turns)].join(' · ');
  return { kind: 'added', text, warnings };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function showOutcome({ row }: Item, outcome: Outcome): void {
  row.className = outcome.kind === 'added' ? 'good' : outcome.kind === 'refused' ? 'bad' : '';
  const warnings = outcome.kind === 'added' ? outcome.warnings : [];
  const [name] = row.children;
  row.replaceChildren(
    ...(name ? [name] : []),
    h('span', { class: outcome.kind === 'stopped' ? 'soft' : 'num' }, outcome.text),
    ...warnings.map((warning) => h('span', { class: 'soft' }, warning)),
  );
}
