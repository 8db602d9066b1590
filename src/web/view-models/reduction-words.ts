import type { ReductionWords } from '../../formats/reductions/registry.ts';
import type { Translate } from '../i18n.ts';

/** What a file of the reduction chain calls itself and its columns. */
export const reductionWords = (words: Translate): Omit<ReductionWords, 'language'> => ({
  caption: words('reductions.title'),
  original: words('reductions.columns.original'),
  tag: words('reductions.columns.tag'),
  reduced: words('reductions.columns.reduced'),
  subcategory: words('reductions.columns.sub'),
  upper: words('reductions.columns.upper'),
  main: words('reductions.columns.main'),
  uniting: words('reductions.columns.uniting'),
});
