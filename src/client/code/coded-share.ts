import { codedShareOfTurns } from '../../domain/analysis/coded-share.ts';
import { t } from '../words.ts';
import { model } from './model.ts';
import { pageData } from './page-data.ts';

const link = document.querySelector('.interviews [aria-current]');
const meter = link?.querySelector('meter');
const figure = link?.querySelector('small');
const REST_MS = 150;
let counting: ReturnType<typeof setTimeout> | undefined;

/** Keeps the coded share of the open interview in the list true while one codes. */
export function keepCodedShare(): void {
  model.onChange(({ spans }) => {
    if (spans.length === 0) return;
    clearTimeout(counting);
    counting = setTimeout(show, REST_MS);
  });
}

function show(): void {
  const share = codedShareOfTurns(pageData.turns, model.excerpts());
  if (share === null || !meter || !figure) return;
  const percent = Math.round(share * 100);
  meter.value = percent;
  figure.textContent = t('code.percent', { percent });
}
