import type { Verdict } from '../domain/project/review-records.ts';
import { byId } from './dom.ts';
import { answers } from './review-file/answers.ts';
import { bundle } from './review-file/bundle-data.ts';
import { drawItem, KEYS, markGiven } from './review-file/draw-item.ts';
import { drawQueue } from './review-file/draw-queue.ts';
import { saveFile } from './review-file/save-file.ts';
import { isField } from './is-field.ts';
import { t } from './words.ts';

// The script of a review file: a page that somebody opens from their own disk, without a network.

let at = Math.max(
  0,
  bundle.items.findIndex((item) => !answers.isAnswered(item)),
);
const current = () => bundle.items[at];
const comment = byId<HTMLTextAreaElement>('comment');
const reviewer = byId<HTMLInputElement>('reviewer');

function open(place: number): void {
  at = Math.min(bundle.items.length - 1, Math.max(0, place));
  const item = current();
  if (item) drawItem(item, judge);
  drawQueue(at, open);
  byId<HTMLButtonElement>('previous').disabled = at === 0;
  byId<HTMLButtonElement>('next').disabled = at === bundle.items.length - 1;
}

/** What is accepted is done with; whoever asks or disputes says why. */
function judge(verdict: Verdict): void {
  const item = current();
  if (!item) return;
  answers.judge(item, verdict);
  if (verdict === 'accept') open(nextUnanswered());
  else comment.focus();
}

/** The next one that waits, from here on and then from the beginning; where none does, the next. */
function nextUnanswered(): number {
  const { items } = bundle;
  const places = [...items.keys()];
  const waiting = [...places.slice(at + 1), ...places.slice(0, at)].find((place) => {
    const item = items[place];
    return item && !answers.isAnswered(item);
  });
  return waiting ?? at + 1;
}

const KEY_ACTIONS: Readonly<Record<string, () => void>> = {
  j: () => open(at + 1),
  k: () => open(at - 1),
  c: () => comment.focus(),
  s: save,
  [KEYS.accept]: () => judge('accept'),
  [KEYS.question]: () => judge('question'),
  [KEYS.dispute]: () => judge('dispute'),
};

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (isField(target)) {
    const isSent = key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (key === 'Escape' || isSent) (target as HTMLElement).blur();
    if (isSent && target !== reviewer) open(at + 1);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const run = KEY_ACTIONS[key.toLowerCase()];
  if (!run) return;
  event.preventDefault();
  run();
});

byId('previous').addEventListener('click', () => open(at - 1));
byId('next').addEventListener('click', () => open(at + 1));
byId('save').addEventListener('click', save);
byId('give').addEventListener('submit', (event) => event.preventDefault());
reviewer.value = answers.reviewer;
reviewer.addEventListener('input', () => answers.name(reviewer.value.trim()));
reviewer.addEventListener('change', () => open(at));

function save(): void {
  if (answers.reviewer === '') {
    tell(t('review-file.needs-name'));
    reviewer.focus();
    return;
  }
  if (answers.asFile().answers.length === 0) {
    tell(t('review-file.nothing-to-save'));
    return;
  }
  tell('');
  saveFile(answers.asFile());
  answers.saved();
}

function tell(message: string): void {
  const notice = byId('notice');
  notice.textContent = message;
  notice.hidden = message === '';
}

answers.onChange(() => {
  const item = current();
  if (item) markGiven(item);
  drawQueue(at, open);
  if (!answers.isKept) tell(t('review-file.not-kept'));
});

window.addEventListener('beforeunload', (event) => {
  if (answers.unsavedCount > 0) event.preventDefault();
});

open(at);
