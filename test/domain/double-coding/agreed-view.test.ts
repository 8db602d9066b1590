import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptsAt } from '../../../src/domain/analysis/excerpts-at.ts';
import { frequencies, type FrequencyOptions } from '../../../src/domain/analysis/frequencies.ts';
import { agreedView } from '../../../src/domain/double-coding/agreed-view.ts';
import {
  roundPassages,
  takenSpans,
  type RoundPassage,
} from '../../../src/domain/double-coding/round-passages.ts';
import type { RoundId } from '../../../src/domain/ids.ts';
import { completedReport } from '../../../src/domain/project/report-records.ts';
import { writtenChain } from '../../../src/domain/reduction/chain.ts';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { describeQuote } from '../../../src/domain/text/quote.ts';
import { buildProject, type GivenCoding } from '../../support/build-project.ts';

const TEXT = 'H1: yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan';
const ID = 'round' as RoundId;
const CODERS = ['Aino', 'Bo'];

/** Two coders' work after their round has ended. */
function coded(codings: readonly GivenCoding[]) {
  const built = buildProject({ texts: [{ title: 'H1', text: TEXT }], codings });
  const { run, project, transcriptId, textOf } = built;
  const round = { id: ID, name: 'R', coders: CODERS, consensus: 'Konsensus', by: 'Olga' };
  const transcriptIds = [transcriptId('H1')];
  run({ kind: 'add-round', round: { ...round, share: null, transcriptIds } });
  run({ kind: 'close-round', id: ID, closed: true });
  const passages = (): RoundPassage[] => roundPassages(project, project.rounds.get(ID)!);
  const decide = (passage: RoundPassage, taken: readonly string[]): void => {
    const { transcriptId: id, themeId, start, end } = passage;
    run({
      kind: 'resolve-passages',
      id: ID,
      by: 'Olga',
      decisions: [{ transcriptId: id, themeId, start, end, taken }],
      excerpts: takenSpans(passage, taken).map((span) => ({
        ...{ transcriptId: id, textHash: project.transcripts.get(id)?.textHash ?? '' },
        ...{ anchor: describeQuote(textOf(id), span), themeIds: [themeId], typeIds: [] },
      })),
    });
  };
  const count = (more: Partial<FrequencyOptions> = {}): number =>
    frequencies(project, { rows: 'theme', columns: 'case', unit: 'excerpts', ...more }).total;
  return { ...built, passages, decide, count };
}

const one = (coder: string, quote: string, more: Partial<GivenCoding> = {}): GivenCoding => ({
  ...{ transcript: 'H1', coder, quote, themes: ['Luottamus'] },
  ...more,
});

describe('a passage that two coders marked and agreed on', () => {
  it('counts for each until it is talked through, then once', () => {
    const { passages, decide, count, project } = coded([
      one('Aino', 'yksi kaksi'),
      one('Bo', 'kaksi kolme'),
    ]);
    expect(agreedView(project)).toBe(project);
    expect(count()).toBe(2);
    decide(passages()[0]!, CODERS);
    expect(project.excerpts.size).toBe(3);
    expect(count()).toBe(1);
    expect(reportModel(project).sections[0]?.quotes.map(({ quote }) => quote)).toEqual([
      'yksi kaksi kolme',
    ]);
    expect(reportModel(project).method).toMatchObject({
      excerptCount: 1,
      coderNames: ['Aino', 'Bo'],
    });
  });

  it('counts as it was coded where coders are asked for, or everything', () => {
    const { passages, decide, count, project } = coded([
      one('Aino', 'yksi kaksi'),
      one('Bo', 'yksi kaksi'),
    ]);
    decide(passages()[0]!, ['Aino', 'Bo']);
    const aino = [...project.coders.values()].find(({ name }) => name === 'Aino')!.id;
    expect(count({ only: { coderIds: [aino] } })).toBe(1);
    expect(count({ only: { originals: true } })).toBe(3);
    const byCoder = { rows: 'theme', columns: 'coder' } as const;
    const table = frequencies(project, { ...byCoder, unit: 'excerpts' });
    expect(table.cells[0]).toEqual([1, 1, 1]);
    const spot = { rowId: null, columnId: aino };
    expect(excerptsAt(project, byCoder, spot)?.excerpts).toHaveLength(1);
  });

  it('is nobody’s where they agreed that the theme is not there', () => {
    const { passages, decide, count } = coded([one('Aino', 'yksi', { types: ['Tyyppi'] })]);
    decide(passages()[0]!, []);
    expect(count()).toBe(0);
    expect(count({ rows: 'type' })).toBe(1);
  });

  it('leaves the other themes of an excerpt alone', () => {
    const { passages, decide, themeId, project } = coded([
      one('Aino', 'yksi', { themes: ['Luottamus', 'Kiire'] }),
      one('Bo', 'yksi'),
    ]);
    decide(
      passages().find((passage) => passage.themeId === themeId('Luottamus'))!,
      ['Bo'],
    );
    const table = frequencies(project, { rows: 'theme', columns: 'case', unit: 'excerpts' });
    expect(table.rowTotals).toEqual([1, 1]);
  });

  it('has the reduced expression, the deviance and the types of what it stands for', () => {
    const { passages, decide, project, count } = coded([
      one('Aino', 'yksi', { reduction: 'Ensimmäinen', types: ['Tyyppi'], memo: 'omani' }),
      one('Bo', 'yksi', { reduction: 'Toinen', deviant: true, deviantReason: 'Siksi' }),
    ]);
    decide(passages()[0]!, ['Bo']);
    const [quote] = reportModel(project).sections[0]!.quotes;
    expect(quote).toMatchObject({ reduction: 'Toinen', deviantReason: 'Siksi', memo: null });
    expect(quote?.types).toEqual(['Tyyppi']);
    expect(count({ rows: 'type' })).toBe(1);
    expect(writtenChain(project).map(({ reduced }) => reduced)).toEqual(['Toinen']);
    expect(reportModel(project).withoutTheme).toEqual([]);
  });

  it('prints an original that somebody chose by hand', () => {
    const { passages, decide, project, excerptIds, themeId, run } = coded([
      one('Aino', 'yksi kaksi'),
      one('Bo', 'kaksi'),
    ]);
    decide(passages()[0]!, ['Bo']);
    const id = excerptIds[0]!;
    const quotes = { rule: 'hand' as const, max: null, ids: [id] };
    const choice = { hidden: false, figure: 'none' as const, quotes, drafted: null };
    const sections = { [themeId('Luottamus')]: choice };
    run({ kind: 'change-report', changes: { ...completedReport({}), sections } });
    expect(reportModel(project).sections[0]?.quotes.map(({ quote }) => quote)).toEqual([
      'yksi kaksi',
    ]);
  });

  it('counts as before when the decision is taken back', () => {
    const { passages, decide, count, project, run } = coded([
      one('Aino', 'yksi'),
      one('Bo', 'yksi'),
    ]);
    decide(passages()[0]!, CODERS);
    expect(count()).toBe(1);
    run({ kind: 'reopen-passage', id: [...project.decisions.keys()][0]! });
    expect(count()).toBe(2);
  });
});

const WORDS = ['yksi', 'yksi kaksi', 'kaksi kolme', 'viisi', 'viisi kuusi'] as const;
const coding = fc.record({
  coder: fc.constantFrom(...CODERS, 'Olga'),
  quote: fc.constantFrom(...WORDS),
  theme: fc.constantFrom('Luottamus', 'Kiire'),
});

it('counts of a theme no more than was agreed on and what was not talked through', () => {
  fc.assert(
    fc.property(
      fc.array(coding, { minLength: 1, maxLength: 10 }),
      fc.array(fc.subarray(CODERS), { minLength: 10, maxLength: 10 }),
      fc.nat(10),
      (codings, taken, decided) => {
        const made = coded(
          codings.map(({ theme, ...rest }) => one(rest.coder, rest.quote, { themes: [theme] })),
        );
        const before = made.passages();
        before.slice(0, decided).forEach((passage, i) => made.decide(passage, taken[i] ?? []));
        const view = agreedView(made.project);
        expect(agreedView(view)).toBe(view);
        const passages = made.passages();
        for (const excerpt of view.excerpts.values()) {
          const coder = made.project.coders.get(excerpt.coderId)?.name ?? '';
          if (!CODERS.includes(coder)) continue;
          for (const passage of passages)
            if (passage.decision && excerpt.themeIds.includes(passage.themeId))
              expect(excerpt.end <= passage.start || excerpt.start >= passage.end).toBe(true);
        }
        const ids = [...view.excerptsBySpan.values()].flatMap((all) => [...all.values()]);
        expect(ids.sort()).toEqual([...view.excerpts.keys()].sort());
      },
    ),
  );
});
