import type { Directory } from '../../app/people/directory.ts';
import { LEAST_PASSWORD } from '../../app/people/sign-in.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { Actor } from '../../app/workspace.ts';
import type { Formats } from './formats.ts';

export interface AccountPage {
  readonly name: string;
  readonly least: number;
  readonly mayRemove: boolean;
  readonly sessions: readonly {
    readonly id: string;
    readonly device: string;
    readonly seen: string;
    readonly isThis: boolean;
  }[];
  readonly tokens: readonly { readonly id: string; readonly name: string; readonly made: string }[];
  /** The key that was just made: shown now and never again. */
  readonly madeToken: string | null;
}

export function accountPage(
  directory: Directory,
  { actor, sessionId }: { readonly actor: Actor | null; readonly sessionId: string | null },
  formats: Formats,
): AccountPage {
  if (!actor) throw new Rejection('unauthenticated', 'sign-in-needed');
  const { name, isFirst } = directory.account(actor.id);
  const own = <T extends { accountId: string }>(list: readonly T[]): T[] =>
    list.filter((one) => one.accountId === actor.id);
  return {
    name,
    least: LEAST_PASSWORD,
    mayRemove: !isFirst,
    sessions: own(directory.people.sessions).map(({ id, device, seenAt }) => ({
      id,
      device: deviceName(device),
      seen: formats.moment(seenAt),
      isThis: id === sessionId,
    })),
    tokens: own(directory.people.tokens).map(({ id, name, createdAt }) => ({
      ...{ id, name, made: formats.moment(createdAt) },
    })),
    madeToken: null,
  };
}

/** "Firefox, Linux" of what a browser says of itself. */
function deviceName(agent: string): string {
  const browser = /Edg|OPR|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? '';
  const system = /Windows|Android|iPhone|iPad|Mac OS|Linux/.exec(agent)?.[0] ?? '';
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS': 'macOS' };
  const known = [browser, system].filter(Boolean).map((one) => names[one] ?? one);
  return known.join(', ') || agent.slice(0, 60) || '–';
}
