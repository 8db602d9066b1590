import { beforeEach, expect, it } from 'vitest';
import type { ThemeId } from '../../../src/domain/ids.ts';
import type { Command } from '../../../src/domain/project/commands.ts';
import { overwritten } from '../../../src/domain/project/overwritten.ts';
import { Journal } from './journal.ts';

const THEME = 'theme' as ThemeId;
let journal: Journal;
let read: number;
beforeEach(() => {
  journal = new Journal();
  journal.run({ kind: 'add-theme', theme: { id: THEME, name: 'Trust', definition: 'first' } });
  read = journal.events.length;
});

const define = (definition: string | null): Command => ({
  kind: 'change-theme',
  id: THEME,
  changes: { definition },
});
const told = (actor: string) =>
  overwritten(journal.events.slice(read), actor).map(({ field, actor, theirs, mine }) => [
    field,
    actor,
    theirs,
    mine,
  ]);

it('tells the last writer alone whose words are gone', () => {
  journal.run(define('hers'), 'bertta');
  journal.run(define('mine'), 'anna');
  expect(told('anna')).toEqual([['definition', 'bertta', 'hers', 'mine']]);
  expect(told('bertta')).toEqual([]);
});

it('tells nothing of other fields, of what was read, and of words that were empty', () => {
  journal.run({ kind: 'change-theme', id: THEME, changes: { include: 'hers' } }, 'bertta');
  journal.run(define('mine'), 'anna');
  journal.run(define(null), 'bertta');
  journal.run(define('mine again'), 'anna');
  expect(told('anna')).toEqual([]);
});

it('tells nothing of an undo', () => {
  journal.run(define('hers'), 'bertta');
  journal.run(define('mine'), 'anna');
  journal.step('undo', 'anna');
  journal.step('redo', 'anna');
  expect(told('anna')).toHaveLength(1);
});

it('tells of the texts of the report', () => {
  const write = (text: string): Command => ({
    kind: 'change-report',
    changes: { texts: { a: text } },
  });
  journal.run(write('hers'), 'bertta');
  journal.run(write('mine'), 'anna');
  expect(told('anna')).toEqual([['texts', 'bertta', 'hers', 'mine']]);
});
