import type { ExcerptId } from '../../domain/ids.ts';
import type { Comment, Review } from '../../domain/project/review-records.ts';
import { mentionParts } from '../../domain/reviews/mentions.ts';
import { api } from '../api.ts';
import { h } from '../dom.ts';
import { t } from '../words.ts';
import { handOver } from '../outbox/hand-over.ts';
import type { Write } from '../outbox/write.ts';
import { pageData } from './page-data.ts';
import { openCount } from './threads.ts';

interface Thread extends Review {
  readonly open: boolean;
  readonly older: boolean;
  /** The newest. */
  readonly comments: readonly (Comment & { readonly mentions: readonly string[] })[];
  readonly commentCount: number;
}

/** The newest comments; the whole thread is on the review page. */
const NEWEST = 5;

/** What reviewers say of the excerpt: fetched where something waits, answered and resolved in place. */
export function threadPanel(id: ExcerptId): { readonly element: HTMLElement; refresh(): void } {
  const element = h('div', { class: 'threads' });
  let wasOpen = false;
  const refresh = (): void => {
    // Nobody's answer is drawn over while it is written.
    if (element.contains(document.activeElement) && hasText(element)) return;
    if (openCount(id) === 0 && !wasOpen) return;
    wasOpen = true;
    void api<{ reviews: Thread[] }>('GET', `/reviews?excerpt=${id}&comments=${NEWEST}`).then(
      ({ reviews }) => draw(element, id, reviews, refresh),
      (error: unknown) => element.replaceChildren(problem(error)),
    );
  };
  refresh();
  return { element, refresh };
}

const hasText = (element: HTMLElement): boolean =>
  [...element.querySelectorAll('textarea')].some(({ value }) => value.trim() !== '');

const problem = (error: unknown): HTMLElement =>
  h(
    'p',
    { class: 'notice bad', role: 'alert' },
    t('code.threads-failed', { reason: error instanceof Error ? error.message : '' }),
  );

function draw(
  element: HTMLElement,
  id: ExcerptId,
  reviews: readonly Thread[],
  refresh: () => void,
): void {
  const asked = reviews.filter(
    ({ verdict, commentCount }) => verdict !== 'accept' || commentCount > 0,
  );
  element.replaceChildren(
    ...(asked.length > 0 ? [h('h3', { class: 'small' }, t('code.threads-title'))] : []),
    ...asked.map((one) => threadCard(one, refresh)),
    ...(asked.some(({ commentCount }) => commentCount > NEWEST) ? [wholeLink(id)] : []),
  );
}

const wholeLink = (id: ExcerptId): HTMLElement =>
  h(
    'a',
    { href: `/projects/${document.body.dataset['project'] ?? ''}/review?show=all&e=${id}` },
    t('code.thread-all'),
  );

function threadCard(one: Thread, refresh: () => void): HTMLElement {
  const box = h('textarea', {
    rows: 1,
    maxlength: 20_000,
    'aria-label': t('code.thread-reply', { who: one.reviewer }),
    placeholder: t('code.thread-reply', { who: one.reviewer }),
  });
  const answer = (): void => {
    const text = box.value.trim();
    if (text === '') return;
    const body = { text, author: pageData.coder };
    const path = `/reviews/${one.id}/comments?comments=0`;
    send({ method: 'POST', path, body, says: `${one.reviewer} – ${text}` }, box, refresh);
  };
  const resolve = (): void => {
    const name = t(one.open ? 'code.thread-resolve' : 'code.thread-reopen');
    const body = { resolved: one.open, by: pageData.coder };
    const says = `${one.reviewer} – ${name}`;
    const path = `/reviews/${one.id}?comments=0`;
    send({ method: 'PATCH', path, body, says }, box, refresh);
  };
  box.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) answer();
    if (event.key === 'Escape') box.blur();
  });
  return h(
    'section',
    { class: `thread ${one.verdict}` },
    h('p', { class: 'by' }, h('b', {}, one.reviewer), ` ${t(`verdict.${one.verdict}`)}`),
    one.older && h('p', { class: 'soft' }, t('code.thread-older')),
    ...one.comments.map(({ author, text, mentions }) =>
      h(
        'p',
        { class: 'said' },
        h('b', {}, `${author}: `),
        ...mentionParts(text, mentions).map((part) =>
          part.person === null ? part.text : h('b', { class: 'mention' }, part.text),
        ),
      ),
    ),
    one.resolvedBy !== null &&
      h('p', { class: 'soft' }, t('code.thread-resolved', { who: one.resolvedBy })),
    box,
    h(
      'div',
      { class: 'row' },
      h('button', { type: 'button', class: 'plain', onclick: answer }, t('code.thread-send')),
      h(
        'button',
        { type: 'button', class: 'plain', onclick: resolve },
        one.open ? t('code.thread-resolve') : t('code.thread-reopen'),
      ),
    ),
  );
}

/** What was written stays in its field until it is kept: by the server, or by the outbox. */
function send(
  write: Omit<Write, 'id' | 'events'>,
  box: HTMLTextAreaElement,
  refresh: () => void,
): void {
  let isKept = false;
  const keep = (): void => {
    if (!isKept) box.value = '';
    isKept = true;
  };
  handOver(write, {
    done: () => {
      keep();
      refresh();
    },
    waits: keep,
    refused: (why) => {
      if (!isKept) box.after(problem(new Error(why)));
      return !isKept;
    },
  });
}
