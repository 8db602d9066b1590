export type RejectionReason =
  | 'not-found'
  | 'invalid'
  | 'conflict'
  /** Nobody signed in. */
  | 'unauthenticated'
  /** Whoever signed in may not. */
  | 'forbidden';

/**
 * A command that the project cannot take, with what a person needs to mend it.
 * `code` names the message in the locales (`errors.<code>`), `details` fills it.
 */
export class Rejection extends Error {
  constructor(
    readonly reason: RejectionReason,
    readonly code: string,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'Rejection';
  }
}
