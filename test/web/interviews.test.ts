import { existsSync, readFileSync } from 'node:fs';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  app = await startApp();
  api = apiOf(app.base);
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

let p: string;
let ids: Record<string, string>;
const interview = (name: string) =>
  `Interviewer: What matters?\n\n${name}: We keep our promises.\n\nInterviewer: What else?\n\n${name}: We answer fast.\n`;
const upload = async (files: Record<string, string | Buffer>) => {
  const { body } = await api.upload(`${p}/transcripts`, files).expect(200);
  for (const { title, id } of body.imported as { title: string; id: string }[]) ids[title] = id;
  return body as { speakerDoubts: number; imported: { caseName: string }[]; revision: number };
};

beforeEach(async () => {
  ids = {};
  p = `/projects/${String((await api.post('/projects', { name: 'Talks' }).expect(201)).body.id)}`;
});

const rows = async () =>
  (await api.get(`${p}/analysis/interviews`).expect(200)).body as {
    rows: Record<string, unknown>[];
    totals: Record<string, Record<string, unknown>>;
    revision: number;
  };

describe('what is known of an interview', () => {
  beforeEach(() => upload({ 'H1.txt': interview('H1'), 'H2.txt': interview('H2') }));

  it('is typed as people write it, and read back as numbers and ISO dates', async () => {
    const known = { duration: '40 min 50 sek', pages: '12,5', date: '8.12.2022', place: ' Meet ' };
    const { body } = await api
      .patch(`${p}/transcripts/${ids['H1']}`, { ...known, memo: 'By phone', title: 'First' })
      .expect(200);
    const kept = { durationSeconds: 2450, pages: 12.5, date: '2022-12-08', place: 'Meet' };
    expect(body).toMatchObject({ ...kept, memo: 'By phone', title: 'First' });
    const got = await api.get(`${p}/transcripts/${ids['H1']}`).expect(200);
    expect(got.body).toMatchObject(kept);
    const blank = { duration: '', pages: null, date: null, place: '' };
    const cleared = await api.patch(`${p}/transcripts/${ids['H1']}`, blank).expect(200);
    expect(cleared.body).toMatchObject({
      ...{ durationSeconds: null, pages: null, date: null, place: null },
      title: 'First',
    });
    expect((await rows()).rows[0]).toMatchObject({ pages: 1, pagesCounted: true });
  });

  it.each([
    [{ duration: 'about an hour' }, 422, 'duration-unread'],
    [{ date: '30.2.2022' }, 422, 'date-unread'],
    [{ pages: 'many' }, 422, 'pages-unread'],
    [{ durationSeconds: -5 }, 400, 'body-invalid'],
    [{ pages: 0 }, 400, 'body-invalid'],
  ])('is refused where it cannot be read: %o', async (change, status, code) => {
    const { body } = await api.patch(`${p}/transcripts/${ids['H1']}`, change).expect(status);
    expect(String(body.type)).toContain(code);
    expect((await rows()).rows[0]).toMatchObject({ seconds: null, date: null });
  });

  it('is told of several interviews in one step, by the revision they were read at', async () => {
    const { revision } = await rows();
    const interviews = [
      { id: ids['H1'], duration: '1:00:00', date: '2022-12-08' },
      { id: ids['H2'], duration: '30 min', date: '2022-12-15' },
    ];
    await api.post(`${p}/interviews`, { interviews }).set('If-Match', '"0"').expect(409);
    const { body } = await api
      .post(`${p}/interviews`, { interviews })
      .set('If-Match', `"${revision}"`)
      .expect(200);
    expect(body.totals).toMatchObject({
      seconds: { sum: 5400, known: 2, mean: { value: 2700 } },
      dates: { first: '2022-12-08', last: '2022-12-15', known: 2 },
    });
    await api.post(`${p}/undo`).expect(200);
    expect((await rows()).totals['seconds']).toMatchObject({ known: 0 });
  });

  it('makes the CSV of the thesis, without formulas', async () => {
    const interviews = [{ id: ids['H1'], duration: '63 min 3 s', pages: '15', place: '=1+1' }];
    await api.post(`${p}/interviews`, { interviews }).expect(200);
    const { text, headers } = await api.get(`${p}/export/interviews.csv`).expect(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toContain('"H1","H1","1:03:03",7,15,,"\'=1+1"');
    expect(text.trim().split('\r\n').at(-1)).toContain('"1:03:03",14,16');
  });
});

const CORPUS = '../shared/corpus/kt-interior';
describe.skipIf(!existsSync(CORPUS))('the interview table of a published thesis', () => {
  it('comes out as its author has it', async () => {
    const expected = JSON.parse(readFileSync(`${CORPUS}/expected.json`, 'utf8')) as {
      interviews: { id: string; duration: string; seconds: number; transcribedPages: number }[];
      totals: { seconds: number; pages: number };
    };
    const files = expected.interviews.map(({ id }) => [
      `${id}.txt`,
      readFileSync(`${CORPUS}/${id}.txt`),
    ]);
    await upload(Object.fromEntries(files) as Record<string, Buffer>);
    const interviews = expected.interviews.map(({ id, duration, transcribedPages }) => ({
      id: ids[id],
      duration,
      pages: String(transcribedPages),
      date: id === 'H1' ? '8.12.2022' : '15.12.2022',
      place: 'Google Meet',
    }));
    const { body } = await api.post(`${p}/interviews`, { interviews }).expect(200);
    expect(body.totals).toMatchObject({
      interviews: 7,
      seconds: { sum: expected.totals.seconds },
      pages: { sum: expected.totals.pages },
      dates: { first: '2022-12-08', last: '2022-12-15' },
      places: [{ place: 'Google Meet', interviews: 7 }],
    });
    const page = await request(app.base).get(`${p}/interviews?lang=fi`).expect(200);
    for (const shown of ['5:35:10', '97', '8.–15.12.2022', 'Google Meet', '7 haastattelua'])
      expect(page.text).toContain(shown);
  });
});

describe('captions', () => {
  it('of one speaker in a row are one turn with the time of the first, and tell the duration', async () => {
    const cue = (from: string, to: string, who: string, said: string) =>
      `00:${from}.000 --> 00:${to}.000\n<v ${who}>${said}</v>`;
    const cues = [
      cue('00:01', '00:04', 'Anna', 'Why?'),
      cue('00:05', '00:09', 'Matti', 'So it is.'),
      cue('00:10', '29:00', 'Matti', 'And so it was.'),
      cue('29:30', '29:31', 'Anna', 'Thank you, this was all.'),
    ];
    await upload({ 'Talk.vtt': ['WEBVTT', ...cues].join('\n\n') });
    const { body } = await api.get(`${p}/transcripts/${ids['Talk']}`).expect(200);
    const turns = body.turns as { speaker: string; at: number }[];
    expect(turns.map(({ speaker, at }) => [speaker, at])).toEqual([
      ['Anna', 1],
      ['Matti', 5],
      ['Anna', 1770],
    ]);
    expect((await rows()).rows[0]).toMatchObject({ seconds: 1771, secondsReckoned: false });
  });
});

describe('speakers', () => {
  const speakersOf = async () =>
    (await api.get(`${p}/speakers`).expect(200)).body as {
      transcripts: { title: string; speakers: { names: string[]; role: string }[] }[];
      doubts: { kind: string }[];
    };
  const called = async () =>
    (await speakersOf()).transcripts.map(
      ({ title, speakers }) =>
        `${title}: ${speakers.map(({ names, role }) => `${names.join('/')} ${role}`).join(', ')}`,
    );

  it('are told from each other, and what is uncertain is counted', async () => {
    const team = 'Anna: Why?\n\nPirkko: So.\n\nAnna: How?\n\nPirkko: Thus.';
    const answer = await upload({ 'A.txt': team, 'B.txt': team.replaceAll('Pirkko', 'Pirko') });
    expect(answer.speakerDoubts).toBe(3);
    expect((await speakersOf()).doubts.map(({ kind }) => kind)).toEqual([
      ...['nobody-asks', 'nobody-asks', 'alike'],
    ]);
  });

  it('are corrected in all transcripts as one step, and every excerpt stays', async () => {
    const team = 'Anna: Why?\n\nPirkko: So it is.\n\nAnna: How?\n\nPirkko: Thus.';
    await upload({ 'A.txt': team, 'B.txt': team.replaceAll('Pirkko', 'Pirko') });
    const span = { transcriptId: ids['A'], start: 20, end: 29, memo: 'x' };
    const coded = (await api.post(`${p}/excerpts`, span).expect(201)).body;
    const everywhere = [
      { speaker: 'Anna', role: 'interviewer' },
      { speaker: 'Pirko', rename: 'Pirkko' },
    ];
    const before = await called();
    await api.post(`${p}/speakers`, { everywhere }).set('If-Match', '"1"').expect(409);
    await api.post(`${p}/speakers`, { everywhere }).expect(200);
    expect(await called()).toEqual([
      'A: Anna interviewer, Pirkko interviewee',
      'B: Anna interviewer, Pirkko interviewee',
    ]);
    const { body } = await api.get(`${p}/excerpts`).expect(200);
    expect(body.excerpts[0]).toMatchObject({ quote: coded.quote, start: 20, status: 'anchored' });
    await api.post(`${p}/undo`).expect(200);
    expect(await called()).toEqual(before);
  });

  it('of a group are a case each, and a passage is the speaker’s', async () => {
    const group =
      'Interviewer: Why?\n\nAnna: So it is.\n\nPekka: No way.\n\nAnna: Yes.\n\nPekka: No.';
    await upload({ 'G.txt': group });
    const transcripts = [{ id: ids['G'], eachIsCase: true }];
    await api.post(`${p}/speakers`, { transcripts }).expect(200);
    const got = (await api.get(`${p}/transcripts/${ids['G']}`).expect(200)).body;
    expect(got.cases).toMatchObject([
      { name: 'Anna', words: 4 },
      { name: 'Pekka', words: 3 },
    ]);
    const start = group.indexOf('No way');
    const span = { transcriptId: ids['G'], start, end: start + 6, memo: 'x' };
    await api.post(`${p}/excerpts`, span).expect(201);
    const pekka = String(got.cases[1].id);
    expect((await api.get(`${p}/excerpts?case=${pekka}`)).body.excerpts).toMatchObject([
      { quote: 'No way', caseId: pekka },
    ]);
    const { body } = await api.get(`${p}/analysis/frequencies?rows=question&columns=case`);
    expect((body.columns as { name: string }[]).map(({ name }) => name)).toEqual(['Anna', 'Pekka']);
  });

  it('are corrected by a form without a script, all rows as one step', async () => {
    const team = 'Anna: Why?\n\nPirko: So.\n\nAnna: How?\n\nPirko: Thus.';
    await upload({ 'A.txt': team, 'B.txt': `${team}\n` });
    const row = (title: string, n: number, speaker: string) => ({
      [`key.${ids[title]}.${n}`]: JSON.stringify(['interviewee', speaker]),
      [`name.${ids[title]}.${n}`]: speaker,
      [`role.${ids[title]}.${n}`]: 'interviewee',
      [`case.${ids[title]}.${n}`]: title,
    });
    const form = {
      ...row('A', 0, 'Anna'),
      ...row('A', 1, 'Pirko'),
      ...row('B', 0, 'Anna'),
      ...row('B', 1, 'Pirko'),
      [`role.${ids['A']}.0`]: 'interviewer',
      [`everywhere.${ids['A']}.0`]: '1',
      [`name.${ids['A']}.1`]: 'Pirkko',
      swap: ids['B'],
    };
    await request(app.base).post(`${p}/speakers`).type('form').send(form).expect(303);
    expect(await called()).toEqual([
      'A: Anna interviewer, Pirkko interviewee',
      'B: Anna interviewee, Pirko interviewer',
    ]);
    await api.post(`${p}/undo`).expect(200);
    expect((await called())[0]).toBe('A: Anna interviewee, Pirko interviewee');
  });

  it('that are none are refused by name', async () => {
    await upload({ 'H1.txt': interview('H1') });
    const transcripts = [{ id: ids['H1'], speakers: [{ speaker: 'H9', rename: 'H1' }] }];
    const { body } = await api.post(`${p}/speakers`, { transcripts }).expect(404);
    expect(body.detail).toContain('H9');
  });
});

const HASKI = '../shared/corpus/haski-de';
describe.skipIf(!existsSync(HASKI))('interviews with two students each', () => {
  it('are two cases each from the import on', async () => {
    for (const n of [1, 2, 3]) {
      const name = `interview${n}_german.docx`;
      const { imported } = await upload({ [name]: readFileSync(`${HASKI}/${name}`) });
      expect(imported[0]?.caseName).toBe(`S${2 * n - 1}, S${2 * n}`);
    }
    const { rows: table, totals } = await rows();
    expect(totals['cases']).toBe(6);
    for (const row of table) {
      const cases = row['cases'] as { words: number }[];
      expect(cases.every(({ words }) => words > 100)).toBe(true);
      expect(cases.reduce((sum, { words }) => sum + words, 0)).toBe(row['words']);
    }
  });
});
