import { projectId } from './api.ts';
import { h } from './dom.ts';
import { outcomeOf, stopped, unanswered, type Outcome } from './upload-outcome.ts';
import { t } from './words.ts';

/** A file of an upload and its line in the list, from waiting to what became of it. */
export class UploadRow {
  readonly element: HTMLLIElement;
  readonly #file: File;
  readonly #leave: HTMLButtonElement;
  #request: XMLHttpRequest | null = null;
  /** Null until it is known. */
  outcome: Outcome | null = null;

  /** @param onLeft told when a file that still waits is left out */
  constructor(file: File, onLeft: (row: UploadRow) => void) {
    this.#file = file;
    const label = t('upload.leave', { file: file.name });
    this.#leave = h(
      'button',
      {
        type: 'button',
        class: 'icon',
        title: label,
        'aria-label': label,
        onclick: () => (this.#request ? this.#request.abort() : onLeft(this)),
      },
      crossIcon(),
    );
    this.element = h(
      'li',
      {},
      h('b', {}, file.name),
      h('span', { class: 'soft' }, t('upload.waiting')),
      this.#leave,
    );
  }

  focus(): void {
    this.#leave.focus();
  }

  /** Sends the file; resolves with what became of it. */
  send(): Promise<Outcome> {
    const progress = h('progress', { max: 1, value: 0, 'aria-label': this.#file.name });
    this.element.children[1]?.replaceWith(progress);
    this.element.scrollIntoView({ block: 'nearest' });
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      this.#request = request;
      const end = (outcome: Outcome): void => {
        this.#request = null;
        this.show(outcome);
        resolve(outcome);
      };
      request.open('POST', `/api/v1/projects/${projectId}/transcripts`);
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        if (loaded < total) progress.value = loaded / total;
        else progress.replaceWith(h('span', { class: 'soft' }, t('upload.reading')));
      });
      request.addEventListener('load', () => end(outcomeOf(request)));
      request.addEventListener('error', () => end(unanswered()));
      request.addEventListener('abort', () => end(stopped()));
      const form = new FormData();
      form.append('files', this.#file, this.#file.name);
      request.send(form);
    });
  }

  /** Stops the sending, if it goes on. */
  abort(): void {
    this.#request?.abort();
  }

  show(outcome: Outcome): void {
    this.outcome = outcome;
    const { kind, text, warnings, refusals } = outcome;
    this.element.className = kind === 'added' ? 'good' : kind === 'refused' ? 'bad' : '';
    const [name] = this.element.children;
    this.element.replaceChildren(
      ...(name ? [name] : []),
      h('span', { class: kind === 'stopped' ? 'soft' : 'num' }, text),
      ...warnings.map((warning) => h('span', { class: 'soft' }, warning)),
      ...refusals.map((refusal) => h('span', { class: 'refusal' }, refusal)),
    );
  }
}

function crossIcon(): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(namespace, 'svg');
  icon.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(namespace, 'use');
  use.setAttribute('href', '#i-close');
  icon.append(use);
  return icon;
}
