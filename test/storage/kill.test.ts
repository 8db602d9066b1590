import { expect, it } from 'vitest';
import type { ProjectId } from '../../src/domain/ids.ts';
import { buildChild, Child } from './child.ts';
import { makeFolder, openStore } from './data-folder.ts';

const ID = 'project-1' as ProjectId;
const PROGRAM = new URL('./children/append-forever.ts', import.meta.url);
const ROUNDS = 5;

it('nothing that was confirmed is lost when the process is killed', async () => {
  const folder = await makeFolder();
  const script = await buildChild(PROGRAM, await makeFolder());
  for (let round = 0; round < ROUNDS; round++) {
    const child = new Child(script, [folder, ID]);
    for (let i = 0; i < 20; i++) await child.line();
    await new Promise((resolve) => setTimeout(resolve, 40 * Math.random()));
    await child.kill();
    const confirmed = Math.max(...child.lines.map(Number));
    expect(child.lines.length).toBeGreaterThanOrEqual(20);

    const store = await openStore(folder);
    const { project } = (await store.load(ID))!;
    expect(project.revision).toBeGreaterThanOrEqual(confirmed);
    expect(await store.verifyJournal(ID)).toEqual({ events: project.revision });
    await store.close();
  }
}, 30_000);
