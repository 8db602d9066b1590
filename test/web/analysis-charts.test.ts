import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NAMED_CHARTS } from '../../src/web/view-models/analysis/charts.ts';
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
let ids: Record<'trust' | 'speed' | 'H1' | 'H2', string>;
let transcripts: Record<string, string>;

const textOf = (name: string) =>
  `Haastattelija: Mikä on tärkeää?\n\n${name}: Asiakkaan luottamus on niinku tärkein. Asiakas muistaa.\n\nHaastattelija: Entä muuta?\n\n${name}: Vastataan nopeasti <b>aina</b>.\n`;

beforeEach(async () => {
  const made = async (path: string, body: object): Promise<string> =>
    String((await api.post(path, body).expect(201)).body.id);
  p = `/projects/${await made('/projects', { name: 'Kaaviot', language: 'fi' })}`;
  const names = ['H1', 'H2'];
  const files = Object.fromEntries(names.map((name) => [`${name}.txt`, textOf(name)]));
  const { body } = await api.upload(`${p}/transcripts`, files).expect(200);
  const imported = body.imported as { id: string; title: string; caseId: string }[];
  transcripts = Object.fromEntries(imported.map(({ id, title }) => [title, id]));
  const trust = await made(`${p}/themes`, { name: 'Luottamus & <muut>' });
  const speed = await made(`${p}/themes`, { name: '=Nopeus' });
  const code = (name: string, quote: string, themeIds: string[]) => {
    const start = textOf(name).indexOf(quote);
    const transcriptId = transcripts[name]!;
    return made(`${p}/excerpts`, { transcriptId, start, end: start + quote.length, themeIds });
  };
  await code('H1', 'Asiakkaan luottamus', [trust, speed]);
  await code('H2', 'Vastataan nopeasti', [speed]);
  const cases = Object.fromEntries(imported.map(({ title, caseId }) => [title, caseId]));
  ids = { trust, speed, ...(cases as Record<'H1' | 'H2', string>) };
});

const page = async (path: string): Promise<string> =>
  (await fetch(`${app.base}${p}/analyse/${path}`, { headers: { 'Accept-Language': 'fi' } })).text();

describe('the API', () => {
  it('tells which themes occur together', async () => {
    const { body } = await api.get(`${p}/analysis/co-occurrence?rule=excerpt`).expect(200);
    expect(body.pairs).toEqual([
      expect.objectContaining({
        a: ids.trust,
        b: ids.speed,
        n1: 1,
        n2: 2,
        n12: 1,
        coefficient: { value: 0.5 },
      }),
    ]);
    await api.get(`${p}/analysis/co-occurrence?rule=touching`).expect(400);
  });

  it('tells saturation with its settings', async () => {
    const { body } = await api.get(`${p}/analysis/saturation?base=1&run=1&threshold=0`).expect(200);
    expect(body).toMatchObject({ baseThemeCount: 2, saturatedAfter: { value: 1 } });
    const few = await api.get(`${p}/analysis/saturation`).expect(200);
    expect(few.body.saturatedAfter).toEqual({ value: null, reason: 'too-few-interviews' });
  });

  it('counts words and takes back a change to their lists', async () => {
    const words = async () =>
      (await api.get(`${p}/analysis/words`).expect(200)).body.rows.map(
        ({ word, count }: { word: string; count: number }) => `${word} ${count}`,
      );
    expect(await words()).toContain('asiakas 4');
    await api.put(`${p}/analysis/words/settings`, { stopWords: ['asiakas'] }).expect(200);
    expect(await words()).not.toContain('asiakas 4');
    expect(await words()).toContain('niinku 2');
    await api.post(`${p}/undo`).expect(200);
    expect(await words()).toContain('asiakas 4');
    await api
      .put(`${p}/analysis/words/settings`, {
        wordMerges: [{ word: 'luottamus', others: ['asiakas'] }],
      })
      .expect(200);
    expect(await words()).toContain('luottamus 6');
  });

  it('finds words in their context', async () => {
    const { body } = await api.get(`${p}/analysis/concordance?q=asiakas&limit=3`).expect(200);
    expect(body.total).toBe(4);
    expect(body.lines).toHaveLength(3);
    expect(body.lines[0]).toMatchObject({ turn: 2, hit: 'Asiakkaan', caseId: ids.H1 });
  });

  it('sets measures against themes', async () => {
    const empty = await api.get(`${p}/analysis/measures-by-theme`).expect(200);
    expect(empty.body).toEqual({ measure: null, rows: [] });
    const measure = { kind: 'nps', min: 0, max: 10, easyEnd: null };
    const made = await api
      .post(`${p}/attributes`, { name: 'NPS', kind: 'measure', measure })
      .expect(201);
    const { body } = await api
      .get(`${p}/analysis/measures-by-theme?measure=${made.body.id}`)
      .expect(200);
    expect(body.rows[0].withTheme).toMatchObject({
      n: 0,
      score: { value: null, reason: 'no-answers' },
    });
  });

  it('tells coverage and spread', async () => {
    const coverage = await api
      .get(`${p}/analysis/coverage?transcript=${transcripts['H2']}&unit=turns`)
      .expect(200);
    expect(coverage.body).toMatchObject({ length: 4, rows: [{ stretches: [{ from: 3, to: 4 }] }] });
    const spread = await api.get(`${p}/analysis/spread`).expect(200);
    expect(spread.body.cases).toMatchObject([{ name: 'H1', ratio: { value: 1 } }, { name: 'H2' }]);
  });
});

describe('files of charts', () => {
  it.each(NAMED_CHARTS.filter(({ id }) => id !== 'measures').map(({ id }) => [id]))(
    '%s is an SVG, a PNG and a CSV',
    async (id) => {
      const svg = await api.get(`${p}/charts/${id}.svg?lang=fi`).buffer(true).expect(200);
      expect(svg.headers['content-type']).toContain('image/svg+xml');
      expect(svg.headers['content-disposition']).toContain(`${id}.svg`);
      const text = Buffer.isBuffer(svg.body) ? svg.body.toString() : svg.text;
      expect(text).toMatch(/^<svg /);
      expect(text).not.toContain('var(');
      const png = await api.get(`${p}/charts/${id}.png?lang=fi`).buffer(true).expect(200);
      expect((png.body as Buffer).subarray(1, 4).toString()).toBe('PNG');
      const csv = await api.get(`${p}/charts/${id}.csv?lang=fi`).expect(200);
      expect(csv.text.charCodeAt(0)).toBe(0xfeff);
      expect(csv.text.split('\r\n')[0]).toContain('";"');
    },
  );

  it('writes fractions with the comma of the language, and no formulas', async () => {
    const path = `${p}/charts/co-occurrence-matrix.csv?rule=excerpt`;
    const finnish = (await api.get(`${path}&lang=fi`).expect(200)).text;
    expect(finnish).toContain(`"Luottamus & <muut>";"'=Nopeus";1;2;1;0,5;1;`);
    expect((await api.get(`${path}&lang=en`).expect(200)).text).toContain(',1,2,1,0.5,1,');
  });

  it('has none of a measure that is not there', async () => {
    await api.get(`${p}/charts/measures.svg`).expect(404);
    await api.get(`${p}/charts/coverage.png?unit=miles`).expect(400);
  });

  it('writes the lines of a concordance for a spreadsheet', async () => {
    const { text } = await api.get(`${p}/analysis/concordance.csv?q=aina&lang=en`).expect(200);
    expect(text).toContain('"H1","H1",4,"Vastataan nopeasti <b>","aina","</b>."');
  });
});

describe('pages', () => {
  it.each([
    'charts',
    'charts?unit=coverage&percent=none',
    'charts?percent=row',
    'co-occurrence',
    'saturation',
    'words',
    'concordance?q=asiakas',
    'measures',
    'coverage',
    'spread',
  ])('%s is shown, whatever the address says', async (path) => {
    const sep = path.includes('?') ? '&' : '?';
    for (const address of [path, `${path}${sep}rule=x&base=-1&unit=7&order=&limit=a&open=zz&a=1`]) {
      const answer = await fetch(`${app.base}${p}/analyse/${address}`);
      expect(answer.status).toBe(200);
      const html = await answer.text();
      expect(html).not.toContain('<muut>');
      expect(html).not.toMatch(/<[^>]+ style=/);
    }
  });

  it('open the excerpts behind a figure beside it', async () => {
    const html = await page(`co-occurrence?rule=excerpt&a=${ids.trust}&b=${ids.speed}`);
    expect(html).toContain('id="quotes"');
    expect(html).toContain('Asiakkaan luottamus');
    expect(html).not.toContain('Vastataan nopeasti');
    expect(await page(`saturation?base=1&run=1&open=${transcripts['H1']}`)).toContain(
      'Asiakkaan luottamus',
    );
    expect(await page(`spread?open=${ids.H2}`)).toContain('Vastataan nopeasti');
  });

  it('say in words why there is nothing', async () => {
    const empty = await api.post('/projects', { name: 'Tyhjä', language: 'fi' }).expect(201);
    for (const tab of ['co-occurrence', 'saturation', 'words', 'measures', 'coverage', 'spread']) {
      const answer = await fetch(`${app.base}/projects/${empty.body.id}/analyse/${tab}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('class="empty"');
    }
    expect(await page('saturation')).toContain(
      'haastatteluja on 2, ja perusta 4 ja jakso 2 vaativat vähintään 6',
    );
  });

  it('keep the word lists, hide a word and give the usual list back', async () => {
    const send = async (form: Record<string, string>): Promise<string> => {
      const answer = await fetch(`${app.base}${p}/analyse/words`, {
        method: 'POST',
        body: new URLSearchParams(form),
        redirect: 'manual',
      });
      expect(answer.status).toBe(303);
      return answer.headers.get('location') ?? '';
    };
    const settings = async () => (await api.get(p).expect(200)).body;
    expect(await send({ hide: 'Asiakas', back: 'limit=20' })).toBe(`${p}/analyse/words?limit=20`);
    expect((await settings()).stopWords).toContain('asiakas');
    await send({
      stopWords: 'yksi\r\nkaksi\r\n',
      wordMerges: 'asiakas = klientti, kunde\r\ntyhjä\r\n',
    });
    expect(await settings()).toMatchObject({
      stopWords: ['yksi', 'kaksi'],
      wordMerges: [{ word: 'asiakas', others: ['klientti', 'kunde'] }],
    });
    await send({ reset: 'yes', stopWords: 'yksi', wordMerges: '' });
    expect(await settings()).toMatchObject({ stopWords: null, wordMerges: [] });
    expect(await send({ hide: 'sana', back: '//evil.example' })).toMatch(
      /^\/projects\/[^/]+\/analyse\/words\?/,
    );
  });
});

describe('the charts of a table', () => {
  it('name the bars by what they are, and show a row of none as 0', async () => {
    await api.post(`${p}/themes`, { name: 'Hiljaisuus' }).expect(201);
    const html = await page('charts');
    expect(html).toContain('>Teemat × haastateltavat: otteiden määrä</h2>');
    expect(html).toContain('>Teemat yhteensä: otteiden määrä</h2>');
    const svg = await (await fetch(`${app.base}/api/v1${p}/charts/frequencies-bars.svg`)).text();
    expect(svg).toContain('Hiljaisuus');
  });

  it('lead back to where rows, columns and filters are chosen', async () => {
    expect(await page('charts?unit=words')).toContain(`href="${p}/analyse?unit=words"`);
  });
});

describe('a page with nothing to show', () => {
  it('leads to where a measure is made', async () => {
    expect(await page('measures')).toContain(`href="${p}/attributes/new"`);
  });
});

describe('the spread', () => {
  it('is of the excerpts, or of the quotes that the report prints', async () => {
    await api
      .patch(`${p}/report/sections/${ids.speed}`, { quotes: { rule: 'hand', ids: [] } })
      .expect(200);
    const counts = async (search: string) =>
      (await api.get(`${p}/analysis/spread${search}`).expect(200)).body.cases.map(
        ({ excerptCount }: { excerptCount: number }) => excerptCount,
      );
    expect(await counts('')).toEqual([1, 1]);
    expect(await counts('?of=quotes')).toEqual([1, 0]);
    const html = await page('spread?of=quotes');
    expect(html).toContain('Haastateltavalta H2 ei ole raportissa yhtään sitaattia.');
    expect(html).toContain('charts/spread.svg?of=quotes');
  });
});

describe('the places of a word', () => {
  const search = { q: 'asiakas', themeIds: [] as string[] };
  const found = async () =>
    (await api.get(`${p}/analysis/concordance?q=asiakas`).expect(200)).body.lines.map(
      ({ transcriptId, start, end }: Record<string, unknown>) => ({ transcriptId, start, end }),
    );
  const quotes = async (theme: string) =>
    (await api.get(`${p}/excerpts?theme=${theme}`).expect(200)).body.excerpts.map(
      ({ quote }: { quote: string }) => quote,
    );

  it('are coded in one step, a passage once, and taken back by one undo', async () => {
    const made = await api.post(`${p}/themes`, { name: 'Asiakas' }).expect(201);
    const theme = String(made.body.id);
    const places = await found();
    expect(places).toHaveLength(4);
    const body = { ...search, places, passage: 'turn', themeIds: [theme] };
    const coded = await api.post(`${p}/analysis/concordance/code`, body).expect(200);
    expect(coded.body.excerptCount).toBe(2);
    expect(await quotes(theme)).toEqual([
      'Asiakkaan luottamus on niinku tärkein. Asiakas muistaa.',
      'Asiakkaan luottamus on niinku tärkein. Asiakas muistaa.',
    ]);
    await api.post(`${p}/undo`).expect(200);
    expect(await quotes(theme)).toEqual([]);
  });

  it('are coded by their sentences, with a new theme too', async () => {
    const [, second] = await found();
    const body = { ...search, places: [second], newTheme: { name: 'Muisti' } };
    await api.post(`${p}/analysis/concordance/code`, body).expect(200);
    const { themes } = (await api.get(`${p}/themes`).expect(200)).body;
    const { id } = themes.find(({ name }: { name: string }) => name === 'Muisti');
    expect(await quotes(id)).toEqual(['Asiakas muistaa.']);
  });

  it('are not coded where none is ticked, without a theme, or where the word is not', async () => {
    const [first] = await found();
    const send = (body: object) =>
      api.post(`${p}/analysis/concordance/code`, { ...search, themeIds: [ids.trust], ...body });
    expect((await send({ places: [] }).expect(422)).body.type).toContain('hits-none');
    const moved = { ...first, start: Number(first.start) + 1 };
    expect((await send({ places: [first, moved] }).expect(409)).body.type).toContain('hits-gone');
    await send({ places: [first], themeIds: [] }).expect(422);
    expect(await quotes(ids.trust)).toHaveLength(1);
  });

  it('are coded by the form of the page, which says how many were', async () => {
    const [first, second] = (await found()).map(
      ({ transcriptId, start, end }: Record<string, unknown>) =>
        `${String(transcriptId)}:${String(start)}:${String(end)}`,
    );
    const send = (fields: [string, string][]) =>
      fetch(`${app.base}${p}/analyse/concordance`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams([['back', 'q=asiakas'], ['theme', ids.trust], ...fields]),
      });
    const answer = await send([
      ['place', first],
      ['place', second],
    ]);
    const to = answer.headers.get('location') ?? '';
    expect(to).toContain('/analyse/concordance?q=asiakas&coded=2&at=');
    const html = await page(to.split('/analyse/')[1] ?? '');
    expect(html).toContain('2 otetta koodattiin. Kumoa peruu ne kaikki kerralla.');
    await api.post(`${p}/undo`).expect(200);
    expect(await page(to.split('/analyse/')[1] ?? '')).not.toContain('koodattiin');
    expect((await send([])).status).toBe(422);
    expect(await page('concordance?q=asiakas&pick=all')).toMatch(/name="place"[^>]* checked/);
  });
});
