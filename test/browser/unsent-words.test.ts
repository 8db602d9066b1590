import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, codeWords, newProject } from '../support/client.ts';
import type { VisitedPage } from '../support/pages.ts';

const { api, visit } = browserTests();

let p: string;
let t: string;
beforeEach(async () => {
  p = await newProject(api);
  t = await addInterview(api, p);
  await codeWords(api, p, t, 'luottamus on se ykkönen', { newTheme: { name: 'Luottamus' } });
});

/** Something done elsewhere, and the page drawn anew because of it. */
async function changeElsewhere(page: VisitedPage): Promise<void> {
  const redrawn = page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        document.addEventListener('teema:redrawn', () => resolve(), { once: true }),
      ),
  );
  await api.make(`${p}/themes`, { name: 'Muualla tehty' });
  await redrawn;
}

describe('words that were not sent yet', () => {
  it.each([
    ['a comment', '/review', 'Kommentti'],
    ['the coders of a new round', '/double', 'Koodaajat, yksi nimi riville'],
  ])('are kept when the page is drawn anew: %s', async (_, address, label) => {
    const page = await visit(p + address);
    const field = page.getByLabel(label).first();
    await field.fill('Kesken jäänyt');
    await field.blur();
    await changeElsewhere(page);
    await expect.poll(() => field.inputValue()).toBe('Kesken jäänyt');
  });

  it('hold nobody back who sends them', async () => {
    const page = await visit(`${p}/double`);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.getByLabel('Koodaajat, yksi nimi riville').fill('Aino\nBo');
    await page.getByLabel('H1').check();
    await page.getByRole('button', { name: 'Aloita' }).click();
    await page.getByRole('heading', { name: 'Kierros 1' }).waitFor();
    expect(asked).toEqual([]);
  });

  it('hold back who leaves without sending them', async () => {
    const page = await visit(`${p}/double`);
    await page.getByLabel('Koodaajat, yksi nimi riville').fill('Aino\nBo');
    const asked = page.waitForEvent('dialog');
    const left = page.getByRole('link', { name: 'Teema', exact: true }).first().click();
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await left;
  });
});
