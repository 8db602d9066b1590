import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf, INTERVIEW } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';
import { writeWorkbook } from '../../src/formats/tables/write-xlsx.ts';
import { workbook } from '../formats/tables/workbook.ts';

let app: RunningApp;
let api: ReturnType<typeof apiOf>;
let p: string;
beforeAll(async () => {
  app = await startApp();
  api = apiOf(app.base);
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});
beforeEach(async () => {
  const { body } = await api.post('/projects', { name: 'Testi', language: 'fi' }).expect(201);
  p = `/projects/${String(body.id)}`;
});

const send = (path: string, content: string | Uint8Array, plan?: object, name = 'kysely.csv') => {
  const sending = api
    .upload(p + path, { [name]: Buffer.from(content) }, 'file')
    .set('Accept-Language', 'fi');
  return plan ? sending.field('plan', JSON.stringify(plan)) : sending;
};
const undo = () => api.post(`${p}/undo`).expect(200);

interface Case {
  readonly name: string;
  readonly attributes: Record<string, string | number>;
}
/** By case, its values by the names of the attributes. */
async function known(): Promise<Record<string, Record<string, string | number>>> {
  const { attributes } = (await api.get(`${p}/attributes`)).body as {
    attributes: { id: string; name: string }[];
  };
  const { cases } = (await api.get(`${p}/cases`)).body as { cases: Case[] };
  const nameOf = (id: string): string => attributes.find((one) => one.id === id)?.name ?? id;
  return Object.fromEntries(
    cases.map((one) => [
      one.name,
      Object.fromEntries(Object.entries(one.attributes).map(([id, value]) => [nameOf(id), value])),
    ]),
  );
}

describe('attributes from a table', () => {
  const TABLE = [
    'Koodi;Rooli;Ikä;Aloitti;NPS;Huomio',
    'H1;Johtaja;45;1.2.2010;9;=1+1',
    'h2;Työntekijä;30,5;2.3.2015;;puhelin 0401',
    'H3;työntekijä;;;11;a',
    ';Johtaja;50;;;',
    'H1;Johtaja;46;;;',
    'H4;Johtaja;50;;;;;liikaa',
  ].join('\r\n');

  it('come by the code of the case, with what was left out by row, as one step', async () => {
    await api.upload(`${p}/transcripts`, { 'H1.txt': INTERVIEW }).expect(200);
    const { body } = await send('/import/attributes', TABLE).expect(200);
    expect(body).toMatchObject({ cases: 2, same: 0, changed: [] });
    expect(body.warnings.map((one: { row: number; code: string }) => [one.row, one.code])).toEqual([
      [5, 'table-case-missing'],
      [6, 'table-case-twice'],
      [7, 'table-row-long'],
    ]);
    expect(await known()).toEqual({
      H1: { Rooli: 'Johtaja', Ikä: 45, Aloitti: '2010-02-01', NPS: 9, Huomio: '=1+1' },
      h2: { Rooli: 'Työntekijä', Ikä: 30.5, Aloitti: '2015-03-02', Huomio: 'puhelin 0401' },
      H3: { Rooli: 'Työntekijä', NPS: 11, Huomio: 'a' },
    });
    await undo();
    expect(await known()).toEqual({ H1: {} });
  });

  it('are shown first: new, differing, the same and unknown', async () => {
    await send('/import/attributes', 'Koodi;Ikä;Paikka\nA;30;Oulu\nB;40;Oulu\nC;50;Turku').expect(
      200,
    );
    const later = 'Koodi;Ikä;Paikka\nA;31;Oulu\nB;;Pori\nD;60;Oulu';
    const { body } = await send('/import/attributes/preview', later).expect(200);
    expect(body).toMatchObject({ cases: 1, values: 4, same: 1, attributes: [] });
    expect(body.changed).toEqual([
      { row: 2, case: 'A', attribute: 'Ikä', before: 30, after: 31 },
      { row: 3, case: 'B', attribute: 'Paikka', before: 'Oulu', after: 'Pori' },
    ]);
    const choices = { ...body.plan, unknownCases: 'skip', differing: 'keep' };
    await send('/import/attributes', later, choices).expect(200);
    expect(await known()).toMatchObject({ A: { Ikä: 30 }, B: { Ikä: 40, Paikka: 'Oulu' } });
    expect(Object.keys(await known())).toEqual(['A', 'B', 'C']);
  });

  it('are refused without the column of the case, or with two columns for one attribute', async () => {
    const uses = [{ as: 'skip' }, { as: 'new', kind: 'text' }];
    const refused = await send('/import/attributes', 'a;b\n1;x', { uses }).expect(422);
    expect(refused.body.type).toContain('case-column-one');
    await send('/import/attributes', 'a;b\n1;x', { uses: 'no' }).expect(400);
    await api
      .upload(`${p}/import/attributes`, { 'a.csv': 'a;b\nx;y' }, 'file')
      .field('plan', '{')
      .expect(400);
  });

  it('go out as a table that comes in again, with no formula in it', async () => {
    const table = 'Koodi;Ikä;Huomio;Alku\nH1;30,5;=1+1;8.12.2022\nÄijä;31;"a;b";\n';
    await send('/import/attributes', table).expect(200);
    const before = await known();
    const { text } = await api.get(`${p}/export/attributes.csv`).expect(200);
    expect(text).toContain('"H1";"30,5";"\'=1+1";"2022-12-08"');
    const { body } = await send('/import/attributes/preview', text).expect(200);
    expect(body).toMatchObject({ values: 0, changed: [], same: 5, warnings: [] });
    expect(await known()).toEqual(before);
  });

  it('come from Excel too', async () => {
    const bytes = workbook([
      ['Koodi', 'Ikä', 'Aloitti'],
      ['H1', 45, { date: 44_903 }],
    ]);
    await send('/import/attributes', bytes, undefined, 'tiedot.xlsx').expect(200);
    expect(await known()).toEqual({ H1: { Ikä: 45, Aloitti: '2022-12-08' } });
  });
});

describe('a workbook of several sheets', () => {
  const sheet = (name: string, rows: readonly (readonly string[])[]) => ({
    name,
    rows: rows.map((row) => row.map((text) => ({ text }))),
    sticky: { rows: 0, columns: 0 },
    widths: [],
  });
  const bytes = (): Promise<Uint8Array> =>
    writeWorkbook([
      sheet('Ohjeet', [
        ['Koodi', 'Ohje'],
        ['H9', 'Lue tämä ensin, kerro sitten omin sanoin'],
      ]),
      sheet('Vastaukset', [
        ['Koodi', 'Mitä perehdytys merkitsee, kerro omin sanoin?'],
        ['H1', 'Se on aina esimiehen vastuulla ja jatkuu pitkään'],
      ]),
    ]);
  const sheets = ['Ohjeet', 'Vastaukset'];

  it.each(['attributes', 'survey'])('is read from the sheet that is named: %s', async (what) => {
    const path = `/import/${what}`;
    const file = await bytes();
    const { body: first } = await send(`${path}/preview`, file, undefined, 'a.xlsx').expect(200);
    expect(first).toMatchObject({ sheet: 'Ohjeet', sheets, columns: ['Koodi', 'Ohje'] });
    const { body: second } = await send(`${path}/preview`, file, undefined, 'a.xlsx')
      .field('sheet', 'Vastaukset')
      .expect(200);
    expect(second).toMatchObject({ sheet: 'Vastaukset', sheets });
    expect(second.columns).toHaveLength(2);
    const { body: none } = await send(path, file, undefined, 'a.xlsx')
      .field('sheet', 'Muut')
      .expect(404);
    expect(none.detail).toContain('Muut');
    await send(path, file, undefined, 'a.xlsx').field('sheet', 'Vastaukset').expect(200);
    expect(Object.keys(await known())).toEqual(['H1']);
    await undo();
    expect(await known()).toEqual({});
  });
});

const SURVEY = [
  'Aikaleima;Vastaaja;Rooli;Mitä perehdytys merkitsee, kerro omin sanoin?;Miten kehittäisit perehdytystä?;Suosittelisitko?;Asioinnin vaivattomuus',
  '8.12.2022 10:15:02;V1;Johtaja;"Se on aina esimiehen vastuulla;\nja jatkuu pitkään";Varaisin siihen enemmän aikaa;9;2',
  '8.12.2022 11:15:02;V2;Työntekijä;Perehdytys oli minulla melko sekavaa;;3;6',
  '8.12.2022 12:15:02;V3;Johtaja;;;10;1',
  '8.12.2022 13:15:02;V2;Työntekijä;Toinen vastaus samalta vastaajalta;Kirjallinen ohje kaikille uusille;8;4',
].join('\n');

describe('a survey', () => {
  const plan = async (more: object = {}): Promise<object> => {
    const { body } = await send('/import/survey/preview', SURVEY).expect(200);
    const { uses } = body.plan as { uses: object[] };
    const ces = { kind: 'ces', min: 1, max: 7, easyEnd: 'low' };
    return {
      ...body.plan,
      uses: uses.with(6, { as: 'new', kind: 'measure', measure: ces }),
      ...more,
    };
  };

  it('is understood column by column, and shown before it is taken in', async () => {
    const { body } = await send('/import/survey/preview', SURVEY).expect(200);
    expect(body.plan.uses.map((one: { as: string; kind?: string }) => one.kind ?? one.as)).toEqual([
      'skip',
      'case',
      'choice',
      'question',
      'question',
      'measure',
      'measure',
    ]);
    expect(body.plan.uses[5].measure).toEqual({ kind: 'nps', min: 0, max: 10, easyEnd: null });
    expect(body.plan.uses[6].measure).toBeNull();
    expect(body.transcriptCount).toBe(3);
    expect(body.empty).toBe(3);
    expect(body.transcripts[0].turns).toEqual([
      {
        speaker: 'Kysymys',
        role: 'interviewer',
        text: 'Mitä perehdytys merkitsee, kerro omin sanoin?',
      },
      {
        speaker: 'V1',
        role: 'interviewee',
        text: 'Se on aina esimiehen vastuulla;\nja jatkuu pitkään',
      },
      { speaker: 'Kysymys', role: 'interviewer', text: 'Miten kehittäisit perehdytystä?' },
      { speaker: 'V1', role: 'interviewee', text: 'Varaisin siihen enemmän aikaa' },
    ]);
    expect((await api.get(`${p}/transcripts`)).body.transcripts).toEqual([]);
  });

  it('asks which end of an effort scale is easy', async () => {
    const { body } = await send('/import/survey', SURVEY).expect(422);
    expect(body.detail).toContain('kumpi pää on helppo');
  });

  it('becomes a transcript of each respondent, cases, measures and a guide in one step', async () => {
    const { body } = await send('/import/survey', SURVEY, await plan()).expect(200);
    expect(body).toMatchObject({ transcripts: 3, cases: 4, empty: 3 });
    expect(body.warnings).toEqual([
      { row: 5, code: 'survey-respondent-twice', reason: expect.stringContaining('V2 (2)') },
    ]);
    const { transcripts } = (await api.get(`${p}/transcripts`)).body;
    expect(
      transcripts.map((one: { title: string; words: number }) => [one.title, one.words]),
    ).toEqual([
      ['V1', 12],
      ['V2', 5],
      ['V2 (2)', 8],
    ]);
    expect(await known()).toMatchObject({
      V1: { Rooli: 'Johtaja' },
      V3: { 'Suosittelisitko?': 10 },
    });
    const { measures } = (await api.get(`${p}/analysis/measures`)).body;
    expect(measures.map((one: { score: object }) => one.score)).toEqual([
      { value: 25 },
      { value: 25 },
    ]);
    const { parts } = (await api.get(`${p}/guide`)).body;
    expect(
      parts[0].questions.map((one: { number: string; transcriptCount?: number }) => one.number),
    ).toEqual(['1', '2']);
    const { text } = (await api.get(`${p}/transcripts/${String(transcripts[2].id)}`)).body;
    const start = (text as string).indexOf('Kirjallinen');
    const excerpt = { transcriptId: transcripts[2].id, start, end: start + 11 };
    await api.post(`${p}/excerpts`, { ...excerpt, newTheme: { name: 'Ohje' } }).expect(201);
    const { rows, cells } = (await api.get(`${p}/analysis/frequencies?rows=question`)).body;
    expect(rows[1].name).toContain('kehittäisit');
    expect(cells[1].reduce((sum: number, one: number) => sum + one, 0)).toBe(1);
    await undo();
    await undo();
    expect((await api.get(`${p}/cases`)).body.cases).toEqual([]);
    expect((await api.get(`${p}/guide`)).body.parts).toEqual([]);
    await api.post(`${p}/redo`).expect(200);
    expect((await api.get(`${p}/transcripts`)).body.transcripts).toHaveLength(3);
  });

  it('becomes a transcript of each question, each answer its own respondent’s', async () => {
    await send('/import/survey', SURVEY, await plan({ shape: 'questions', guide: false })).expect(
      200,
    );
    const { transcripts } = (await api.get(`${p}/transcripts`)).body;
    expect(transcripts).toHaveLength(2);
    const { text, turns } = (await api.get(`${p}/transcripts/${String(transcripts[0].id)}`)).body;
    expect(turns.map((one: { speaker: string }) => one.speaker)).toEqual([
      'Kysymys',
      'V1',
      'V2',
      'V2 (2)',
    ]);
    const start = (text as string).indexOf('sekavaa');
    const excerpt = { transcriptId: transcripts[0].id, start, end: start + 7 };
    await api.post(`${p}/excerpts`, { ...excerpt, newTheme: { name: 'Sekavuus' } }).expect(201);
    const { columns, cells } = (await api.get(`${p}/analysis/frequencies`)).body;
    const of = columns.findIndex((one: { name: string }) => one.name === 'V2');
    expect(cells[0][of]).toBe(1);
    expect((await api.get(`${p}/guide`)).body.parts).toEqual([]);
  });

  it('numbers respondents nobody named, on from those there are', async () => {
    const answers = (word: string): string =>
      `Mitä ajattelet työstäsi juuri nyt?\nSe on ${word} kaiken aikaa\nTyö on ${word} eikä muuta`;
    await send('/import/survey', answers('mukavaa')).expect(200);
    await send('/import/survey', answers('raskasta'), undefined, 'toinen.csv').expect(200);
    expect(Object.keys(await known())).toEqual(['V1', 'V2', 'V3', 'V4']);
    const { parts } = (await api.get(`${p}/guide`)).body;
    expect(parts.flatMap((part: { questions: object[] }) => part.questions)).toHaveLength(1);
  });

  it('is told when the same file comes twice, or when there is nothing to code', async () => {
    await send('/import/survey', SURVEY, await plan()).expect(200);
    const { body } = await send('/import/survey', SURVEY, await plan()).expect(409);
    expect(body.type).toContain('survey-twice');
    const none = await send('/import/survey', 'a;b\n1;2').expect(422);
    expect(none.body.type).toContain('survey-no-question');
  });

  it('is refused among transcripts with where it belongs', async () => {
    const { body } = await api.upload(`${p}/transcripts`, { 'kysely.xlsx': 'x' }).expect(200);
    expect(body.rejected[0].code).toBe('file-table');
  });
});
