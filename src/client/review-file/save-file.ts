import type { ReviewAnswers } from '../../domain/reviews/bundle.ts';
import { h } from '../dom.ts';
import { bundle } from './bundle-data.ts';

/** Hands the answers to the browser to be saved as a file. */
export function saveFile(file: ReviewAnswers): void {
  const blob = new Blob([JSON.stringify(file, null, 1)], { type: 'application/json' });
  const href = URL.createObjectURL(blob);
  const name = [bundle.project.name, file.reviewer, new Date().toISOString().slice(0, 10)]
    .map(asFileName)
    .join(' - ');
  const link = h('a', { href, download: `${name}.json`, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

const asFileName = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')
    .trim()
    .slice(0, 60);
