import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/formats/tables/read-table.ts';

const read = (text: string) => readTable('a.csv', Buffer.from(text));

const IDS = ['startDate', '_recordId', 'QID1', 'QID2_TEXT'];
const QUALTRICS = [
  'StartDate,ResponseId,Q1,Q2',
  'Start Date,Response ID,Would you recommend us?,"Why ""that"" score?"',
  IDS.map((id) => `"{""ImportId"":""${id}""}"`).join(','),
  '2026-06-15,R_1,9,"Good service, nice fabrics."',
  '2026-06-16,R_2,4,Price',
].join('\n');

const SURVEY_MONKEY = [
  'Respondent ID,Collector ID,Start Date,Would you recommend us?,What did you like?,,Which do you own?,,',
  ',,,Response,Open-Ended Response,Other (please specify),Sofa,Table,Lamp',
  '114001,4001,06/15/2026,9,Service,,Sofa,,Lamp',
  '114002,4001,06/16/2026,4,"Prices, mostly",x,,Table,',
].join('\n');

describe('the header of a table', () => {
  it('has the questions that Qualtrics writes below its codes, and none of its ids', async () => {
    const { columns, rows, problems } = await read(QUALTRICS);
    expect(columns).toEqual([
      'Start Date',
      'Response ID',
      'Would you recommend us?',
      'Why "that" score?',
    ]);
    expect(rows.map(({ row, cells }) => [row, cells[1], cells[3]])).toEqual([
      [4, 'R_1', 'Good service, nice fabrics.'],
      [5, 'R_2', 'Price'],
    ]);
    expect(problems).toEqual([]);
  });

  it('has the parts that SurveyMonkey writes below a question', async () => {
    const { columns, rows, problems } = await read(SURVEY_MONKEY);
    expect(columns).toEqual([
      'Respondent ID',
      'Collector ID',
      'Start Date',
      'Would you recommend us?',
      'What did you like?',
      'What did you like? – Other (please specify)',
      'Which do you own? – Sofa',
      'Which do you own? – Table',
      'Which do you own? – Lamp',
    ]);
    expect(rows.map(({ row, cells }) => [row, ...cells.slice(3)])).toEqual([
      [3, '9', 'Service', '', 'Sofa', '', 'Lamp'],
      [4, '4', 'Prices, mostly', 'x', '', 'Table', ''],
    ]);
    expect(problems).toEqual([]);
  });

  it('stands below a title, which is told', async () => {
    const { columns, rows, problems } = await read(
      'Kyselyn tulokset;;\n;;\nVastaaja;Ikä;Mitä pidit?\nH1;34;Hyvää\n',
    );
    expect(columns).toEqual(['Vastaaja', 'Ikä', 'Mitä pidit?']);
    expect(rows).toEqual([{ row: 4, cells: ['H1', '34', 'Hyvää'] }]);
    expect(problems).toEqual([{ row: 1, code: 'table-title-left-out', details: {} }]);
  });

  it.each([
    ['a first answer with gaps', 'id,q1,q2\n,,x\nH2,a,b', ['id', 'q1', 'q2'], 2],
    ['a single column', 'q1\na\nb', ['q1'], 2],
    ['two columns below a short row', 'id\nH1,a\nH2,b', ['id'], 0],
    ['nothing below the header', 'id,q1,q2', ['id', 'q1', 'q2'], 0],
  ])('is the first row: %s', async (_, text, columns, count) => {
    const table = await read(text);
    expect(table.columns).toEqual(columns);
    expect(table.rows).toHaveLength(count);
  });
});
