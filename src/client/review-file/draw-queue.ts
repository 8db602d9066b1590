import type { BundleItem } from '../../domain/reviews/bundle.ts';
import { byId, h } from '../dom.ts';
import { t } from '../words.ts';
import { answers } from './answers.ts';
import { bundle } from './bundle-data.ts';

/** Rows around the excerpt that is looked at: a file may hold thousands. */
const AROUND = 40;

/** The list at the left, how far the reviewer has come, and whether it is saved. */
export function drawQueue(at: number, open: (place: number) => void): void {
  const from = Math.max(0, at - AROUND);
  byId('rows').replaceChildren(
    ...bundle.items
      .slice(from, at + AROUND + 1)
      .map((item, i) => row(item, from + i, from + i === at, open)),
  );
  document.querySelector('.rows [aria-current]')?.scrollIntoView({ block: 'nearest' });
  drawProgress(at);
}

function drawProgress(at: number): void {
  const total = bundle.items.length;
  const done = bundle.items.filter((item) => answers.isAnswered(item)).length;
  byId('progress-text').textContent = t('review-file.progress', { done, total });
  byId<HTMLProgressElement>('progress').value = done / total;
  byId('position').textContent = t('review-file.position', { number: at + 1, total });
  byId('state').textContent = stateText();
  byId('state').classList.toggle('unsaved', answers.unsavedCount > 0);
}

function stateText(): string {
  if (answers.unsavedCount > 0) return t('review-file.unsaved', { count: answers.unsavedCount });
  const { savedAt } = answers;
  if (savedAt === null) return t('review-file.saved-nothing');
  const when = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(savedAt));
  return t('review-file.saved', { when });
}

function row(
  item: BundleItem,
  place: number,
  isCurrent: boolean,
  open: (place: number) => void,
): HTMLElement {
  const verdict = answers.verdictOn(item) ?? (answers.isQuestion(item) ? 'question' : null);
  const state = verdict ? t(`verdict.${verdict}`) : t('review-file.not-yet');
  const theme = item.themes.flatMap((one) => bundle.themes[one]?.title ?? [])[0] ?? '';
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        ...(isCurrent ? { 'aria-current': 'true' } : {}),
        onclick: () => open(place),
      },
      h('span', { class: `mark ${verdict ?? ''}`, 'aria-hidden': 'true' }),
      h(
        'span',
        { class: 'what' },
        h('b', {}, theme),
        ' ',
        h('span', { class: 'soft' }, state),
        h('span', { class: 'cut' }, item.judged.quote.slice(0, 140)),
      ),
    ),
  );
}
