import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiOf } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

/** What the browser would send of the page as it stands, with what somebody changed. */
function fieldsOf(html: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [input] of html.matchAll(/<input[^>]*>/g)) {
    const of = (name: string): string | undefined =>
      new RegExp(`\\s${name}="([^"]*)"`).exec(input)?.[1];
    const name = of('name');
    const isTicked = !/type="(?:radio|checkbox)"/.test(input) || /\schecked/.test(input);
    if (name && isTicked) fields.append(name, of('value') ?? '');
  }
  for (const [, name, options] of html.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/g))
    if (name) fields.append(name, /value="([^"]*)" selected/.exec(options ?? '')?.[1] ?? '');
  return fields;
}

describe('the settings of a report', () => {
  let app: RunningApp;
  let api: ReturnType<typeof apiOf>;
  let p: string;
  beforeEach(async () => {
    app = await startApp();
    api = apiOf(app.base);
    p = String((await api.post('/projects', { name: 'P', language: 'fi' })).body.id);
  });
  afterEach(() => app.close());

  const form = async (): Promise<string> => {
    const page = await (await fetch(`${app.base}/projects/${p}/report/settings?lang=fi`)).text();
    const forms = [...page.matchAll(/<form[^>]*method="post"[^>]*>.*?<\/form>/gs)]
      .map(([one]) => one)
      .filter((one) => one.includes('/report/'));
    expect(forms).toHaveLength(1);
    return forms[0] ?? '';
  };
  const send = (fields: URLSearchParams): Promise<Response> =>
    fetch(`${app.base}/projects/${p}/report/settings`, {
      method: 'POST',
      body: fields,
      redirect: 'manual',
    });
  const settings = async () => (await api.get(`/projects/${p}/report`)).body.settings;

  it('are one form: what is changed above and below is saved together, as one step', async () => {
    const fields = fieldsOf(await form());
    fields.append('appendices', 'codebook');
    fields.set('omission', '[…]');
    const before = Number((await api.get(`/projects/${p}`)).body.revision);
    expect((await send(fields)).status).toBe(303);
    expect(await settings()).toMatchObject({
      appendices: ['codebook'],
      style: { omission: '[…]' },
    });
    expect((await api.get(`/projects/${p}`)).body.revision).toBe(before + 1);
  });

  it('leave the style to the language where nobody changed it', async () => {
    const fields = fieldsOf(await form());
    fields.append('appendices', 'guide');
    await send(fields);
    expect(await settings()).toMatchObject({ appendices: ['guide'], style: null });
  });

  it('keep what was ticked when a ready style is chosen', async () => {
    const fields = fieldsOf(await form());
    fields.append('appendices', 'interviews');
    fields.append('preset', 'en');
    await send(fields);
    expect(await settings()).toMatchObject({
      appendices: ['interviews'],
      style: { omission: '[…]', italics: false },
    });
  });
});
