import * as z from 'zod';
import { INVITATION_DAYS } from '../../app/people/members.ts';
import { ROLES, type Role } from '../../domain/people/roles.ts';
import type { AccountId } from '../../domain/people/people.ts';
import { id, name, projectParams } from './schemas.ts';

/** Owners are made of people who have joined, not by a link. */
export const INVITED_ROLES = ROLES.filter(
  (role): role is Exclude<Role, 'owner'> => role !== 'owner',
);

const { least, usual, most } = INVITATION_DAYS;

export const memberParams = projectParams.extend({ id: id<AccountId>() });
export const invitationParams = projectParams.extend({ id: z.string().max(64) });
export const secretParams = z.object({ secret: z.string().min(1).max(200) });

export const roleChange = z.object({ role: z.enum(ROLES) });
export const newInvitation = z.object({
  role: z.enum(INVITED_ROLES),
  days: z.coerce.number().int().min(least).max(most).default(usual),
});
/** Checked by the use-case, which says what is wrong in words. */
const password = z.string().max(1_000);
export const credentials = z.object({ name: z.string().max(200), password });
export const newAccount = z.object({ name, password });
export const setup = newAccount.extend({ code: z.string().max(100) });
export const passwordChange = z.object({ old: password, next: password });
export const newToken = z.object({ name });

// Answers. Loose objects: a client must bear fields that are added.
const member = z.looseObject({ id: z.string(), name: z.string(), role: z.enum(ROLES) });
export const membersAnswer = z.object({
  members: z.array(member),
  invitations: z.array(
    z.looseObject({ id: z.string(), role: z.enum(ROLES), expiresAt: z.string() }),
  ),
});
export const invitationAnswer = z.looseObject({
  id: z.string(),
  role: z.enum(ROLES),
  expiresAt: z.string(),
  /** Shown once. */
  link: z.string(),
});
export const tokenAnswer = z.object({ token: z.string() });
export const personAnswer = z.looseObject({ id: z.string(), name: z.string().nullable() });
