import { describe, expect, it } from 'vitest';
import { reportChecks } from '../../../../src/domain/reports/checks/report-checks.ts';
import type { ReportCheck } from '../../../../src/domain/reports/checks/report-check.ts';
import { reportModel } from '../../../../src/domain/reports/report-model.ts';
import { buildProject, type BuiltProject, type Given } from '../../../support/build-project.ts';

const TEXTS = ['P1', 'P2', 'P3'].map((title) => ({
  title,
  text: `Interviewer: 1. How is trust built?\n\n${title}: We keep what we promise, always. It takes time.\n`,
}));
const PROMISE = 'We keep what we promise';
const coding = (transcript: string, more: object = {}) => ({
  ...{ transcript, quote: PROMISE, themes: ['Trust'] },
  ...more,
});
const everyone = ['P1', 'P2', 'P3'].map((title) => coding(title));

const checksOf = ({ project, textOf }: BuiltProject): ReportCheck[] =>
  reportChecks(project, reportModel(project, { textOf }), textOf);
const kindsOf = (built: BuiltProject): string[] => checksOf(built).map(({ kind }) => kind);
const build = (given: Given): BuiltProject => buildProject({ texts: TEXTS, ...given });

describe('the checks of a report', () => {
  it('are quiet where nothing is wrong', () => {
    expect(kindsOf(build({ codings: everyone }))).toEqual([]);
    expect(kindsOf(build({}))).toEqual([]);
    expect(kindsOf(buildProject({}))).toEqual([]);
  });

  it('see a theme that rests on one interviewee, and one that is never quoted', () => {
    const built = build({
      codings: [coding('P1'), coding('P2'), coding('P2', { themes: ['Time'] })],
    });
    expect(checksOf(built)).toMatchObject([
      { kind: 'single-case', level: 'note', facts: { theme: 'Time', name: 'P2' } },
      { kind: 'never-quoted', facts: { name: 'P3' } },
    ]);
  });

  it('see every claim of the text, in its place', () => {
    const text = 'All three interviewees spoke of it.\n\nAll four participants agreed.';
    const built = build({
      codings: [coding('P1'), coding('P2')],
      report: { texts: { Trust: text } },
    });
    const claims = checksOf(built).filter(({ kind }) => ['quantifier', 'total'].includes(kind));
    expect(claims.map(({ kind, facts }) => [kind, facts['claim']])).toEqual([
      ['quantifier', 'All three interviewees'],
      ['total', 'All four participants'],
    ]);
    for (const { span, facts } of claims)
      expect(text.slice(span?.start, span?.end)).toBe(facts['claim']);
  });

  it('see a drafted sentence that was overtaken', () => {
    const built = build({ codings: [coding('P1'), coding('P2')] });
    const drafted =
      'Two of the three interviewees (P1, P2) spoke of the theme “Trust”, in two excerpts.';
    built.run({
      kind: 'change-report-sections',
      sections: [
        { id: built.themeId('Trust'), changes: { text: `${drafted} And more.`, drafted } },
      ],
    });
    expect(kindsOf(built)).toEqual(['never-quoted']);
    built.run({
      kind: 'import-codings',
      coder: 'Coder',
      excerpts: [
        {
          transcriptId: built.transcriptId('P3'),
          textHash: 'text-2',
          anchor: { start: 41, end: 64, quote: PROMISE, prefix: '', suffix: '' },
          themeIds: [built.themeId('Trust')],
          typeIds: [],
        },
      ],
    });
    expect(checksOf(built)).toMatchObject([
      { kind: 'draft-outdated', level: 'warning', facts: { drafted } },
    ]);
    expect(checksOf(built)[0]?.facts['sentence']).toMatch(/^All three interviewees/);
  });

  it('see quotes that are too long, in the text and apart', () => {
    const long = `“${'word '.repeat(50)}end”`;
    const built = build({ codings: everyone, report: { texts: { Trust: long } } });
    expect(checksOf(built)).toMatchObject([
      { kind: 'quote-unfound' },
      { kind: 'long-citation', facts: { words: 51, limit: 40 } },
    ]);
    const speech = `P1: ${'so '.repeat(130)}it went.`;
    const apart = buildProject({
      texts: [{ title: 'P1', text: speech }],
      codings: [{ transcript: 'P1', start: 4, end: speech.length, themes: ['Time'] }],
    });
    expect(checksOf(apart)).toMatchObject([{ kind: 'long-quote', facts: { words: 132 } }]);
  });

  it('see deviant cases that nobody explained', () => {
    const built = build({
      codings: [
        coding('P1', { deviant: true }),
        coding('P2', { deviant: true, deviantReason: 'New' }),
        coding('P3'),
      ],
    });
    expect(checksOf(built)).toMatchObject([{ kind: 'deviant-unexplained', facts: { name: 'P1' } }]);
  });

  it('see frameworks without a source once, and only those the report leans on', () => {
    const built = build({ codings: everyone });
    built.run({
      kind: 'add-framework',
      framework: { id: 'f' as never, name: 'Trust theory' },
      concepts: [{ id: 'c' as never, name: 'Benevolence' }],
      sources: [],
    });
    expect(kindsOf(built)).toEqual([]);
    built.run({
      kind: 'change-theme',
      id: built.themeId('Trust'),
      changes: { conceptId: 'c' as never },
    });
    expect(checksOf(built)).toMatchObject([
      { kind: 'no-source', facts: { framework: 'Trust theory', concepts: 'Benevolence' } },
    ]);
    built.run({
      kind: 'change-framework',
      id: 'f' as never,
      changes: { citation: 'Mayer et al. 1995' },
    });
    expect(kindsOf(built)).toEqual([]);
  });

  it('see cases that are named after people', () => {
    const texts = [
      { title: 'A', caseName: 'Tiina', text: TEXTS[0]?.text ?? '' },
      { title: 'B', caseName: 'Manager 2', text: TEXTS[1]?.text ?? '' },
    ];
    const built = buildProject({ texts, codings: [coding('A'), coding('B')] });
    expect(checksOf(built)).toMatchObject([{ kind: 'named-case', facts: { name: 'Tiina' } }]);
  });

  it('see attributes that few share', () => {
    const built = build({ codings: everyone });
    built.run({
      kind: 'add-attribute',
      attribute: { id: 'a' as never, name: 'Role', kind: 'text' },
    });
    for (const name of ['P1', 'P2', 'P3'])
      built.run({
        kind: 'set-values',
        newChoices: 'refuse',
        values: [
          {
            caseId: built.caseId(name),
            attributeId: 'a' as never,
            value: name === 'P1' ? 'CEO' : 'Clerk',
          },
        ],
      });
    expect(checksOf(built)).toMatchObject([
      { kind: 'rare-attributes', level: 'note', facts: { attributes: 'Role', caseCount: 3 } },
    ]);
  });
});

describe('an answer', () => {
  it('holds while the facts hold, and is asked for anew when they change', () => {
    const built = build({
      codings: [coding('P1')],
      report: { texts: { Trust: 'Every interviewee spoke of it.' } },
    });
    const asked = (): ReportCheck | undefined =>
      checksOf(built).find(({ kind }) => kind === 'quantifier');
    const key = asked()?.key ?? '';
    expect(key).toMatch(/^[\w.-]{8,120}$/);
    built.run({ kind: 'answer-check', key, answer: 'They did, before the recording began.' });
    expect(asked()?.answer).toBe('They did, before the recording began.');
    built.run({ kind: 'change-report', changes: { title: 'Other' } });
    expect(asked()?.answer).not.toBeNull();
    built.run({
      kind: 'change-report-sections',
      sections: [
        {
          id: built.themeId('Trust'),
          changes: { text: 'New words. Every interviewee spoke of it.' },
        },
      ],
    });
    expect(asked()?.answer, 'the claim only moved').not.toBeNull();
    built.run({
      kind: 'change-report-sections',
      sections: [
        { id: built.themeId('Trust'), changes: { text: 'All interviewees spoke of it.' } },
      ],
    });
    expect(asked()?.answer).toBeNull();
    built.run({ kind: 'answer-check', key, answer: null });
    expect(built.project.report.answers).toEqual({});
  });
});
