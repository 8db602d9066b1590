import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReportModel } from '../../src/domain/reports/report-model.ts';
import { sectionsSent } from '../../src/web/view-models/report-part.ts';

const model = (sizes: readonly number[], after: number): ReportModel =>
  ({
    sections: sizes.map((length, i) => ({ id: `s${i}`, quotes: Array.from({ length }) })),
    types: [{ quotes: Array.from({ length: after }) }],
    withoutTheme: [],
  }) as unknown as ReportModel;

const reports = fc.record({
  sizes: fc.array(fc.nat(900), { maxLength: 30 }),
  after: fc.nat(3_000),
});

it('The parts of a long report hold every section once, in order, and come to an end', () => {
  fc.assert(
    fc.property(reports, ({ sizes, after }) => {
      const report = model(sizes, after);
      const sent: string[] = [];
      let part = sectionsSent(report, {}, undefined);
      for (let parts = 0; ; parts++) {
        sent.push(...part.sections.map(({ id }) => id));
        if (part.next === null) break;
        expect(parts).toBeLessThan(sizes.length + 2);
        part = sectionsSent(report, { rows: 'rest', from: part.next }, undefined);
      }
      expect(sent).toEqual(sizes.map((_, i) => `s${i}`));
    }),
  );
});

it('The first part holds the section that somebody chooses for, and a short report is whole', () => {
  const long = model([150, 150, 150, 150, 150], 0);
  expect(sectionsSent(long, {}, undefined).sections).toHaveLength(2);
  expect(sectionsSent(long, {}, 's3').sections).toHaveLength(4);
  expect(sectionsSent(long, { rows: 'all' }, undefined).sections).toHaveLength(5);
  expect(sectionsSent(model([150, 150], 100), {}, undefined).next).toBeNull();
});
