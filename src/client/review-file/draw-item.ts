import { VERDICTS, type Verdict } from '../../domain/project/review-records.ts';
import type { BundleItem, BundleThread, BundleTurn } from '../../domain/reviews/bundle.ts';
import type { MentionPart } from '../../domain/reviews/mentions.ts';
import { byId, h } from '../dom.ts';
import { t } from '../words.ts';
import { answers, OWN } from './answers.ts';
import { bundle } from './bundle-data.ts';

export const KEYS: Readonly<Record<Verdict, string>> = { accept: 'a', question: 'q', dispute: 'd' };

/** The excerpt that is looked at: in its context, with its threads and what its themes mean. */
export function drawItem(item: BundleItem, onVerdict: (verdict: Verdict) => void): void {
  byId('passage-title').textContent = item.where;
  byId('turns').replaceChildren(...item.turns.map(turn));
  byId('threads').replaceChildren(...item.threads.map((one, i) => thread(item, one, i)));
  byId('about').replaceChildren(...about(item));
  const comment = byId<HTMLTextAreaElement>('comment');
  comment.value = answers.saidOn(item, OWN);
  comment.oninput = () => answers.say(item, OWN, comment.value);
  byId('verdicts').replaceChildren(
    ...VERDICTS.map((verdict) =>
      h(
        'button',
        {
          type: 'button',
          class: `verdict ${verdict}`,
          'data-verdict': verdict,
          onclick: () => onVerdict(verdict),
        },
        `${t(`review-file.give.${verdict}`)} `,
        h('kbd', {}, KEYS[verdict].toUpperCase()),
      ),
    ),
  );
  markGiven(item);
}

/** Which verdict is given, and what becomes of a comment without one. */
export function markGiven(item: BundleItem): void {
  const given = answers.verdictOn(item);
  for (const button of document.querySelectorAll<HTMLElement>('[data-verdict]'))
    button.setAttribute('aria-pressed', String(button.dataset['verdict'] === given));
  byId('comment-hint').textContent = answers.isQuestion(item) ? t('review-file.comment-alone') : '';
}

const turn = ({ number, speaker, role, parts }: BundleTurn): HTMLElement =>
  h(
    'div',
    { class: `turn ${role}` },
    h('span', { class: 'number' }, String(number)),
    h(
      'div',
      { class: 'speech' },
      speaker && h('span', { class: 'who-said' }, speaker),
      h('p', {}, ...parts.map(({ text, isMarked }) => (isMarked ? h('mark', {}, text) : text))),
    ),
  );

function thread(item: BundleItem, one: BundleThread, place: number): HTMLElement {
  const isOwn = one.reviewer === answers.reviewer;
  return h(
    'section',
    { class: `card thread ${one.verdict}`, 'aria-labelledby': `thread-${place}` },
    h(
      'h3',
      { id: `thread-${place}` },
      h('span', { class: `mark ${one.verdict}`, 'aria-hidden': 'true' }),
      `${isOwn ? t('review-file.your-earlier') : one.reviewer}: `,
      h('span', { class: 'soft' }, one.said),
    ),
    h(
      'ol',
      { class: 'comments' },
      ...one.comments.map(({ author, when, parts }) =>
        h(
          'li',
          {},
          h('p', { class: 'by' }, h('b', {}, author), ' ', h('span', { class: 'soft' }, when)),
          h('p', { class: 'prose' }, ...parts.map(spoken)),
        ),
      ),
    ),
    !isOwn && reply(item, one),
  );
}

const spoken = ({ text, person }: MentionPart): HTMLElement | string =>
  person === null ? text : h('b', { class: 'mention' }, text);

function reply(item: BundleItem, { id, reviewer }: BundleThread): HTMLElement {
  const label = t('review-file.reply-to', { who: reviewer });
  const box = h('textarea', {
    rows: 1,
    maxlength: 20_000,
    'aria-label': label,
    placeholder: label,
  });
  box.value = answers.saidOn(item, id);
  box.addEventListener('input', () => answers.say(item, id, box.value));
  return h('div', { class: 'reply' }, box);
}

function about(item: BundleItem): HTMLElement[] {
  const themes = item.themes.flatMap((place) => bundle.themes[place] ?? []);
  return [
    ...themes.map(({ title, colour, about }) =>
      h(
        'section',
        { class: 'card' },
        h('h3', {}, h('span', { class: `dot c${colour}` }), title),
        ...about.map(({ term, text }) =>
          h('p', { class: 'prose' }, h('span', { class: 'soft' }, `${term}:`), ` ${text}`),
        ),
        about.length === 0 && h('p', { class: 'soft' }, t('review-file.no-definition')),
      ),
    ),
    ...item.types.map((type) => h('section', { class: 'card' }, h('h3', {}, type))),
    ...item.notes.map(({ term, text }) =>
      h('section', { class: 'card' }, h('h3', {}, term), h('p', { class: 'prose' }, text)),
    ),
  ];
}
