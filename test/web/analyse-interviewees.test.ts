import { afterAll, beforeAll, expect, it } from 'vitest';
import { addInterview, apiOf, codeWords, newProject } from '../support/client.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

let app: RunningApp;
let p: string;
beforeAll(async () => {
  app = await startApp();
  const api = apiOf(app.base);
  p = await newProject(api);
  const theme = await api.make(`${p}/themes`, { name: 'Arki' });
  await api.make(`${p}/themes`, { name: 'Tyhjä' });
  for (const name of ['H1', 'H2', 'H3']) {
    const id = await addInterview(api, p, `${name}: aamut ovat helppoja`, name);
    if (name !== 'H3') await codeWords(api, p, id, 'aamut', { themeIds: [theme] });
  }
});
afterAll(() => app.close());

/** The rows of the table as it is shown. */
async function rows(query: string): Promise<string[][]> {
  const html = await (await fetch(`${app.base}${p}/analyse?lang=fi&${query}`)).text();
  const table = /<table class="heat figures.*?<\/table>/s.exec(html)?.[0] ?? '';
  return [...table.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)].map(([cell]) =>
      cell
        .replace(/<abbr title="([^"]*)">–<\/abbr>/, '–$1')
        .replace(/<[^>]*>/g, '')
        .trim(),
    ),
  );
}

it('tells interviewees out of all, and adds no one interviewee up', async () => {
  const none = '–Yksi haastateltava: summaa ei ole';
  expect((await rows('rows=theme&columns=case&unit=cases')).slice(1)).toEqual([
    ['Arki', '1', '1', '0', '2/3'],
    ['Tyhjä', '0', '0', '0', '0/3'],
    ['Yhteensä', none, none, none, '2/3'],
  ]);
  const turned = await rows('rows=case&columns=theme&unit=cases');
  expect(turned.slice(1)).toEqual([
    ['H1', '1', '0', none],
    ['H2', '1', '0', none],
    ['H3', '0', '0', none],
    ['Yhteensä', '2/3', '0/3', '2/3'],
  ]);
});

it('leaves excerpts and shares as they were', async () => {
  expect((await rows('rows=theme&columns=case&unit=excerpts')).at(-1)).toEqual([
    ...['Yhteensä', '1', '1', '0', '2'],
  ]);
  expect((await rows('rows=theme&columns=case&unit=cases&percent=row')).at(-1)).not.toContain(
    '2/3',
  );
});
