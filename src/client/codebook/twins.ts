import { folded } from '../../domain/codebook/search-codebook.ts';
import { toast } from '../toast.ts';
import { t } from '../words.ts';
import { parentIdOf, rows } from './rows.ts';

/** Two siblings of one name are allowed, but told when the second is made. */
export function tellTwins(): void {
  document.addEventListener('submit', ({ target }) => {
    if (!(target instanceof HTMLFormElement) || target.id !== 'new-theme') return;
    const { name, parentId } = Object.fromEntries(new FormData(target));
    if (typeof name !== 'string' || name.trim() === '') return;
    const isTwin = rows().some(
      (row) =>
        parentIdOf(row) === parentId &&
        folded(row.querySelector('b')?.textContent ?? '') === folded(name.trim()),
    );
    if (isTwin) toast(t('codebook.twin', { name: name.trim() }));
  });
}
