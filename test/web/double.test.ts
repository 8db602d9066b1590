import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { INTERVIEW } from '../support/client.ts';
import { answerText, readableAddresses } from '../support/routes.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

const SECRETS = ['salainen muistio', 'salainen pelkistys', 'salainen kommentti'];

/** The API and the pages as somebody of that name uses them. */
function asPerson(app: RunningApp, person: string) {
  const cookie = `person=${encodeURIComponent(person)}; lang=fi`;
  const agent = request(app.base);
  const api = '/api/v1';
  return {
    get: (path: string) => agent.get(path).set('Cookie', cookie),
    post: (path: string, body: object) =>
      agent
        .post(api + path)
        .set('Cookie', cookie)
        .send(body),
    patch: (path: string, body: object) =>
      agent
        .patch(api + path)
        .set('Cookie', cookie)
        .send(body),
    delete: (path: string) => agent.delete(api + path).set('Cookie', cookie),
    form: (path: string, body: object) =>
      agent.post(path).set('Cookie', cookie).type('form').redirects(0).send(body),
  };
}

let app: RunningApp;
let base: string;
let ids: Record<'transcript' | 'theme' | 'own' | 'secret' | 'review' | 'round', string>;
const aino = () => asPerson(app, 'Aino');
const bo = () => asPerson(app, 'Bo');
const olga = () => asPerson(app, 'Olga');

beforeEach(async () => {
  app = await startApp();
  const made = await olga().post('/projects', { name: 'Gradu', language: 'fi' }).expect(201);
  base = `/projects/${made.body.id}`;
  const up = await request(app.base)
    .post(`/api/v1${base}/transcripts`)
    .attach('files', Buffer.from(INTERVIEW), 'H1.txt');
  const transcript = up.body.imported[0].id as string;
  const theme = (await olga().post(`${base}/themes`, { name: 'Luottamus' })).body.id as string;
  await olga().post(`${base}/types`, { name: 'Tyyppi' }).expect(201);
  const round = await olga()
    .post(`${base}/rounds`, { name: 'Eka', coders: ['Aino', 'Bo'], transcripts: [transcript] })
    .expect(201);
  const code = async (who: ReturnType<typeof aino>, quote: string, more: object = {}) => {
    const start = INTERVIEW.indexOf(quote);
    const span = { start, end: start + quote.length };
    const body = { transcriptId: transcript, ...span, themeIds: [theme], ...more };
    return (await who.post(`${base}/excerpts`, body).expect(201)).body.id as string;
  };
  const own = await code(aino(), 'luottamus on se ykkönen');
  await code(aino(), 'hoidetaan mitä luvataan');
  const secret = await code(bo(), 'se ykkönen', { memo: SECRETS[0], reduction: SECRETS[1] });
  await code(bo(), 'hoidetaan mitä luvataan');
  await code(bo(), 'Soitetaan ennen');
  const review = await olga()
    .post(`${base}/reviews`, { excerptId: secret, verdict: 'question', comment: SECRETS[2] })
    .expect(201);
  ids = { transcript, theme, own, secret, review: review.body.id, round: round.body.id };
});
afterEach(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

/** Every address that can be read, with every id of the project in every place for one. */
const addresses = (): string[] =>
  readableAddresses(
    app.services,
    base,
    Object.values(ids),
    `q=salainen&show=all&quotes=all&open=${ids.theme}&e=${ids.secret}`,
  );

const told = (who: ReturnType<typeof aino>, address: string): Promise<string> =>
  answerText(who.get(address));

const leaks = (text: string): string[] => SECRETS.filter((one) => text.includes(one));

describe('while a round runs', () => {
  it('no address tells one of its coders what another coded', async () => {
    let shown = 0;
    for (const address of addresses()) {
      const text = await told(aino(), address);
      expect([address, leaks(text)]).toEqual([address, []]);
      // The address itself may be repeated; nothing else names the hidden excerpt.
      if (!address.includes(ids.secret))
        expect([address, text.includes(ids.secret)]).toEqual([address, false]);
      if (leaks(await told(olga(), address)).length > 0) shown += 1;
    }
    expect(shown).toBeGreaterThan(10);
  }, 120_000);

  it('each sees their own and the others see all', async () => {
    const list = async (who: ReturnType<typeof aino>): Promise<string[]> =>
      (await who.get(`/api/v1${base}/excerpts`)).body.excerpts.map(
        ({ coder }: { coder: string }) => coder,
      );
    expect(await list(aino())).toEqual(['Aino', 'Aino']);
    expect(await list(bo())).toEqual(['Bo', 'Bo', 'Bo']);
    expect(await list(olga())).toHaveLength(5);
    const home = await request(app.base)
      .get('/api/v1/projects')
      .set('Cookie', 'person=Aino; lang=fi');
    expect(home.body.projects[0].excerptCount).toBe(2);
  });

  it('what is hidden cannot be changed, judged or removed', async () => {
    await aino().get(`/api/v1${base}/excerpts/${ids.secret}`).expect(404);
    await aino().patch(`${base}/excerpts/${ids.secret}`, { memo: 'x' }).expect(404);
    await aino().delete(`${base}/excerpts/${ids.secret}`).expect(404);
    const verdict = { excerptId: ids.secret, verdict: 'accept' };
    await aino().post(`${base}/reviews`, verdict).expect(404);
  });

  it('changes told live are one’s own, old ones and new ones', async () => {
    const heard = await new Promise<string>((resolve, reject) => {
      let text = '';
      const call = aino()
        .get(`/api/v1${base}/events?since=0`)
        .buffer(false)
        .parse((res, done) => {
          res.on('close', () => done(null, {}));
          res.on('data', (chunk: Buffer) => {
            text += chunk.toString();
            if (!text.includes('viimeinen')) return;
            (res as unknown as { destroy: () => void }).destroy();
            resolve(text);
          });
        });
      call.then(undefined, () => undefined);
      setTimeout(() => {
        const span = { start: 60, end: 70, transcriptId: ids.transcript, themeIds: [ids.theme] };
        bo()
          .post(`${base}/excerpts`, { ...span, memo: SECRETS[0] })
          .then(() => bo().patch(`${base}/excerpts/${ids.secret}`, { memo: `${SECRETS[0]} 2` }))
          .then(() => aino().patch(`${base}/excerpts/${ids.own}`, { memo: 'viimeinen' }))
          .catch(reject);
      }, 200);
    });
    expect(heard).toContain(ids.own);
    expect(leaks(heard)).toEqual([]);
    expect(heard).not.toContain(ids.secret);
  });

  it('nothing is decided, and one who is done waits for the other', async () => {
    await aino().post(`${base}/rounds/${ids.round}/done`, {}).expect(200);
    expect((await aino().get(`/api/v1${base}/excerpts`)).body.total).toBe(2);
    const refused = await aino().post(`${base}/rounds/${ids.round}/decisions`, { agreed: true });
    expect(refused.body.type).toBe('urn:teema:problem:round-open');
    const stranger = await olga().post(`${base}/rounds/${ids.round}/done`, {}).expect(422);
    expect(stranger.body.type).toBe('urn:teema:problem:not-of-round');
  });
});

describe('when all have finished', () => {
  beforeEach(async () => {
    for (const who of [aino(), bo()])
      await who.post(`${base}/rounds/${ids.round}/done`, {}).expect(200);
  });
  const passages = async () =>
    (await aino().get(`/api/v1${base}/rounds/${ids.round}`)).body.passages as {
      transcriptId: string;
      themeId: string;
      start: number;
      end: number;
      agreed: boolean;
      decision: { id: string; taken: string[] } | null;
      marked: Record<string, object[]>;
    }[];
  const coded = async (coder: string): Promise<string[]> =>
    (
      await aino().get(`/api/v1${base}/excerpts?coder=${encodeURIComponent(coder)}`)
    ).body.excerpts.map(({ quote }: { quote: string }) => quote);

  it('all is seen, and the consensus keeps both originals', async () => {
    const before = [await coded('Aino'), await coded('Bo')];
    const [first, same, last] = await passages();
    expect([first?.agreed, same?.agreed, last?.agreed]).toEqual([false, true, false]);
    const decide = (passage: typeof first, taken: string[]) => {
      const { transcriptId, themeId, start, end } = passage!;
      return aino().post(`${base}/rounds/${ids.round}/decisions`, {
        decisions: [{ transcriptId, themeId, start, end, taken }],
      });
    };
    await decide(first, ['Aino', 'Bo']).expect(201);
    await decide(last, []).expect(201);
    await aino().post(`${base}/rounds/${ids.round}/decisions`, { agreed: true }).expect(201);
    expect(await coded('Konsensus: Eka')).toEqual([
      'luottamus on se ykkönen',
      'hoidetaan mitä luvataan',
    ]);
    expect([await coded('Aino'), await coded('Bo')]).toEqual(before);
    expect((await decide(first, ['Bo'])).body.type).toBe('urn:teema:problem:passage-resolved');
    const decided = (await passages())[0]?.decision;
    await aino().delete(`${base}/rounds/${ids.round}/decisions/${decided!.id}`).expect(200);
    expect(await coded('Konsensus: Eka')).toEqual(['hoidetaan mitä luvataan']);
    await decide(first, ['Bo']).expect(201);
    expect(await coded('Konsensus: Eka')).toEqual(['se ykkönen', 'hoidetaan mitä luvataan']);
    expect([await coded('Aino'), await coded('Bo')]).toEqual(before);
  });

  it('every step is undone', async () => {
    await aino().post(`${base}/rounds/${ids.round}/decisions`, { agreed: true }).expect(201);
    await aino().post(`${base}/undo`, {}).expect(200);
    expect(await coded('Konsensus: Eka')).toEqual([]);
    expect((await passages()).every(({ decision }) => decision === null)).toBe(true);
    await aino().post(`${base}/undo`, {}).expect(200);
    expect((await aino().get(`/api/v1${base}/excerpts`)).body.total).toBe(2);
    await aino().post(`${base}/redo`, {}).expect(200);
    await aino().delete(`${base}/rounds/${ids.round}`).expect(200);
    expect((await aino().get(`/api/v1${base}/rounds`)).body.rounds).toEqual([]);
  });
});

describe('a new round', () => {
  it('needs two coders and a transcript', async () => {
    const body = { name: 'Toka', coders: ['A', 'A'], transcripts: [ids.transcript] };
    const twice = await olga().post(`${base}/rounds`, body).expect(422);
    expect(twice.body.type).toBe('urn:teema:problem:coders-too-few');
    const none = await olga().post(`${base}/rounds`, { name: 'Toka', coders: ['A', 'B'] });
    expect(none.body.type).toBe('urn:teema:problem:round-empty');
    const share = { percent: 50, seed: 7 };
    const drawn = await olga()
      .post(`${base}/rounds`, { name: 'Toka', coders: ['A', 'B'], share })
      .expect(201);
    expect(drawn.body).toMatchObject({ share, transcriptIds: [ids.transcript] });
  });

  it('is begun and finished on its page, under the name one codes under', async () => {
    const page = await aino().get(`${base}/double`).expect(200);
    expect(page.text).toContain('Olen valmis (Aino)');
    expect((await aino().get(`${base}/code/${ids.transcript}`)).text).toContain(
      'Eka: näet vain omat koodauksesi',
    );
    const named = await olga().form(`${base}/double/name`, { as: 'Bo', back: '//evil' });
    expect(named.headers['set-cookie']?.[0]).toContain('person=Bo');
    expect(named.headers['location']).toBe(`${base}/double`);
    await aino().form(`${base}/double/${ids.round}/done`, { done: 'yes' }).expect(303);
    expect((await aino().get(`${base}/double`)).text).toContain('En olekaan valmis');
  });
});
