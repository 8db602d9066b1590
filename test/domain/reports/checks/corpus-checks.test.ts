import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportChecks } from '../../../../src/domain/reports/checks/report-checks.ts';
import type { ReportCheck } from '../../../../src/domain/reports/checks/report-check.ts';
import { reportModel } from '../../../../src/domain/reports/report-model.ts';
import type { BuiltProject } from '../../../support/build-project.ts';
import { hasKtInterior, ktInterior } from '../../../formats/reports/kt-interior.ts';

/** With a text for each of some sections, by their labels. */
function corpusProject(texts: Readonly<Record<string, string>> = {}): BuiltProject {
  const built = ktInterior();
  const sections = Object.entries(texts).map(([label, text]) => ({
    id: built.themeId(label),
    changes: { text },
  }));
  built.run({ kind: 'change-report-sections', sections });
  return built;
}

const checksOf = ({ project, textOf }: BuiltProject): ReportCheck[] =>
  reportChecks(project, reportModel(project, { textOf }), textOf);
const told = (checks: readonly ReportCheck[]): string[] =>
  checks.map(({ kind, facts }) =>
    [kind, facts['word'] ?? facts['claim'] ?? facts['name']].join(': '),
  );

describe.runIf(hasKtInterior())('the thesis case', () => {
  it('leaks a first name and the employer, and nothing else is found', () => {
    const built = corpusProject();
    const checks = checksOf(built);
    expect(told(checks)).toEqual(['identifiable: Antti', 'identifiable: KT Interiorin']);
    const order = checks.map(
      ({ excerptId }) => built.excerptIds.indexOf(excerptId ?? ('' as never)) + 1,
    );
    expect(order).toEqual([16, 38]);
    for (const { span, excerptId, facts } of checks) {
      const quote = built.project.excerpts.get(excerptId ?? ('' as never))?.quote ?? '';
      expect(quote.slice(span?.start, span?.end)).toBe(facts['word']);
    }
  });

  it('is quiet of what was hidden, and of that alone', () => {
    const built = corpusProject();
    const [first] = checksOf(built);
    if (!first?.excerptId || !first.span) throw new Error('nothing was found');
    const { span, excerptId } = first;
    built.run({
      kind: 'edit-quote',
      excerptId,
      edits: [{ kind: 'insert', ...span, text: 'nimi' }],
    });
    expect(told(checksOf(built))).toEqual(['identifiable: KT Interiorin']);
  });

  it('finds a quantifier that is not coded, and is quiet of those that are', () => {
    const claims: [string, string, string[]][] = [
      ['4.1.1', 'Jokaisella haastateltavalla oli käsitys asiakaskokemuksesta.', ['quantifier']],
      ['4.1.1', 'Kolme seitsemästä haastateltavasta (H2, H3, H4) puhui siitä.', []],
      ['4.1.1', 'Viisi haastateltavaa puhui siitä.', ['quantifier']],
      ['4.1.1', 'Yksi haastateltava puhui hinnasta, toinen laadusta.', []],
      ['4.1.1', 'Kaksi seitsemästä haastateltavasta (H1, H2) puhui siitä.', ['names']],
      ['4.1.1', 'Kolme kahdeksasta haastateltavasta puhui siitä.', ['total']],
      ['4.1.3', 'Suurin osa haastateltavista puhui asiakaspolusta.', []],
      ['4.3.4', 'Kaikki haastateltavat ehdottivat kehitettävää.', []],
      ['4.3.3', 'Suurin osa haastateltavista kaipasi palautetta.', ['quantifier']],
      ['4.3.3', 'Suurin osa haastateltavista ei kerännyt palautetta.', []],
    ];
    for (const [theme, text, kinds] of claims) {
      const found = checksOf(corpusProject({ [theme]: text }));
      expect(
        found.map(({ kind }) => kind).filter((kind) => kind !== 'identifiable'),
        text,
      ).toEqual(kinds);
    }
  });

  it('sees who is over- and under-quoted by the pages of the transcripts', () => {
    const built = corpusProject();
    const expected = JSON.parse(
      readFileSync(
        path.join(import.meta.dirname, '../../../../../shared/corpus/kt-interior/expected.json'),
        'utf8',
      ),
    ) as { interviews: { id: string; transcribedPages: number }[] };
    for (const { id, transcribedPages } of expected.interviews)
      built.run({
        kind: 'change-transcript',
        id: built.transcriptId(id),
        interview: { pages: transcribedPages },
      });
    expect(told(checksOf(built)).slice(2)).toEqual(['over-quoted: H4', 'under-quoted: H6']);
    const under = checksOf(built).find(({ kind }) => kind === 'under-quoted');
    expect(under?.facts).toMatchObject({ quoteCount: 7, size: 24, unit: 'pages' });
  });
});
