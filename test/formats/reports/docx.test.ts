import { describe, expect, it } from 'vitest';
import type { Footnotes } from '../../../src/domain/project/report-records.ts';
import { reportModel, type ReportModel } from '../../../src/domain/reports/report-model.ts';
import { writeDocx } from '../../../src/formats/reports/docx.ts';
import { buildProject } from '../../support/build-project.ts';
import { hostileReport } from './hostile.ts';
import { hasKtInterior, ktInterior } from './kt-interior.ts';
import { reportWords } from './report-words.ts';
import { unzip } from './unzip.ts';

const parts = async (model: ReportModel) =>
  unzip(await writeDocx(model, reportWords(model.language)));
const part = async (model: ReportModel, name = 'word/document.xml'): Promise<string> =>
  (await parts(model)).get(name) ?? '';

const count = (xml: string, pattern: RegExp): number => xml.match(pattern)?.length ?? 0;
const textOf = (xml: string): string => xml.replace(/<\/w:(?:p|tc)>/g, '|').replace(/<[^>]+>/g, '');
const tableRows = (xml: string): string[][] =>
  [...xml.matchAll(/<w:tr>.*?<\/w:tr>/g)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/g)].map(([cell]) => textOf(cell).replaceAll('|', '')),
  );

/** Every element closes in the order it was opened, and nothing stands that XML cannot hold. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  for (const [, closing, name = '', rest = ''] of xml.matchAll(/<(\/?)([\w:]+)([^>]*)>/g)) {
    if (!closing && !rest.endsWith('/')) open.push(name);
    else if (closing && open.pop() !== name) expect.fail(`</${name}> closes what it did not open`);
  }
  expect(open).toEqual([]);
  expect(xml).not.toMatch(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!amp;|lt;|gt;|quot;|apos;)/,
  );
}

const project = (caseCount: number, name = (i: number) => `H${i + 1}`) =>
  buildProject({
    settings: { language: 'fi', name: 'Työ' },
    texts: Array.from({ length: caseCount }, (_, i) => ({
      title: `T${i}`,
      caseName: name(i),
      text: `P: sana ${i}`,
    })),
    themes: [
      { name: 'Ylä', label: '1' },
      { name: 'Ala', label: '1.1', parent: '1' },
    ],
    codings: Array.from({ length: caseCount }, (_, i) => ({
      transcript: `T${i}`,
      quote: `sana ${i}`,
      themes: ['1.1'],
    })),
  });

describe('the report as a Word document', () => {
  it.skipIf(!hasKtInterior())('has the table of a real thesis, cell by cell', async () => {
    const kt = ktInterior();
    const [header, ...rows] = tableRows(await part(reportModel(kt.project)));
    expect(header).toEqual(['Teema', ...kt.expected.columns, 'Yht.', 'Haastateltavia']);
    const figures = Object.fromEntries(
      rows.map(([title = '', ...cells]) => [
        title.split(' ')[0],
        cells.map((cell) => (cell.includes('/') ? cell : Number(cell))),
      ]),
    );
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
    for (const [label, row] of Object.entries(kt.expected.rows))
      expect(figures[label]).toEqual([...row, sum(row), `${row.filter(Boolean).length}/7`]);
    expect(figures['Yhteensä']).toEqual([10, 10, 6, 12, 12, 7, 5, 62, '7/7']);
  });

  it('is made of named styles: headings by depth, quotes and captions of their own', async () => {
    const xml = await part(reportModel(project(3).project));
    expect(xml).toMatch(/<w:pStyle w:val="Heading2"\/>(?:(?!<\/w:p>).)*1 Ylä/);
    expect(xml).toMatch(/<w:pStyle w:val="Heading3"\/>(?:(?!<\/w:p>).)*1\.1 Ala/);
    expect(count(xml, /<w:pStyle w:val="Quote"\/>/g)).toBe(3);
    expect(xml).toMatch(
      /<w:pStyle w:val="Quote"\/><\/w:pPr><w:r><w:t xml:space="preserve">sana 0<\/w:t><\/w:r><w:r><w:rPr><w:rStyle w:val="QuoteSource"\/><\/w:rPr><w:t xml:space="preserve">\u00a0\(H1\)/,
    );
    expect(xml).toContain('<w:tblHeader/>');
    expect(textOf(xml)).toContain(
      'Taulukko 1. Aineisto-otteiden määrä teemoittain ja haastateltavittain.',
    );
    expect(xml).toContain('SEQ Taulukko');
    const styles = await part(reportModel(project(3).project), 'word/styles.xml');
    const used = new Set([...xml.matchAll(/<w:[pr]Style w:val="(\w+)"/g)].map(([, id]) => id));
    for (const id of used) expect(styles).toContain(`w:styleId="${id}"`);
    expect(styles).toMatch(/w:styleId="Quote".*?<w:i\/>/);
    expect(styles).toContain('<w:lang w:val="fi-FI"/>');
  });

  it('numbers its pages', async () => {
    const footers = [...(await parts(reportModel(project(12).project)))].filter(([name]) =>
      name.startsWith('word/footer'),
    );
    expect(footers.length).toBeGreaterThan(0);
    for (const [, xml] of footers) expect(xml).toContain('PAGE');
  });

  it.each([
    [10, [10], false],
    [11, [11], true],
    [20, [20], true],
    [45, [15, 15, 15], true],
  ])(
    'lays a table of %i interviewees out in parts of %j, across the page: %s',
    async (cases, columns, across) => {
      const xml = await part(reportModel(project(cases).project));
      const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/g)].map(([table]) => tableRows(table));
      expect(
        tables.map((rows, i) => (rows[0]?.length ?? 0) - (i + 1 === tables.length ? 3 : 1)),
      ).toEqual(columns);
      expect(xml.includes('w:orient="landscape"')).toBe(across);
      expect(count(xml, /<w:sectPr>/g)).toBe(across ? 3 : 1);
      expect(tables.flatMap((rows) => rows[0]?.filter((name) => /^H\d+$/.test(name)))).toHaveLength(
        cases,
      );
      for (const [table] of xml.matchAll(/<w:tbl>.*?<\/w:tbl>/g)) {
        const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) =>
          Number(width),
        );
        expect(widths.reduce((a, b) => a + b, 0)).toBe(across ? 14003 : 9071);
        expect(Math.min(...widths)).toBeGreaterThan(400);
      }
    },
  );

  it('turns long names of interviewees upright', async () => {
    const upright = await part(reportModel(project(4, (i) => `Haastateltava ${i}`).project));
    expect(count(upright, /<w:textDirection w:val="btLr"\/>/g)).toBe(4);
    expect(await part(reportModel(project(4).project))).not.toContain('textDirection');
  });

  it('makes no markup of what people wrote, and leaves out what XML cannot hold', async () => {
    const model = hostileReport(reportWords('en'));
    const marred = {
      ...model,
      title: `\ufffe${model.title}\u0007\ud800`,
      introduction: `a\ufffeb\u0001 ${model.introduction}`,
    };
    const all = await parts(marred);
    for (const [name, xml] of all) if (/\.(?:xml|rels)$/.test(name)) expectWellFormed(xml);
    const xml = all.get('word/document.xml') ?? '';
    expect(xml).not.toMatch(/<script|<img|<b>|<i>|<iframe|<!--|<!\[CDATA/);
    const targets = [
      ...(all.get('word/_rels/document.xml.rels') ?? '').matchAll(
        /TargetMode="External"[^>]*|Target="http[^"]*"/g,
      ),
    ].join(' ');
    expect(targets).not.toContain('javascript');
  });

  it('sets text that runs from the right so', async () => {
    const xml = await part(hostileReport());
    expect(xml).toMatch(
      /<w:pStyle w:val="Quote"\/>(?:<w:keepNext\/>)?<w:bidi\/>(?:(?!<\/w:p>).)*<w:rtl\/>(?:(?!<\/w:p>).)*שלום/,
    );
  });

  it('keeps paragraphs and lines of a quote apart', async () => {
    const text = textOf(await part(hostileReport()));
    expect(text).toContain('first line second line|- third paragraph ===== last');
  });
});

describe('the table of contents', () => {
  const xmlOf = async (model: ReportModel): Promise<string> =>
    unzip(await writeDocx(model, reportWords('en'))).get('word/document.xml') ?? '';
  const project = (count: number): ReportModel =>
    reportModel(
      buildProject({
        themes: Array.from({ length: count }, (_, i) => ({ name: `Theme ${i + 1} & co` })),
      }).project,
    );

  it('is a field with an entry for each heading, which leads to it', async () => {
    const xml = await xmlOf(project(10));
    expect(xml).toContain('TOC \\o "1-3" \\h \\z \\u');
    const anchors = [...xml.matchAll(/<w:hyperlink w:anchor="(_Toc\d+)"/g)].map(([, name]) => name);
    const marks = [...xml.matchAll(/<w:bookmarkStart w:id="\d+" w:name="(_Toc\d+)"/g)].map(
      ([, name]) => name,
    );
    expect(anchors.length).toBeGreaterThanOrEqual(12);
    expect(anchors).toEqual(marks);
    const types = [...xml.matchAll(/w:fldCharType="(\w+)"/g)].map(([, type]) => type);
    const page = ['begin', 'separate', 'end'];
    expect(types).toEqual(['begin', 'separate', ...anchors.flatMap(() => page), 'end']);
    const pages = [...xml.matchAll(/PAGEREF (_Toc\d+) /g)].map(([, name]) => name);
    expect(pages).toEqual(marks);
  });

  it('is left out of a report that is seen at a glance', async () => {
    const xml = await xmlOf(project(2));
    expect(xml).not.toContain('TOC');
    expect(xml).not.toContain('teema:block');
  });

  describe('tells at the foot of the page of quotes that are not printed as they were said', () => {
    const edited = (footnotes: Footnotes, text = '') => {
      const built = buildProject({
        settings: { language: 'fi' },
        texts: [{ title: 'Haastattelu 1', caseName: 'H1', text: 'P: Matin kanssa se meni hyvin.' }],
        themes: [{ name: 'Ylä' }],
        codings: [
          { transcript: 'Haastattelu 1', quote: 'Matin kanssa se meni hyvin', themes: ['Ylä'] },
        ],
      });
      const [excerpt] = built.project.excerpts.values();
      const edits = [
        { kind: 'omit' as const, start: 13, end: 15, text: '' },
        { kind: 'insert' as const, start: 0, end: 5, text: 'kollegan' },
      ];
      if (excerpt) built.run({ kind: 'edit-quote', excerptId: excerpt.id, edits });
      built.run({ kind: 'change-report', changes: { settings: { footnotes } } });
      const written = text.replace('QUOTE', `{{quote ${(excerpt?.id ?? '').slice(-6)}}}`);
      const sections = [{ id: built.themeId('Ylä'), changes: { text: written } }];
      built.run({ kind: 'change-report-sections', sections });
      return reportModel(built.project);
    };
    const notesOf = async (footnotes: Footnotes, written?: string): Promise<string[]> => {
      const files = await parts(edited(footnotes, written));
      const [text = '', notes = ''] = ['document', 'footnotes'].map((n) =>
        files.get(`word/${n}.xml`),
      );
      for (const xml of [text, notes]) expectWellFormed(xml);
      const made = [...notes.matchAll(/<w:footnote w:id="([1-9]\d*)">(.*?)<\/w:footnote>/g)];
      expect(made.map(([, id]) => id)).toEqual(
        [...text.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(([, id]) => id),
      );
      return made.map(([, , note = '']) => textOf(note).replace('|', '').trim());
    };

    it('where they stand and what was done, never whose name was hidden', async () => {
      const place = 'H1, Haastattelu 1, puheenvuoro 1.';
      const inserted = 'Sulkeissa oleva on kirjoittajan lisäys.';
      expect(await notesOf('place')).toEqual([`${place} Pois jätetty 1 sana. ${inserted}`]);
      expect(await notesOf('omissions')).toEqual([`${place} Pois jätetty: ”se”. ${inserted}`]);
    });

    it('and of those that run in somebody’s own text', async () => {
      const text = '**H1 & co** sanoo QUOTE, *eikä* \ufdd07\ufdd1 muuta.';
      expect(await notesOf('omissions', text)).toEqual(await notesOf('omissions'));
      const xml = await part(edited('place', text));
      expect(xml).not.toMatch(/[\ufdd0\ufdd1]/);
      expect(textOf(xml)).toContain('hyvin”\u00a0(H1), eikä 7 muuta.');
      expect(xml.indexOf('hyvin')).toBeLessThan(xml.indexOf('footnoteReference'));
      expect(xml.indexOf('footnoteReference')).toBeLessThan(xml.indexOf('muuta'));
    });

    it('or nothing, where that was chosen', async () => {
      expect(await notesOf('none')).toEqual([]);
    });
  });
});
