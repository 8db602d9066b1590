import type { ReviewBundle } from '../../domain/reviews/bundle.ts';

/** What the file holds; the server wrote it. */
export const bundle = JSON.parse(
  document.getElementById('bundle')?.textContent ?? '{}',
) as ReviewBundle;
