import { Directory } from '../../src/app/people/directory.ts';
import { openSession } from '../../src/app/people/sign-in.ts';
import type { ProjectId } from '../../src/domain/ids.ts';
import type { AccountId } from '../../src/domain/people/people.ts';
import { PeopleFile } from '../../src/storage/files/people-file.ts';
import { systemClock, uuidSource } from '../../src/system/clock-and-ids.ts';
import { randomSecrets, scryptHasher } from '../../src/system/passwords.ts';

/** People who are signed in, all in one project: their cookies, those who code before those who read. */
export async function makeTeam(
  folder: string,
  projectId: ProjectId,
  coders: number,
  readers: number,
): Promise<string[]> {
  const directory = await Directory.open({
    store: new PeopleFile(folder),
    hasher: scryptHasher({ N: 16, r: 8, p: 1 }),
    secrets: randomSecrets,
    clock: systemClock,
    ids: uuidSource,
  });
  const passwordHash = await directory.hasher.hash('three words in a row');
  const accounts = Array.from({ length: coders + readers }, (_, i) => ({
    id: directory.newId<AccountId>(),
    name: `Person ${i + 1}`,
    passwordHash,
    isFirst: i === 0,
    createdAt: directory.at(),
  }));
  await directory.change((people) => ({
    ...people,
    accounts,
    memberships: accounts.map(({ id }, i) => ({
      projectId,
      accountId: id,
      role: i === 0 ? 'owner' : i < coders ? 'coder' : 'supervisor',
    })),
  }));
  const cookies: string[] = [];
  for (const { id } of accounts)
    cookies.push(`teema-session=${await openSession(directory, id, 'bench')}`);
  return cookies;
}
