import { readFileSync } from 'node:fs';
import type { ThemeId } from '../../../src/domain/ids.ts';
import { describe, expect, it } from 'vitest';
import type { ReportModel } from '../../../src/domain/reports/report-model.ts';
import type { ReportQuote } from '../../../src/domain/reports/report-quote.ts';
import { LANGUAGES } from '../../../src/domain/project/records.ts';
import { REPORT_FORMATS } from '../../../src/formats/reports/registry.ts';
import { hostileReport } from './hostile.ts';
import { reportCatalogue, reportWords } from './report-words.ts';

const keysOf = (words: unknown, path = ''): string[] =>
  typeof words === 'object' && words !== null
    ? Object.entries(words).flatMap(([key, value]) => keysOf(value, path ? `${path}.${key}` : key))
    : [path];

const withQuotes = (model: ReportModel, more: Partial<ReportQuote>) => ({
  withoutTheme: model.withoutTheme.map((quote) => ({ ...quote, ...more })),
});

describe('the words of reports', () => {
  it('are the same in every language', () => {
    const [first, ...others] = LANGUAGES.map((language) =>
      keysOf(reportCatalogue(language)).sort(),
    );
    for (const keys of others) expect(keys).toEqual(first);
  });

  it.each(LANGUAGES)('are all there in %s, for every format', async (language) => {
    for (const format of REPORT_FORMATS)
      await expect(
        format.write({ ...hostileReport(), language }, reportWords(language)),
      ).resolves.toBeDefined();
  });

  it('are all used', async () => {
    const used = new Set<string>();
    const words = reportWords('en');
    const model = hostileReport((key, values) => (used.add(key), words(key, values)));
    const omitted = { kind: 'omit' as const, start: 0, end: 1, text: '' };
    const otherwisePrinted = [
      { status: 'altered' as const, turn: null },
      { status: 'lost' as const, edits: [{ ...omitted, kind: 'insert' as const, text: 'x' }] },
      { edits: [omitted] },
    ];
    const variants = [
      model,
      { ...model, footnotes: 'omissions' as const, ...withQuotes(model, { edits: [omitted] }) },
      ...otherwisePrinted.map((more) => ({ ...model, ...withQuotes(model, more) })),
      {
        ...model,
        method: { ...model.method, approach: 'data-driven' as const, coderNames: ['a', 'b'] },
      },
      {
        ...model,
        method: { ...model.method, approach: 'theory-driven' as const },
        types: model.types.flatMap((type) =>
          (['authentic', 'general'] as const).map((kind) => ({
            ...type,
            kind,
            memberNames: ['a'],
            features: [{ themeId: '1' as ThemeId, name: 'b', note: null, evidence: [] }],
            exemplar: { caseName: 'a', quote: null },
          })),
        ),
      },
      ...[1, 2].map((caseCount) => ({
        ...model,
        hiddenThemeCount: caseCount,
        method: { ...model.method, caseCount: 2 },
        sections: model.sections.map((section) => ({ ...section, caseCount })),
      })),
      {
        ...model,
        table: {
          ...model.table,
          columns: Array(30).fill({ id: 'x', name: 'x' }) as { id: string; name: string }[],
        },
      },
      {
        ...model,
        sections: model.sections.map((section, i) => ({
          ...section,
          kind: 'no-question' as const,
          figure: {
            kind: i % 2 ? ('table' as const) : ('chart' as const),
            number: 2,
            table: model.table,
          },
          excerptCount: 0,
          quotes: section.quotes.map((quote, k) => ({
            ...quote,
            deviant: false,
            stance: k % 2 ? ('supports' as const) : ('contradicts' as const),
          })),
        })),
      },
    ];
    const last = variants.at(-1);
    if (last) variants.push({ ...last, tableCounts: 'cases' });
    for (const format of REPORT_FORMATS)
      for (const variant of variants)
        await format.write(variant, (key, values) => (used.add(key), words(key, values)));
    const known = new Set(
      keysOf(reportCatalogue('en')).map((key) => key.replace(/_(?:one|other)$/, '')),
    );
    // What is said only of some projects' data.
    const said = ['checklist-facts', 'method-draft', 'appendices']
      .map((file) => new URL(`../../../src/domain/reports/${file}.ts`, import.meta.url))
      .map((file) => readFileSync(file, 'utf8'))
      .join();
    const isSaid = (key: string): boolean =>
      /^report\.(?:aid\.facts|draft|appendix)\./.test(key) &&
      new RegExp(`\\b${key.split('.').at(-1) ?? ''}\\b`).test(said);
    expect([...known].filter((key) => !used.has(key) && !isSaid(key))).toEqual([]);
  });
});
