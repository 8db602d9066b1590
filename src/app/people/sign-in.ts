import { Rejection } from '../../domain/rejection.ts';
import {
  accountNamed,
  type Account,
  type AccountId,
  type People,
  type Session,
  type SessionId,
  type TokenId,
} from '../../domain/people/people.ts';
import type { Actor } from '../access.ts';
import type { Directory } from './directory.ts';

const DAY_MS = 24 * 3600 * 1000;
const SESSION_MS = 30 * DAY_MS;
export const LEAST_PASSWORD = 10;
const MOST_PASSWORD = 200;
const MOST_SESSIONS = 50;

/** The first account, which owns what is in the data folder: only while there is none. */
export async function makeFirstAccount(
  directory: Directory,
  name: string,
  password: string,
): Promise<Account> {
  if (directory.people.accounts.length > 0) throw new Rejection('conflict', 'setup-done');
  const account = await newAccount(directory, name, password, true);
  await directory.change((people) => {
    if (people.accounts.length > 0) throw new Rejection('conflict', 'setup-done');
    return { ...people, accounts: [account] };
  });
  return account;
}

/** An account that is not yet in the directory. */
export async function newAccount(
  directory: Directory,
  name: string,
  password: string,
  isFirst = false,
): Promise<Account> {
  checkPassword(password);
  return {
    id: directory.newId<AccountId>(),
    name: name.normalize('NFC').trim(),
    passwordHash: await directory.hasher.hash(password),
    isFirst,
    createdAt: directory.at(),
  };
}

/** @throws Rejection `name-taken` */
export function withAccount(people: People, account: Account): People {
  if (accountNamed(people, account.name))
    throw new Rejection('conflict', 'name-taken', { name: account.name });
  return { ...people, accounts: [...people.accounts, account] };
}

function checkPassword(password: string): void {
  if ([...password].length < LEAST_PASSWORD)
    throw new Rejection('invalid', 'password-short', { least: LEAST_PASSWORD });
  if (password.length > MOST_PASSWORD)
    throw new Rejection('invalid', 'password-long', { most: MOST_PASSWORD });
}

/** A hash that no password matches, so that an unknown name takes as long as a known one. */
let noPassword: Promise<string> | undefined;

/**
 * Opens a session.
 *
 * @returns its secret, for the cookie
 * @throws Rejection `sign-in-wrong`, the same for a wrong name and a wrong password
 */
export async function signIn(
  directory: Directory,
  { name, password, device }: { name: string; password: string; device: string },
): Promise<string> {
  const account = accountNamed(directory.people, name);
  noPassword ??= directory.hasher.hash(directory.secrets.newSecret());
  const hash = account?.passwordHash ?? (await noPassword);
  const matches = await directory.hasher.matches(password.slice(0, MOST_PASSWORD), hash);
  if (!account || !matches) throw new Rejection('forbidden', 'sign-in-wrong');
  return openSession(directory, account.id, device);
}

export async function openSession(
  directory: Directory,
  accountId: AccountId,
  device: string,
): Promise<string> {
  const secret = directory.secrets.newSecret();
  const session: Session = {
    id: directory.newId<SessionId>(),
    accountId,
    secretHash: directory.secrets.hash(secret),
    device: device.slice(0, 200),
    createdAt: directory.at(),
    seenAt: directory.at(),
    expiresAt: directory.at(SESSION_MS),
  };
  await directory.change((people) => {
    directory.account(accountId);
    const alive = people.sessions.filter(({ expiresAt }) => expiresAt > directory.at());
    const own = alive.filter((one) => one.accountId === accountId).slice(1 - MOST_SESSIONS);
    const others = alive.filter((one) => one.accountId !== accountId);
    return { ...people, sessions: [...others, ...own, session] };
  });
  return secret;
}

/** Whose session the cookie's secret is; null for none, an ended or an expired one. */
export function sessionOf(directory: Directory, secret: string): Session | null {
  const session = directory.session(directory.secrets.hash(secret));
  return session && session.expiresAt > directory.at() ? session : null;
}

/** Who acts with a session or with a script's key; null where it is nobody. */
export function actorBy(directory: Directory, credential: Credential): Actor | null {
  const accountId =
    'cookie' in credential
      ? sessionOf(directory, credential.cookie)?.accountId
      : directory.token(directory.secrets.hash(credential.bearer))?.accountId;
  const name = accountId === undefined ? null : directory.nameOf(accountId);
  return accountId !== undefined && name !== null ? { id: accountId, name } : null;
}

export type Credential = { readonly cookie: string } | { readonly bearer: string };

/** Notes that a session was used, once a day at most: who looks at the list sees which one lives. */
export async function touchSession(directory: Directory, { id, seenAt }: Session): Promise<void> {
  if (Date.parse(directory.at()) - Date.parse(seenAt) < DAY_MS) return;
  await directory.change((people) => ({
    ...people,
    sessions: people.sessions.map((one) =>
      one.id === id ? { ...one, seenAt: directory.at(), expiresAt: directory.at(SESSION_MS) } : one,
    ),
  }));
}

/** Ends sessions of an account: one, or all but one. */
export async function endSessions(
  directory: Directory,
  accountId: string,
  which: { readonly only: string } | { readonly allBut: string | null },
): Promise<void> {
  await directory.change((people) => ({
    ...people,
    sessions: people.sessions.filter(
      (one) =>
        one.accountId !== accountId ||
        ('only' in which ? one.id !== which.only : one.id === which.allBut),
    ),
  }));
}

/** Changes the password and ends every other session. */
export async function changePassword(
  directory: Directory,
  accountId: string,
  { old, next, session }: { old: string; next: string; session: string | null },
): Promise<void> {
  const account = directory.account(accountId);
  if (!(await directory.hasher.matches(old, account.passwordHash)))
    throw new Rejection('forbidden', 'password-wrong');
  checkPassword(next);
  const passwordHash = await directory.hasher.hash(next);
  await directory.change((people) => ({
    ...people,
    accounts: people.accounts.map((one) => (one.id === accountId ? { ...one, passwordHash } : one)),
    sessions: people.sessions.filter((one) => one.accountId !== accountId || one.id === session),
  }));
}

/** @returns the secret; it is shown once */
export async function makeToken(
  directory: Directory,
  accountId: string,
  name: string,
): Promise<string> {
  const secret = directory.secrets.newSecret();
  const token = {
    id: directory.newId<TokenId>(),
    accountId: directory.account(accountId).id,
    secretHash: directory.secrets.hash(secret),
    name,
    createdAt: directory.at(),
  };
  await directory.change((people) => ({ ...people, tokens: [...people.tokens, token] }));
  return secret;
}

export async function removeToken(
  directory: Directory,
  accountId: string,
  id: string,
): Promise<void> {
  await directory.change((people) => ({
    ...people,
    tokens: people.tokens.filter((one) => one.id !== id || one.accountId !== accountId),
  }));
}
