import { marked } from 'marked';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { reportModel, type ReportModel } from '../../../src/domain/reports/report-model.ts';
import { REPORT_FORMATS } from '../../../src/formats/reports/registry.ts';
import { buildProject } from '../../support/build-project.ts';
import { HOSTILE, hostileReport } from './hostile.ts';
import { hasKtInterior, ktInterior } from './kt-interior.ts';
import { reportWords } from './report-words.ts';
import { unzip } from './unzip.ts';

const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

const unescaped = (html: string): string =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:#39|apos);/g, "'")
    .replace(/&amp;/g, '&');

const withoutTags = (markup: string): string => unescaped(markup.replace(/<[^>]+>/g, ''));

/** The text of a report as its readers see it. */
const READ: Readonly<Record<string, (file: Uint8Array | string) => string>> = {
  docx: (file) =>
    withoutTags(
      (unzip(file as Uint8Array).get('word/document.xml') ?? '').replace(/<\/w:p>/g, '\n'),
    ),
  html: (file) => withoutTags(String(file).replace(/<style>.*?<\/style>/s, '')),
  markdown: (file) => withoutTags(marked.parse(String(file), { async: false })),
  xlsx: (file) =>
    [...unzip(file as Uint8Array)]
      .filter(([name]) => /^xl\/(?:sharedStrings|worksheets\/.*)\.xml$/.test(name))
      .map(([, xml]) => withoutTags(xml.replace(/<\/t>/g, '\n')))
      .join('\n'),
  csv: (file) =>
    Papa.parse<string[]>(String(file).slice(1), { delimiter: '' })
      .data.flat()
      .map((cell) => cell.replace(/^'(?='*[=+\-@\s])/, ''))
      .join('\n'),
  json: (file) =>
    (JSON.parse(String(file)) as ReportModel).sections
      .flatMap(({ quotes }) => quotes.map(({ quote }) => quote))
      .join('\n'),
};

const written = async (model: ReportModel, id: string): Promise<Uint8Array | string> => {
  const format = REPORT_FORMATS.find((one) => one.id === id);
  if (!format) throw new Error(`no format ${id}`);
  return format.write(model, reportWords(model.language));
};

describe('the report formats', () => {
  it('are known by the endings of their files', () => {
    expect(REPORT_FORMATS.map(({ id, extension }) => [id, extension])).toEqual([
      ['docx', 'docx'],
      ['html', 'html'],
      ['markdown', 'md'],
      ['xlsx', 'xlsx'],
      ['csv', 'csv'],
      ['json', 'json'],
    ]);
  });

  describe.each(REPORT_FORMATS.map(({ id }) => id))('%s', (id) => {
    it.skipIf(!hasKtInterior())('holds the 62 quotes of a real thesis, word for word', async () => {
      const kt = ktInterior();
      const text = flat(READ[id]?.(await written(reportModel(kt.project), id)) ?? '');
      expect(kt.quotes.filter((quote) => !text.includes(flat(quote)))).toEqual([]);
    });

    it('holds hostile quotes word for word', async () => {
      const text = flat(READ[id]?.(await written(hostileReport(), id)) ?? '');
      expect(HOSTILE.filter((quote) => !text.includes(flat(quote)))).toEqual([]);
    });

    it('holds what has no theme', async () => {
      const text = String(
        id === 'docx' || id === 'xlsx'
          ? READ[id]?.(await written(hostileReport(), id))
          : await written(hostileReport(), id),
      );
      const memo =
        id === 'html'
          ? '&quot;double&quot; &#39;single&#39;'
          : id === 'csv'
            ? '""double"" \'single\''
            : id === 'json'
              ? '\\"double\\" \'single\''
              : '"double" \'single\'';
      expect(text).toContain(memo);
    });

    it('says the same twice', async () => {
      const [a, b] = [await written(hostileReport(), id), await written(hostileReport(), id)];
      expect(READ[id]?.(a)).toBe(READ[id]?.(b));
    });
  });
});

describe('a project without anything', () => {
  it.each(REPORT_FORMATS.map(({ id }) => id))('has a report in %s', async (id) => {
    const file = await written(reportModel(buildProject({}).project), id);
    expect(file.length).toBeGreaterThan(100);
    expect(READ[id]?.(file)).not.toMatch(/undefined|NaN|null/);
  });
});
