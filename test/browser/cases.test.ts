import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { INTERVIEW, newProject } from '../support/client.ts';
import { expectAccessible, expectUsable } from '../support/pages.ts';

const { api, visit } = browserTests();

let p: string;
beforeEach(async () => {
  p = await newProject(api);
  await api.upload(`${p}/transcripts`, { 'H1.txt': INTERVIEW });
  for (const name of ['Maija', 'Ville']) await api.post(`${p}/cases`, { name }).expect(201);
});

const shown = (address: string) => visit(p + address);

const NPS = { kind: 'nps', min: 0, max: 10 };

async function attributes(): Promise<void> {
  const made = [
    { name: 'Rooli', kind: 'choice', choices: ['Johtaja', 'Työntekijä'] },
    { name: 'Ikä', kind: 'number' },
    { name: 'NPS', kind: 'measure', measure: NPS },
  ];
  for (const one of made) await api.post(`${p}/attributes`, one).expect(201);
}

/** By case, its values in the order of the attributes. */
async function values(): Promise<(string | number | null)[][]> {
  const { attributes } = (await api.get(`${p}/attributes`)).body as {
    attributes: { id: string }[];
  };
  const { cases } = (await api.get(`${p}/cases`)).body as {
    cases: { attributes: Record<string, string | number> }[];
  };
  return cases.map((one) => attributes.map(({ id }) => one.attributes[id] ?? null));
}

const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest<HTMLTableCellElement>(
      '#case-grid td, #case-grid th',
    );
    const row = cell?.parentElement?.dataset['name'] ?? '';
    return cell ? `${row} ${cell.cellIndex}` : 'outside';
  });
/** Puts the focus into the grid as somebody would who has only a keyboard. */
async function enterGrid(page: Page): Promise<void> {
  await page.locator('#case-grid tbody a').first().focus();
}
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    document.activeElement?.dispatchEvent(event);
  }, text);

describe('the grid of interviewees', () => {
  it('is filled by keyboard alone, and each value taken back', async () => {
    await attributes();
    const page = await shown('/cases');
    await enterGrid(page);
    await press(page, 'ArrowRight', 'ArrowRight');
    await page.keyboard.type('45,5');
    await press(page, 'Enter');
    await page.keyboard.type('30');
    await press(page, 'Tab');
    expect(await focused(page)).toBe('Maija 3');
    await page.keyboard.type('9');
    await press(page, 'Enter');
    await expect.poll(values).toEqual([
      [null, 45.5, null],
      [null, 30, 9],
      [null, null, null],
    ]);
    await expect.poll(() => page.locator('.measure-card .score b').textContent()).toBe('+100');
    await expect.poll(() => focused(page)).toBe('Ville 3');
    await press(page, 'Control+z');
    await expect.poll(async () => (await values())[1]).toEqual([null, 30, null]);
    await expect.poll(() => focused(page)).toBe('Ville 3');
  });

  it('goes to its ends and never out of them', async () => {
    await attributes();
    const page = await shown('/cases');
    await enterGrid(page);
    await press(page, 'ArrowUp', 'ArrowLeft');
    expect(await focused(page)).toBe('H1 0');
    await press(page, 'Control+End');
    expect(await focused(page)).toBe('Ville 6');
    await press(page, 'Control+Home');
    expect(await focused(page)).toBe('H1 0');
    await press(page, 'End', 'PageDown');
    expect(await focused(page)).toBe('Ville 6');
  });

  it('gives back what was there on Escape, and keeps what does not fit in the field', async () => {
    await attributes();
    const page = await shown('/cases');
    await enterGrid(page);
    await press(page, 'ArrowRight', 'ArrowRight', 'Enter');
    await page.keyboard.type('paljon');
    await press(page, 'Enter');
    await expect
      .poll(() => page.locator('#case-grid input').getAttribute('aria-invalid'))
      .toBe('true');
    await press(page, 'Escape');
    expect(await focused(page)).toBe('H1 2');
    await expect.poll(() => page.locator('#case-grid input').count()).toBe(0);
    expect(await values()).toEqual([
      [null, null, null],
      [null, null, null],
      [null, null, null],
    ]);
  });

  it('adds a choice to the list when that is asked for', async () => {
    await attributes();
    const page = await shown('/cases');
    await enterGrid(page);
    await press(page, 'ArrowRight');
    await page.keyboard.type('Harjoittelija');
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Lisää vaihtoehtoihin' }).click();
    await expect.poll(async () => (await values())[0]?.[0]).toBe('Harjoittelija');
  });

  it('takes a block from a spreadsheet as one step, and copies one', async () => {
    await attributes();
    const page = await shown('/cases');
    await enterGrid(page);
    await press(page, 'ArrowRight');
    await paste(page, 'Johtaja\t45\t"10"\r\ntyöntekijä\t1 000,5\t\r\nJohtaja\t30\t6\r\n');
    const expected = [
      ['Johtaja', 45, 10],
      ['Työntekijä', 1000.5, null],
      ['Johtaja', 30, 6],
    ];
    await expect.poll(values).toEqual(expected);
    await expect
      .poll(() => page.locator('#case-grid td.value').nth(4).textContent())
      .toBe('1000,5');
    await press(page, 'Shift+ArrowDown', 'Shift+ArrowRight');
    const copied = await page.evaluate(() => {
      const data = new DataTransfer();
      const event = new ClipboardEvent('copy', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      });
      document.activeElement?.dispatchEvent(event);
      return data.getData('text/plain');
    });
    expect(copied).toBe('Johtaja\t45\nTyöntekijä\t1000,5');
    await press(page, 'Delete');
    await expect.poll(async () => (await values())[0]).toEqual([null, null, 10]);
    await press(page, 'Control+z');
    await expect.poll(values).toEqual(expected);
    await press(page, 'Control+z');
    await expect.poll(async () => (await values()).flat().every((one) => one === null)).toBe(true);
  });

  it('shows what of a block does not fit before it is pasted', async () => {
    await attributes();
    const page = await shown('/cases');
    await enterGrid(page);
    await press(page, 'ArrowRight');
    await paste(page, 'Rehtori\tvanha\t11\tyli\nJohtaja\t50\t5\nJohtaja\nlisää');
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.textContent()).toContain('Rehtori (Rooli)');
    await expect
      .poll(() => dialog.locator('tbody tr').allTextContents())
      .toEqual(['H1IkävanhaTähän tarvitaan luku.', 'H1NPS11Tähän tarvitaan kokonaisluku 0–10.']);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await values()).flat().every((one) => one === null)).toBe(true);
    await paste(page, 'Rehtori\tvanha\t11\tyli\nJohtaja\t50\t5');
    await page.getByRole('button', { name: 'Liitä 4 arvoa' }).click();
    await expect.poll(values).toEqual([
      ['Rehtori', null, null],
      ['Johtaja', 50, 5],
      [null, null, null],
    ]);
  });

  it('is left with Tab, as any control', async () => {
    await attributes();
    const page = await shown('/cases');
    await enterGrid(page);
    await press(page, 'Tab');
    expect(await focused(page)).toBe('outside');
  });
});

describe('an attribute', () => {
  it('is made by its form, with the scale and the direction asked', async () => {
    const page = await shown('/cases');
    await page.getByRole('link', { name: 'Uusi taustatieto' }).click();
    await page.getByLabel('Nimi').fill('Vaivattomuus');
    await page.getByLabel('Mittari vastaus').check();
    await page.getByLabel('Kysymys ja asteikko').selectOption({ label: 'CES: vaivattomuus, 1–7' });
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await expect.poll(() => page.locator('main').textContent()).toContain('kumpi pää on helppo');
    await page.goBack();
    await page.getByLabel('Alkupää').check();
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await page.locator('.measure-card').waitFor();
    await expect
      .poll(() => page.locator('.measure-card').textContent())
      .toContain('CES 1–7, 1 on helppo');
    await expect.poll(() => page.locator('.measure-card .score b').textContent()).toBe('–');
    // The refusal came as a page of its own.
    expect(page.errors.splice(0)).toEqual([expect.stringContaining('422')]);
  });
});

describe('the pages of interviewees', () => {
  it('tell all about one', async () => {
    await attributes();
    const { cases } = (await api.get(`${p}/cases`)).body as { cases: { id: string }[] };
    const { transcripts } = (await api.get(`${p}/transcripts`)).body;
    const excerpt = { transcriptId: transcripts[0].id, start: 60, end: 70 };
    await api.post(`${p}/excerpts`, { ...excerpt, newTheme: { name: 'Luottamus' } }).expect(201);
    const page = await shown(`/cases/${cases[0]?.id ?? ''}`);
    await page.getByLabel('NPS').fill('9');
    await page.locator('.values button').click();
    await expect.poll(() => page.locator('.value-row .group').textContent()).toBe('Suosittelijat');
    await expect
      .poll(() => page.locator('section', { hasText: 'Teemat' }).first().textContent())
      .toContain('Luottamus');
    await page.locator('#merge summary').click();
    await page.getByLabel('Kuka hän on').selectOption({ label: 'Maija' });
    await page.getByRole('button', { name: 'Yhdistä toiseen' }).click();
    await page.getByRole('heading', { name: 'Maija', level: 1 }).waitFor();
    expect((await api.get(`${p}/cases`)).body.cases).toHaveLength(2);
  });

  it('are accessible and fit every window, in light and dark', async () => {
    await attributes();
    const { cases } = (await api.get(`${p}/cases`)).body as { cases: { id: string }[] };
    for (const address of ['/cases', `/cases/${cases[0]?.id ?? ''}`, '/attributes/new'])
      await expectUsable(await shown(address));
  });
});
