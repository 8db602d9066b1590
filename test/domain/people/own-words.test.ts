import { describe, expect, it } from 'vitest';
import { keepsToOwnWords } from '../../../src/domain/people/own-words.ts';
import {
  permissionFor,
  permissionToUndo,
  permits,
  ROLES,
} from '../../../src/domain/people/roles.ts';
import type { Command } from '../../../src/domain/project/commands.ts';
import { threadsOf } from '../../../src/domain/reviews/threads.ts';
import { buildProject } from '../../support/build-project.ts';

function reviewed() {
  const built = buildProject({
    texts: [{ title: 'H1', text: 'H1: one two three four' }],
    codings: [{ transcript: 'H1', quote: 'one two', themes: ['Trust'], coder: 'Anna' }],
  });
  const [excerptId] = built.excerptIds;
  const verdict = { kind: 'give-verdict', verdict: 'dispute', reviewer: 'Siiri' } as const;
  built.run({ ...verdict, excerptId: excerptId!, comment: 'Why?' });
  const [thread] = threadsOf(built.project);
  return { ...built, excerptId: excerptId!, thread: thread! };
}

describe('somebody’s own words', () => {
  const { project, excerptId, thread } = reviewed();
  const { id: reviewId } = thread.review;
  const { id: commentId } = thread.comments[0]!;
  const given = { kind: 'give-verdict', excerptId, verdict: 'accept', reviewer: 'Siiri' } as const;
  const answer = { reviewId, author: 'Siiri', text: 'Because.' };
  const commands: Command[] = [
    given,
    { kind: 'add-comment', ...answer },
    { kind: 'take-in-reviews', verdicts: [given], comments: [] },
    { kind: 'take-in-reviews', verdicts: [], comments: [answer] },
    { kind: 'change-comment', id: commentId, text: 'Else.' },
    { kind: 'remove-comment', id: commentId },
    { kind: 'remove-review', id: reviewId },
    { kind: 'resolve-review', id: reviewId, resolved: true, by: 'Siiri' },
  ];

  it.each(commands)('are theirs alone: $kind', (command) => {
    expect(keepsToOwnWords(project, command, 'Siiri')).toBe(true);
    expect(keepsToOwnWords(project, command, 'Anna')).toBe(false);
  });

  it('are not asked for where nobody speaks', () => {
    const command: Command = { kind: 'add-theme', theme: { name: 'Ease' } };
    expect(keepsToOwnWords(project, command, 'Anna')).toBe(true);
  });
});

describe('roles', () => {
  it('let each do what those below may, and coders alone change the analysis', () => {
    const may = (permission: Parameters<typeof permits>[1]) =>
      ROLES.filter((role) => permits(role, permission));
    expect(may('read-report')).toEqual(['owner', 'coder', 'supervisor', 'guest']);
    expect(may('read')).toEqual(['owner', 'coder', 'supervisor']);
    expect(may(permissionFor('give-verdict'))).toEqual(['owner', 'coder', 'supervisor']);
    expect(may(permissionFor('add-excerpts'))).toEqual(['owner', 'coder']);
    expect(may('own')).toEqual(['owner']);
  });

  it('let nobody but an owner end the blindness of a round, nor undo its beginning', () => {
    expect(permissionFor('add-round')).toBe('code');
    expect(permissionToUndo('add-round')).toBe(permissionFor('close-round'));
    expect(permissionToUndo('add-theme')).toBe('code');
  });
});
