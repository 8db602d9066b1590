import { describe, expect, it } from 'vitest';
import { typeChecks } from '../../../src/domain/types/checks.ts';
import { codedExcerpts } from '../../../src/domain/types/coded-excerpts.ts';
import { draftOf } from '../../../src/domain/types/drafts.ts';
import { evidenceFor } from '../../../src/domain/types/evidence.ts';
import { membersOf, themedMembers } from '../../../src/domain/types/members.ts';
import type { BuiltProject } from '../../support/build-project.ts';
import { answer, coding, typedProject } from './typed-project.ts';

/** H1 has A and B, H2 A and C, H3 A, H4 D; an excerpt of H4 carries the first type. */
function example(): BuiltProject {
  return typedProject(
    ['H1', 'H2', 'H3', 'H4'],
    [
      coding('H1', 1, ['A']),
      coding('H1', 2, ['B']),
      coding('H2', 1, ['A', 'C']),
      coding('H3', 1, ['A']),
      coding('H4', 1, ['D'], { types: ['First'] }),
    ],
  );
}

function withCases(built: BuiltProject, type: string, ...names: string[]): BuiltProject {
  const caseIds = names.map((name) => built.caseId(name));
  built.run({ kind: 'type-cases', typeId: built.typeId(type), caseIds });
  return built;
}

const members = ({ project, typeId }: BuiltProject, type: string) =>
  membersOf(project, typeId(type), codedExcerpts(project));

const drafted = (built: BuiltProject, kind: Parameters<typeof draftOf>[0], share = 0.75) =>
  draftOf(kind, members(built, 'First'), share).features.map(
    ({ themeId, memberCount }) => `${built.project.themes.get(themeId)!.name} ${memberCount}`,
  );

describe('the members of a type', () => {
  it('are the cases it was given to and the excerpts that carry it', () => {
    const { cases, excerpts, passages } = members(withCases(example(), 'First', 'H1'), 'First');
    expect(cases.map(({ name }) => name)).toEqual(['H1']);
    expect(excerpts.map(({ excerpt }) => excerpt.quote)).toEqual([answer('H4', 1)]);
    expect(passages.map(({ excerpt }) => excerpt.quote)).toEqual([
      answer('H1', 1),
      answer('H1', 2),
      answer('H4', 1),
    ]);
  });

  it('count an excerpt of a member case as part of that case', () => {
    const built = withCases(example(), 'First', 'H4');
    expect(themedMembers(members(built, 'First'))).toEqual([
      expect.objectContaining({ is: { caseId: built.caseId('H4') } }),
    ]);
  });
});

describe('a draft', () => {
  const built = withCases(example(), 'First', 'H1', 'H2', 'H3');

  it.each([
    { kind: 'broadest', share: 1, features: ['A 3', 'B 1', 'C 1', 'D 1'] },
    { kind: 'general', share: 0.75, features: ['A 3'] },
    { kind: 'general', share: 0.76, features: [] },
    { kind: 'general', share: 0.25, features: ['A 3', 'B 1', 'C 1', 'D 1'] },
    { kind: 'authentic', share: 1, features: ['A 3'] },
  ] as const)('of kind $kind at $share has $features', ({ kind, share, features }) => {
    expect(drafted(built, kind, share)).toEqual(features);
  });

  it('names the real member nearest to the others', () => {
    expect(draftOf('authentic', members(built, 'First'), 1).medoid).toEqual({
      caseId: built.caseId('H3'),
    });
  });

  it('leaves out members without a theme, and says how many', () => {
    const bare = withCases(
      typedProject(['H1', 'H2'], [coding('H1', 1, ['A'])]),
      'First',
      'H1',
      'H2',
    );
    const draft = draftOf('general', members(bare, 'First'), 1);
    expect([draft.memberCount, draft.leftOutCount, draft.features.length]).toEqual([1, 1, 1]);
  });
});

describe('taking a draft over', () => {
  it('keeps the evidence and note of features that stay, and lets the others go', () => {
    const built = withCases(example(), 'First', 'H1', 'H2', 'H3');
    const id = built.typeId('First');
    const evidenceIds = [built.excerptIds[0]!];
    built.run({ kind: 'set-feature', id, themeId: built.themeId('A'), evidenceIds, note: 'so' });
    built.run({ kind: 'set-feature', id, themeId: built.themeId('D') });
    built.run({ kind: 'draft-features', id, draft: 'general', share: 0.5 });
    expect(built.project.types.get(id)?.features).toEqual([
      { themeId: built.themeId('A'), evidenceIds, note: 'so' },
    ]);
  });

  it('makes the medoid of an authentic draft the exemplar', () => {
    const built = withCases(example(), 'First', 'H1', 'H2', 'H3');
    const id = built.typeId('First');
    built.run({ kind: 'draft-features', id, draft: 'authentic', share: 0.5 });
    expect(built.project.types.get(id)).toMatchObject({
      exemplarCaseId: built.caseId('H3'),
      exemplarExcerptId: null,
    });
  });

  it('is one step', () => {
    const built = withCases(example(), 'First', 'H1');
    const steps = built.project.undo.length;
    built.run({ kind: 'draft-features', id: built.typeId('First'), draft: 'broadest', share: 1 });
    expect(built.project.undo.length).toBe(steps + 1);
  });

  it('refuses an empty draft, which would only throw features away', () => {
    const built = example();
    const id = built.typeId('Second');
    expect(() => built.run({ kind: 'draft-features', id, draft: 'general', share: 1 })).toThrow(
      expect.objectContaining({ code: 'draft-empty' }),
    );
  });
});

describe('the evidence of a feature', () => {
  it('is looked for in what members say of the theme and the themes below it', () => {
    const built = withCases(example(), 'First', 'H1', 'H2');
    built.run({
      kind: 'move-theme',
      id: built.themeId('B'),
      parentId: built.themeId('A'),
      index: 0,
    });
    const coded = codedExcerpts(built.project);
    const found = evidenceFor(
      built.project,
      members(built, 'First'),
      built.themeId('A'),
      [built.excerptIds[3]!],
      coded,
    );
    expect(found.map(({ excerpt }) => excerpt.quote)).toEqual([
      answer('H1', 1),
      answer('H1', 2),
      answer('H2', 1),
      // Of H3, no member, but chosen before.
      answer('H3', 1),
    ]);
  });
});

describe('the checks of a type', () => {
  const checks = ({ project, typeId }: BuiltProject, type: string) =>
    typeChecks(project).get(typeId(type));

  it('find a type without members', () => {
    const built = example();
    expect(checks(built, 'First')).toEqual([]);
    expect(checks(built, 'Second')).toEqual([{ kind: 'no-members' }]);
  });

  it('find features that no excerpt shows, and types that share all of theirs', () => {
    const built = withCases(withCases(example(), 'First', 'H1'), 'Second', 'H2');
    const [first, second, themeId] = [
      built.typeId('First'),
      built.typeId('Second'),
      built.themeId('A'),
    ];
    const evidenceIds = [built.excerptIds[0]!];
    built.run({ kind: 'set-feature', id: first, themeId, evidenceIds });
    built.run({ kind: 'set-feature', id: second, themeId });
    expect(checks(built, 'First')).toEqual([{ kind: 'same-features', typeIds: [second] }]);
    expect(checks(built, 'Second')).toEqual([
      { kind: 'feature-without-evidence', themeId },
      { kind: 'same-features', typeIds: [first] },
    ]);
  });

  it('find an exemplar that is no member, and take any passage of a member case', () => {
    const built = withCases(example(), 'First', 'H1');
    const exemplar = (changes: object) => {
      built.run({ kind: 'change-type', id: built.typeId('First'), changes });
      return checks(built, 'First');
    };
    expect(exemplar({ exemplarCaseId: built.caseId('H2') })).toEqual([
      { kind: 'exemplar-outside' },
    ]);
    expect(exemplar({ exemplarCaseId: built.caseId('H1') })).toEqual([]);
    expect(exemplar({ exemplarCaseId: null, exemplarExcerptId: built.excerptIds[1] })).toEqual([]);
    expect(exemplar({ exemplarExcerptId: built.excerptIds[2] })).toEqual([
      { kind: 'exemplar-outside' },
    ]);
  });
});
