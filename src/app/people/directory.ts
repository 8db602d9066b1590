import { Rejection } from '../../domain/rejection.ts';
import {
  NOBODY,
  roleIn,
  type Account,
  type AccountId,
  type People,
  type PersonalToken,
  type Session,
} from '../../domain/people/people.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { Role } from '../../domain/people/roles.ts';
import type { Access, Actor } from '../access.ts';
import type { Clock, IdSource, PasswordHasher, PeopleStore, Secrets } from '../ports.ts';

interface Dependencies {
  readonly store: PeopleStore;
  readonly hasher: PasswordHasher;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/**
 * Everybody who may sign in, held in memory and kept by the store. Changes are made one after the
 * other, each on what the one before left, and are believed once they are durable.
 */
export class Directory implements Access {
  readonly hasher: PasswordHasher;
  readonly secrets: Secrets;
  readonly #store: PeopleStore;
  readonly #clock: Clock;
  readonly #ids: IdSource;
  readonly #listeners = new Set<() => void>();
  #people: People = NOBODY;
  #bySecret = bySecretOf(NOBODY);
  #accounts = new Map<string, Account>();
  #last: Promise<unknown> = Promise.resolve();

  private constructor({ store, hasher, secrets, clock, ids }: Dependencies) {
    this.hasher = hasher;
    this.secrets = secrets;
    this.#store = store;
    this.#clock = clock;
    this.#ids = ids;
  }

  static async open(dependencies: Dependencies): Promise<Directory> {
    const directory = new Directory(dependencies);
    directory.#hold(await dependencies.store.load());
    return directory;
  }

  /** What every request asks for is found at once, however many sessions there are. */
  #hold(people: People): void {
    this.#people = people;
    this.#bySecret = bySecretOf(people);
    this.#accounts = new Map(people.accounts.map((account) => [account.id, account]));
  }

  get people(): People {
    return this.#people;
  }

  now(): Date {
    return this.#clock.now();
  }

  /** A time (ISO 8601) so many milliseconds from now. */
  at(milliseconds = 0): string {
    return new Date(this.#clock.now().getTime() + milliseconds).toISOString();
  }

  newId<T extends string>(): T {
    return this.#ids.newId() as T;
  }

  /**
   * Makes a change and resolves when it is durable.
   *
   * @param change throws a Rejection where it cannot be made
   */
  change(change: (people: People) => People): Promise<void> {
    const made = this.#last.then(async () => {
      const people = change(this.#people);
      if (people === this.#people) return;
      await this.#store.save(people);
      this.#hold(people);
      for (const listener of this.#listeners) listener();
    });
    this.#last = made.catch(() => undefined);
    return made;
  }

  /** Hears of every change. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  account(id: string): Account {
    const account = this.#accounts.get(id);
    if (!account) throw new Rejection('unauthenticated', 'sign-in-needed');
    return account;
  }

  /** The session of a secret, by its hash; it may have expired. */
  session(secretHash: string): Session | undefined {
    return this.#bySecret.sessions.get(secretHash);
  }

  /** The script's key of a secret, by its hash. */
  token(secretHash: string): PersonalToken | undefined {
    return this.#bySecret.tokens.get(secretHash);
  }

  nameOf(accountId: string): string | null {
    return this.#accounts.get(accountId)?.name ?? null;
  }

  roleOf(actor: Actor, project: ProjectId): Role | null {
    return roleIn(this.#people, actor.id, project);
  }

  made(actor: Actor, projectId: ProjectId): Promise<void> {
    const owner = { projectId, accountId: actor.id as AccountId, role: 'owner' } as const;
    return this.change((people) => ({
      ...people,
      memberships: [...people.memberships, owner],
    }));
  }
}

const bySecretOf = ({
  sessions,
  tokens,
}: People): { sessions: Map<string, Session>; tokens: Map<string, PersonalToken> } => ({
  sessions: new Map(sessions.map((session) => [session.secretHash, session])),
  tokens: new Map(tokens.map((token) => [token.secretHash, token])),
});
