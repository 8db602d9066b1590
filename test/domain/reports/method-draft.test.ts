import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/domain/project/records.ts';
import { methodDraft } from '../../../src/domain/reports/method-draft.ts';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { reportWords } from '../../formats/reports/report-words.ts';
import { buildProject } from '../../support/build-project.ts';

const draft = (language: Language, count: number, days: readonly string[]): string => {
  const titles = Array.from({ length: count }, (_, i) => `H${i + 1}`);
  const built = buildProject({
    settings: { language },
    texts: titles.map((title) => ({ title, text: `${title}: yksi kaksi` })),
    themes: [{ name: 'A' }],
    codings: titles.map((transcript) => ({ transcript, quote: 'yksi', themes: ['A'] })),
  });
  titles.forEach((title, i) =>
    built.run({
      kind: 'change-transcript',
      id: built.transcriptId(title),
      interview: { date: days[i] ?? days[0] ?? null, durationSeconds: 60 * (45 + 5 * i) },
    }),
  );
  const { method } = reportModel(built.project);
  return methodDraft(built.project, method, reportWords(language));
};

describe('the sentences on the method', () => {
  it.each([
    [
      'fi',
      'Aineistona oli kolme haastattelua, ja haastateltavia oli kolme.',
      'Haastattelut kestivät 45–55 minuuttia, keskimäärin 50 minuuttia.',
      'Haastattelut tehtiin 8.–15. joulukuuta 2022.',
      'Aineistosta merkittiin kolme aineisto-otetta, ja koodikirjassa on yksi teema.',
    ],
    [
      'en',
      'The material consists of three interviews with three interviewees',
      'The interviews lasted 45–55 minutes, 50 minutes on average.',
      'The interviews were held on 8–15 December 2022.',
      'The coding comprises three excerpts, and the codebook has one theme.',
    ],
    [
      'sv',
      'Materialet består av tre intervjuer med tre intervjupersoner',
      'Intervjuerna varade i 45–55 minuter, i genomsnitt 50 minuter.',
      'Intervjuerna gjordes 8–15 december 2022.',
      'Kodningen omfattar tre utdrag, och kodboken har ett tema.',
    ],
  ] as const)('are written out in %s', (language, ...sentences) => {
    const text = draft(language, 3, ['2022-12-08', '2022-12-12', '2022-12-15']);
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  it.each([
    [
      'fi',
      'yksi haastattelu, ja haastateltavia oli yksi',
      'Haastattelu kesti 45 minuuttia.',
      'Haastattelu tehtiin 8. joulukuuta 2022.',
    ],
    [
      'en',
      'one interview with one interviewee',
      'The interview lasted 45 minutes.',
      'The interview was held on 8 December 2022.',
    ],
    [
      'sv',
      'en intervju med en intervjuperson',
      'Intervjun varade i 45 minuter.',
      'Intervjun gjordes 8 december 2022.',
    ],
  ] as const)('are of one where there is one: %s', (language, ...sentences) => {
    const text = draft(language, 1, ['2022-12-08']);
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  it('say a day once where all were held on it', () => {
    expect(draft('fi', 2, ['2022-12-08'])).toContain('Haastattelut tehtiin 8. joulukuuta 2022.');
  });
});

describe('saturation', () => {
  const titles = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7'];
  const after = (codedCount: number): string => {
    const { project } = buildProject({
      settings: { language: 'en' },
      texts: titles.map((title) => ({ title, text: `${title}: yksi kaksi` })),
      themes: [{ name: 'A' }],
      codings: titles
        .slice(0, codedCount)
        .map((transcript) => ({ transcript, quote: 'yksi', themes: ['A'] })),
    });
    return methodDraft(project, reportModel(project).method, reportWords('en'));
  };

  it('is told of once every interview is coded, and not of what nobody has read yet', () => {
    expect(after(7)).toContain('Saturation was assessed');
    expect(after(6)).not.toContain('Saturation');
    expect(after(1)).not.toContain('Saturation');
  });
});
