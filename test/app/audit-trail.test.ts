import { describe, expect, it } from 'vitest';
import { auditTrail, type AuditFilter, type AuditStep } from '../../src/app/audit-trail.ts';
import { Workspace } from '../../src/app/workspace.ts';
import type { ProjectId, ThemeId } from '../../src/domain/ids.ts';
import type { JournalEvent } from '../../src/domain/project/events.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { uuidSource } from '../../src/system/clock-and-ids.ts';

const ANNA = { id: 'anna' };
const BEN = { id: 'ben' };

/** Counts what is read of the journal. */
class CountingStore extends MemoryStore {
  read = 0;
  override async events(id: ProjectId, from: number, to?: number): Promise<JournalEvent[]> {
    const events = await super.events(id, from, to);
    this.read += events.length;
    return events;
  }
}

let minute = 0;
const clock = { now: () => new Date(Date.UTC(2026, 0, 1, 0, minute++)) };

async function project(): Promise<{ store: CountingStore; workspace: Workspace; id: ProjectId }> {
  minute = 0;
  const store = new CountingStore();
  const workspace = new Workspace({ store, clock, ids: uuidSource });
  const id = workspace.newId<ProjectId>();
  const settings = {
    name: 'Staff',
    language: 'en',
    approach: 'data-driven',
    researchQuestions: [],
  };
  await workspace.execute(id, { kind: 'create-project', settings } as never, ANNA);
  return { store, workspace, id };
}

async function addTheme(workspace: Workspace, id: ProjectId, name: string, who = ANNA) {
  const theme = { id: workspace.newId<ThemeId>(), name };
  await workspace.execute(id, { kind: 'add-theme', theme } as never, who);
  return theme.id;
}

/** All of the trail, so many steps at a time. */
async function all(
  workspace: Workspace,
  id: ProjectId,
  filter: AuditFilter = {},
  limit = 7,
): Promise<AuditStep[]> {
  const steps: AuditStep[] = [];
  for (let before: number | null = Infinity; before !== null;) {
    const trail = await auditTrail(workspace, id, filter, { before, limit });
    steps.push(...trail.steps);
    before = trail.next;
  }
  return steps;
}

describe('the audit trail', () => {
  it('tells every step once, newest first, whatever the size of its pages', async () => {
    const { workspace, id } = await project();
    for (let i = 0; i < 1_200; i++) await addTheme(workspace, id, `T${i}`);
    for (const limit of [7, 499, 500, 501, 5_000]) {
      const steps = await all(workspace, id, {}, limit);
      const { revision } = await workspace.read(id);
      expect(steps[0]?.last).toBe(revision);
      expect(steps.at(-1)).toMatchObject({ first: 1, command: 'create-project' });
      steps.slice(1).forEach((step, i) => expect(step.last).toBe(steps[i]!.first - 1));
    }
  });

  it('keeps a step of thousands of events together', async () => {
    const { workspace, id } = await project();
    const themes = Array.from({ length: 1_700 }, (_, i) => ({ name: `T${i}`, id: `t${i}` }));
    const { revision: before } = await workspace.read(id);
    for (const name of ['A', 'B']) await addTheme(workspace, id, name);
    const events = themes.map(
      ({ id: theme, name }, i) =>
        ({
          ...{ kind: 'theme-added', revision: before + 3 + i, at: '2026-01-02T00:00:00.000Z' },
          ...{ actor: 'anna', command: 'add-codebook', step: before + 3 },
          ...(i < themes.length - 1 && { more: true }),
          record: { id: theme, name },
        }) as unknown as JournalEvent,
    );
    await workspace.close();
    const { store } = await project();
    const other = new Workspace({ store, clock, ids: uuidSource });
    const [p] = (await store.list()).projects;
    for (const name of ['A', 'B']) await addTheme(other, p!.id, name);
    await store.append(p!.id, before + 2, events);
    const reader = new Workspace({ store, clock, ids: uuidSource });
    await addTheme(reader, p!.id, 'after');
    const steps = await all(reader, p!.id);
    expect(steps.map(({ first, last }) => last - first + 1)).toEqual([1, 1_700, 1, 1, before]);
    expect(steps[1]!.events[0]).toMatchObject({ record: { name: 'T0' } });
    const of = (record: string) => all(reader, p!.id, { record });
    expect(await of('t1600')).toMatchObject([{ command: 'add-codebook' }]);
    expect(await of('nowhere')).toEqual([]);
  });

  it('shows what was taken back as such, and what was done again as standing', async () => {
    const { workspace, id } = await project();
    await addTheme(workspace, id, 'One');
    await addTheme(workspace, id, 'Two');
    await workspace.undo(id, ANNA);
    await workspace.redo(id, ANNA);
    await workspace.undo(id, ANNA);
    await addTheme(workspace, id, 'Three');
    const told = (await all(workspace, id)).map(({ command, undoes, redoes, isUndone }) => [
      command + (undoes === null ? '' : ' back') + (redoes === null ? '' : ' again'),
      isUndone,
    ]);
    expect(told).toEqual([
      ['add-theme', false],
      ['add-theme back', false],
      ['add-theme again', true],
      ['add-theme back', false],
      ['add-theme', true],
      ['add-theme', false],
      ['create-project', false],
    ]);
  });

  it('is narrowed by person, kind, record and time', async () => {
    const { workspace, id } = await project();
    const theme = await addTheme(workspace, id, 'One');
    await addTheme(workspace, id, 'Two', BEN);
    const changes = { name: 'Uno' };
    await workspace.execute(id, { kind: 'change-theme', id: theme, changes } as never, BEN);
    const kinds = async (filter: AuditFilter) =>
      (await all(workspace, id, filter)).map(({ command }) => command);
    expect(await kinds({ person: 'ben' })).toEqual(['change-theme', 'add-theme']);
    expect(await kinds({ kind: 'change-theme' })).toEqual(['change-theme']);
    expect(await kinds({ record: theme })).toEqual(['change-theme', 'add-theme']);
    expect(await kinds({ person: 'ben', record: theme })).toEqual(['change-theme']);
    const steps = await all(workspace, id);
    const { at } = steps[1]!;
    expect(await kinds({ from: at })).toEqual(['change-theme', 'add-theme']);
    expect(await kinds({ until: at })).toEqual(['add-theme', 'create-project']);
  });

  it('reads no more for a page of a long journal than of a short one', async () => {
    const { store, workspace, id } = await project();
    for (let i = 0; i < 1_600; i++) await addTheme(workspace, id, `T${i}`);
    store.read = 0;
    const { steps, next } = await auditTrail(workspace, id, {}, { limit: 50 });
    expect(steps).toHaveLength(50);
    await auditTrail(workspace, id, {}, { before: next!, limit: 50 });
    expect(store.read).toBeLessThanOrEqual(1_000);
  });
});
