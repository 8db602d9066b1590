import type { Span } from '../../text/span.ts';

export const IDENTIFIER_KINDS = [
  'name',
  'proper-noun',
  'organisation',
  'place',
  'role',
  'email',
  'phone',
  'identity-code',
  'business-id',
  'url',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** A place of a text that may tell who speaks or whom they speak of. */
export interface Identifier extends Span {
  readonly kind: IdentifierKind;
  readonly text: string;
  /**
   * The words that must not occur in lower case anywhere in the data for this to be a name at all;
   * empty where it is one whatever else is said.
   */
  readonly unlessOrdinary: readonly string[];
}
