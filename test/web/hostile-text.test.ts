import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Directory } from '../../src/app/people/directory.ts';
import { makeFirstAccount, openSession } from '../../src/app/people/sign-in.ts';
import { readableAddresses } from '../support/routes.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { memoryDirectory, startApp, type RunningApp } from '../support/start-app.ts';

/** A formula to a spreadsheet, markup to a browser, both to be words. */
const EVIL = `=HYPERLINK("x")<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
const SHORT = '=1+<img src=x onerror=alert(3)>';
const MARKUP = /<script>alert|<img src=x/;
/** In Markdown an element would be one where whoever shows it lets elements through. */
const ELEMENT = /(^|[^\\])<(script|img)/;

let app: RunningApp;
let directory: Directory;
let cookie: string;
let base: string;
const ids: string[] = [];

type Method = 'get' | 'post' | 'patch' | 'put';
const asked = (method: Method, path: string) =>
  request(app.base)[method](path).set('Cookie', `${cookie}; lang=en`);

async function sent(method: Method, path: string, body: object): Promise<{ id: string }> {
  const answer = await asked(method, `/api/v1${base}${path}`).send(body);
  expect([method, path, answer.status < 300, answer.text.slice(0, 300)]).toEqual([
    ...[method, path, true],
    answer.text.slice(0, 300),
  ]);
  return answer.body as { id: string };
}

/** A project in which everything somebody can write is hostile. */
beforeAll(async () => {
  directory = await memoryDirectory();
  app = await startApp(new MemoryStore(), {}, { directory, setupCode: null });
  const owner = await makeFirstAccount(directory, EVIL, 'three words in a row');
  cookie = `teema-session=${await openSession(directory, owner.id, EVIL)}`;
  const settings = { name: EVIL, language: 'en', researchQuestions: [EVIL] };
  base = `/projects/${(await asked('post', '/api/v1/projects').send(settings)).body.id}`;
  const text = `${EVIL}: First?\n\nH1: ${EVIL} and trust.\n\n${EVIL}: 2. Second ${EVIL}?\n\nH1: More.\n`;
  const up = await asked('post', `/api/v1${base}/transcripts`).attach(
    'files',
    Buffer.from(text),
    'H1.txt',
  );
  const transcriptId = up.body.imported[0].id as string;
  const interview = { title: EVIL, caseName: EVIL, place: EVIL, memo: EVIL };
  await sent('patch', `/transcripts/${transcriptId}`, interview);
  const about = { definition: EVIL, include: EVIL, exclude: EVIL, memo: EVIL, level: SHORT };
  const theme = await sent('post', '/themes', { name: EVIL, label: SHORT, ...about });
  const type = await sent('post', '/types', { name: EVIL, description: EVIL, memo: EVIL });
  const { cases } = (await asked('get', `/api/v1${base}/cases`)).body;
  const [one] = cases as { id: string }[];
  await sent('patch', `/cases/${one!.id}`, {
    ...{ memo: EVIL, deviantReason: EVIL, typeIds: [type.id] },
  });
  await sent('put', `/types/${type.id}/features/${theme.id}`, { note: EVIL });
  const start = text.indexOf('=HYPERLINK', 60);
  const excerpt = await sent('post', '/excerpts', {
    ...{ transcriptId, start, end: start + EVIL.length, themeIds: [theme.id], typeIds: [type.id] },
    ...{ memo: EVIL, reduction: EVIL, deviant: true, deviantReason: EVIL },
  });
  const attribute = await sent('post', '/attributes', { name: EVIL, kind: 'text' });
  const values = [{ caseId: one!.id, attributeId: attribute.id, value: EVIL }];
  await sent('put', '/attributes/values', { values });
  const framework = await sent('post', '/frameworks', {
    ...{ name: EVIL, citation: EVIL, note: EVIL, dimensions: [EVIL] },
    concepts: [{ name: EVIL, definition: EVIL }],
  });
  const source = await sent('post', '/sources', {
    ...{ title: EVIL, authors: [EVIL], year: SHORT, url: EVIL, publisher: EVIL },
  });
  await sent('put', '/guide', {
    parts: [{ name: EVIL, questions: [{ number: '2', text: EVIL }] }],
  });
  const version = await sent('post', '/versions', { name: EVIL, note: EVIL });
  const review = await sent('post', '/reviews', {
    ...{ excerptId: excerpt.id, verdict: 'dispute', comment: EVIL },
  });
  const meeting = await sent('post', '/meetings', {
    ...{ name: EVIL, notes: EVIL, people: [EVIL], decisions: [{ text: EVIL, by: EVIL }] },
  });
  await sent('put', `/matrix/${theme.id}/${one!.id}`, { text: EVIL });
  await sent('put', '/report', { title: EVIL, introduction: EVIL, texts: { [theme.id]: EVIL } });
  const round = await sent('post', '/rounds', {
    ...{ name: EVIL, coders: [EVIL, 'Bo'], transcripts: [transcriptId] },
  });
  await sent('patch', `/rounds/${round.id}`, { closed: true });
  await asked('post', '/api/v1/me/tokens').send({ name: EVIL }).expect(201);
  ids.push(transcriptId, theme.id, type.id, one!.id, excerpt.id, attribute.id, framework.id);
  ids.push(source.id, version.id, review.id, meeting.id, round.id);
}, 60_000);
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

const csvRows = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter: ',' }).data;

/** What is wrong with an answer, by what it says it is. */
function faultsOf(type: string, bytes: Buffer): string[] {
  const text = bytes.toString();
  const faults = (isWrong: boolean, what: string): string[] => (isWrong ? [what] : []);
  if (/html|svg/.test(type)) return faults(MARKUP.test(text), 'markup');
  if (type.includes('markdown')) return faults(ELEMENT.test(text), 'an element in Markdown');
  if (type.includes('csv'))
    return faults(
      csvRows(text).some((cells) => cells.some((cell) => /^[=+@-]./.test(cell))),
      'a formula',
    );
  if (bytes.subarray(0, 2).toString() !== 'PK') return [];
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return parts.flatMap(([name, part]) => [
    ...faults(MARKUP.test(strFromU8(part)), `markup in ${name}`),
    ...faults(/<f>|<f /.test(strFromU8(part)), `a formula in ${name}`),
  ]);
}

describe('script and formulas in every text', () => {
  it('are text on every page and in every file', async () => {
    const query = `show=all&quotes=all&open=${ids[1]}&theme=${ids[1]}&e=${ids[4]}`;
    const addresses = [
      ...readableAddresses(app.services, base, ids, query),
      ...['/', '/account', '/projects/new', `/sign-in?to=${encodeURIComponent(EVIL)}`],
    ];
    const wrong: string[] = [];
    const shown = new Set<string>();
    for (const address of addresses) {
      const { body, headers, status } = await asked('get', address)
        .buffer(true)
        .parse((res, done) => {
          const chunks: Buffer[] = [];
          res.on('data', (chunk: Buffer) => chunks.push(chunk));
          res.on('end', () => done(null, Buffer.concat(chunks)));
        });
      const type = headers['content-type'] ?? '';
      const bytes = body as Buffer;
      if (status < 300 && bytes.includes('HYPERLINK')) shown.add(type.split(';')[0] ?? '');
      if (status >= 500) wrong.push(`${address}: ${status}`);
      for (const fault of faultsOf(type, bytes)) wrong.push(`${address}: ${fault}`);
      if (headers['x-content-type-options'] !== 'nosniff') wrong.push(`${address}: may be sniffed`);
    }
    expect(wrong).toEqual([]);
    for (const type of ['text/html', 'text/csv', 'text/markdown', 'application/json'])
      expect([...shown]).toContain(type);
  }, 120_000);
});
