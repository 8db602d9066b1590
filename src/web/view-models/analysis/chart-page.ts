import type { QuotesPane } from '../quotes-pane.ts';
import type { Field } from './fields.ts';
import type { Figure } from './figure.ts';

/** A page of the analysis: choices, what they lead to in words, figures with their tables. */
export interface ChartPage {
  readonly base: string;
  /** The page's own path below the project's. */
  readonly action: string;
  readonly title: string;
  readonly about: string;
  /** Why there is nothing to show and what to do; null where there is. */
  readonly empty: {
    readonly title: string;
    readonly how: string;
    readonly href: string;
    readonly link: string;
  } | null;
  /** Where more is chosen or done. */
  readonly links?: readonly { readonly href: string; readonly name: string }[];
  readonly fields: readonly Field[];
  /** The finding in a sentence or two. */
  readonly statements: readonly string[];
  readonly warnings: readonly string[];
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
  readonly pane: QuotesPane | null;
}
