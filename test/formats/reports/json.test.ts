import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { writeJson } from '../../../src/formats/reports/json.ts';
import { buildProject } from '../../support/build-project.ts';
import { hostileReport } from './hostile.ts';
import { reportWords } from './report-words.ts';

const readme = readFileSync(
  new URL('../../../src/formats/reports/README.md', import.meta.url),
  'utf8',
);
const partOf = (heading: string): string =>
  readme.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';

/** The fields that the table of a part names, in the first column. */
const fieldsIn = (heading: string): string[] =>
  [...partOf(heading).matchAll(/^\| ((?:`\w+` ?)+)\|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)])
    .map(([, field = '']) => field);

type Json = Record<string, unknown>;
const parsed = (): Json => JSON.parse(writeJson(hostileReport(reportWords('en')))) as Json;
const first = (list: unknown): Json => (list as Json[])[0] ?? {};

describe('the report as JSON', () => {
  it.each([
    ['The report', (report: Json) => report],
    ['Method', (report: Json) => report['method'] as Json],
    ['Table', (report: Json) => report['table'] as Json],
    ['Section', (report: Json) => first(report['sections'])],
    ['Quote', (report: Json) => first(first(report['sections'])['quotes'])],
    ['Type', (report: Json) => first(report['types'])],
    ['Appendix', (report: Json) => first(report['appendices'])],
  ])('has the fields that are told of it: %s', (heading, pick) => {
    expect(fieldsIn(heading).sort()).toEqual(Object.keys(pick(parsed())).sort());
  });

  it.each([
    ['Method', '`transcripts`', (report: Json) => first((report['method'] as Json)['transcripts'])],
    ['Table', '`rows`', (report: Json) => first((report['table'] as Json)['rows'])],
    ['Table', '`columns`', (report: Json) => first((report['table'] as Json)['columns'])],
    ['The report', '`outline`', (report: Json) => first(report['outline'])],
  ])('has the fields within: %s, %s', (heading, field, pick) => {
    const line = partOf(heading)
      .split('\n')
      .find((one) => one.startsWith(`| ${field}`));
    const told = [...(line?.split('|')[2]?.matchAll(/`(\w+)`/g) ?? [])].map(([, name]) => name);
    expect(told.sort()).toEqual(Object.keys(pick(parsed())).sort());
  });

  it('names the quotes that run in a text by their excerpts', () => {
    const built = buildProject({
      texts: [{ title: 'H1', text: 'H1: yksi . kaksi' }],
      themes: [{ name: 'A' }],
      codings: ['yksi', 'kaksi'].map((quote) => ({ transcript: 'H1', quote, themes: ['A'] })),
    });
    const [one, other] = built.excerptIds;
    const text = `Joku sanoi {{quote ${one?.slice(-6)}}} vain.`;
    const sections = [{ id: built.themeId('A'), changes: { text } }];
    built.run({ kind: 'change-report-sections', sections });
    const report = JSON.parse(writeJson(reportModel(built.project))) as Json;
    expect(first(report['sections'])['parts']).toEqual([
      { kind: 'text', markdown: text, inline: [one] },
      { kind: 'quote', excerptId: other },
    ]);
  });

  const hasPython = spawnSync('python3', ['--version']).status === 0;
  if (!hasPython)
    process.stderr.write('python3 is not here: its lines in the README are not run\n');
  it.runIf(hasPython)('is read by the lines given for Python', () => {
    const code = /```python\n(.*?)```/s.exec(partOf('In Python'))?.[1] ?? '';
    const folder = mkdtempSync(path.join(tmpdir(), 'teema-json-'));
    try {
      writeFileSync(path.join(folder, 'report.json'), JSON.stringify(parsed()));
      const env = { ...process.env, PYTHONIOENCODING: 'utf-8' };
      const ran = spawnSync('python3', ['-c', code], { cwd: folder, encoding: 'utf8', env });
      expect(ran.stderr).toBe('');
      expect(ran.stdout).toContain('theme,');
      expect(ran.stdout).toContain('שלום עולם (abc) טקסט');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
