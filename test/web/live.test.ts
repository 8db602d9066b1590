import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let api: ReturnType<typeof apiOf>;
beforeAll(async () => {
  app = await startApp();
  api = apiOf(app.base);
});
afterAll(() => app.close());

/** Reads changes until `count` have come. */
async function changes(path: string, count: number, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const response = await fetch(`${app.base}/api/v1${path}`, { headers, signal: stop.signal });
  const events: { revision: number; kind: string }[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^data: (.+)$/m.exec(part)?.[1];
      if (data) events.push(JSON.parse(data) as (typeof events)[number]);
    }
    if (events.length >= count) break;
  }
  stop.abort();
  return events;
}

describe('server-sent events', () => {
  it('tell what was missed and what comes, in order and once', async () => {
    const { id } = (await api.post('/projects', { name: 'Testi' })).body;
    for (const name of ['A', 'B', 'C']) await api.post(`/projects/${id}/themes`, { name });
    const hearing = changes(`/projects/${id}/events?since=1`, 8);
    for (const name of ['D', 'E', 'F', 'G', 'H'])
      await api.post(`/projects/${id}/themes`, { name });
    const events = await hearing;
    expect(events.map(({ revision }) => revision)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(['theme-added']));
  });

  it('reach a reader that was slower than a large command', async () => {
    const { id } = (await api.post('/projects', { name: 'Testi' })).body;
    const response = await fetch(`${app.base}/api/v1/projects/${id}/events?since=1`);
    // Nobody reads yet: eight megabytes in one step are more than the line holds.
    const definition = 'x'.repeat(20_000);
    const names = Array.from({ length: 400 }, (_, i) => `Theme ${i}`);
    const csv = ['name,definition', ...names.map((name) => `${name},${definition}`)].join('\n');
    await api
      .upload(`/projects/${id}/import/codebook`, { 'codebook.csv': csv }, 'file')
      .expect(200);
    await api.post(`/projects/${id}/themes`, { name: 'Last' });
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('"Last"')) break;
    }
    const revisions = [...text.matchAll(/^id: (\d+)$/gm)].map(([, revision]) => Number(revision));
    expect(revisions).toEqual(Array.from({ length: 401 }, (_, i) => i + 2));
  });

  it('go on where the browser says it stopped', async () => {
    const { id } = (await api.post('/projects', { name: 'Testi' })).body;
    for (const name of ['A', 'B', 'C']) await api.post(`/projects/${id}/themes`, { name });
    const events = await changes(`/projects/${id}/events?since=1`, 1, { 'Last-Event-ID': '3' });
    expect(events[0]?.revision).toBe(4);
  });

  it('are not compressed and not kept by a cache', async () => {
    const { id } = (await api.post('/projects', { name: 'Testi' })).body;
    const stop = new AbortController();
    const { headers } = await fetch(`${app.base}/api/v1/projects/${id}/events`, {
      signal: stop.signal,
    });
    expect(headers.get('content-type')).toBe('text/event-stream');
    expect(headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(headers.get('content-encoding')).toBeNull();
    stop.abort();
  });

  it('of an unknown project are a problem', async () => {
    await api.get('/projects/nobody/events').expect(404);
  });
});
