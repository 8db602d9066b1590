import { expect, it } from 'vitest';
import { concordanceOf, countWithin, wordsOf } from '../../src/app/words-of.ts';
import type { Workspace } from '../../src/app/workspace.ts';
import { buildProject } from '../support/build-project.ts';

it('Words are counted a part at a time, each transcript once, and go on where they were left', async () => {
  const { project, textOf } = buildProject({
    settings: { language: 'fi' },
    texts: ['a', 'b', 'c'].map((title) => ({ title, text: `P: asiakas ${title}` })),
  });
  const read: string[] = [];
  const workspace = {
    read: () => Promise.resolve(project),
    text: (_: unknown, id: Parameters<typeof textOf>[0]) => (
      read.push(id),
      Promise.resolve(textOf(id))
    ),
  } as unknown as Workspace;
  expect(await countWithin(workspace, project.id, -1)).toEqual({ done: 1, total: 3 });
  expect(await countWithin(workspace, project.id, -1)).toEqual({ done: 2, total: 3 });
  expect(await countWithin(workspace, project.id, -1)).toEqual({ done: 3, total: 3 });
  expect(await countWithin(workspace, project.id, -1)).toEqual({ done: 3, total: 3 });
  const options = { by: 'interviewee', caseId: null, limit: 10 } as const;
  const { rows } = await wordsOf(workspace, project.id, options);
  expect(rows[0]).toMatchObject({ word: 'asiakas', count: 3 });
  expect(read).toEqual([...project.transcripts.keys()]);
  const asked = { words: 'asiakas b', match: 'forms', by: 'interviewee', caseId: null } as const;
  const found = await concordanceOf(workspace, project.id, { ...asked, order: 'place', limit: 9 });
  expect(found.lines.map(({ hit }) => hit)).toEqual(['asiakas b']);
  expect(read).toHaveLength(4);
});

it('Forms are counted, can be left out, and what begins alike is told', async () => {
  const { project, textOf } = buildProject({
    settings: { language: 'fi' },
    texts: [{ title: 'a', text: 'P: Puhelin ja puhelimen puhelu. Puhelin soi, puhelin.' }],
  });
  const workspace = {
    read: () => Promise.resolve(project),
    text: (_: unknown, id: Parameters<typeof textOf>[0]) => Promise.resolve(textOf(id)),
  } as unknown as Workspace;
  const search = {
    ...({ words: 'puhelin', match: 'forms', by: 'interviewee', caseId: null } as const),
    ...({ order: 'place', limit: 1 } as const),
  };
  const all = await concordanceOf(workspace, project.id, search);
  expect(all).toMatchObject({ total: 4, alike: ['puhelu'] });
  expect(all.lines).toHaveLength(1);
  expect(all.forms).toEqual([
    { form: 'puhelin', count: 3, isLeftOut: false },
    { form: 'puhelimen', count: 1, isLeftOut: false },
  ]);
  const less = await concordanceOf(workspace, project.id, { ...search, without: ['puhelin'] });
  expect(less).toMatchObject({ total: 1, forms: [{ isLeftOut: true }, { isLeftOut: false }] });
  expect(less.lines.map(({ hit }) => hit)).toEqual(['puhelimen']);
});

it('A phrase is one form whatever stands between its words', async () => {
  const { project, textOf } = buildProject({
    settings: { language: 'fi' },
    texts: [{ title: 'a', text: 'P: Luottamus, se on. Luottamus se on. Luottamusta se.' }],
  });
  const workspace = {
    read: () => Promise.resolve(project),
    text: (_: unknown, id: Parameters<typeof textOf>[0]) => Promise.resolve(textOf(id)),
  } as unknown as Workspace;
  const search = {
    ...({ words: 'luottamus se', match: 'forms', by: 'interviewee', caseId: null } as const),
    ...({ order: 'place', limit: 9, without: ['luottamus se'] } as const),
  };
  const { forms, total } = await concordanceOf(workspace, project.id, search);
  expect(forms.map(({ form, count }) => [form, count])).toEqual([
    ['luottamus se', 2],
    ['luottamusta se', 1],
  ]);
  expect(total).toBe(1);
});
