import { bySpan, overlaps } from '../../text/span.ts';
import { directIdentifiers } from './direct-identifiers.ts';
import type { Identifier } from './identifier.ts';
import { properNouns } from './proper-nouns.ts';
import { ROLES } from './places-and-roles.ts';

const ROLE = new RegExp(String.raw`(?<![\p{L}\p{N}])${ROLES}`, 'giu');

/**
 * What in a text may tell who somebody is, in its order. To be seen by a person: neither are all
 * names known, nor does every name identify.
 *
 * Names depend on what else is said: see `unlessOrdinary`.
 */
export function identifiersIn(text: string): Identifier[] {
  const direct = directIdentifiers(text);
  const roles = [...text.matchAll(ROLE)].map((match): Identifier => ({
    kind: 'role',
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    unlessOrdinary: [],
  }));
  const found = [...direct];
  for (const one of [...properNouns(text), ...roles])
    if (!found.some((other) => overlaps(one, other))) found.push(one);
  return found.sort(bySpan);
}
