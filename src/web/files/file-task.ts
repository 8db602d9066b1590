import type { MatrixOptions } from '../../domain/analysis/summary-matrix.ts';
import type { ChainFilter } from '../../domain/reduction/chain.ts';
import type { TableQuery } from '../api/schemas-frequencies.ts';

/** A file made of a whole project, as data: what is asked for can be handed to a thread. */
export type FileTask =
  | { readonly kind: 'report'; readonly extension: string }
  | { readonly kind: 'report-answer' }
  | { readonly kind: 'frequencies'; readonly extension: string; readonly query: TableQuery }
  | { readonly kind: 'matrix'; readonly extension: string; readonly options: MatrixOptions }
  | { readonly kind: 'reductions'; readonly extension: string; readonly filter: ChainFilter }
  | { readonly kind: 'codebook'; readonly extension: string }
  | { readonly kind: 'codings' }
  | { readonly kind: 'attributes' };
