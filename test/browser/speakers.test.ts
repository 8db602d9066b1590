import { beforeEach, describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { newProject } from '../support/client.ts';
import { expectUsable } from '../support/pages.ts';

const { api, visit } = browserTests();

let p: string;
const TEAM = 'Anna: Miksi?\n\nPirkko: Siksi vain.\n\nAnna: Miten?\n\nPirkko: Näin se on.\n';
beforeEach(async () => {
  p = await newProject(api);
  const files = { 'A.txt': TEAM, 'B.txt': TEAM.replaceAll('Pirkko', 'Pirko') };
  await api.upload(`${p}/transcripts`, files).expect(200);
});

const pageAt = (path: string) => visit(`${p}${path}`);

const speakers = async () => {
  const { body } = await api.get(`${p}/speakers`).expect(200);
  return (body.transcripts as { speakers: { names: string[]; role: string }[] }[]).map(
    ({ speakers }) => speakers.map(({ names, role }) => `${names[0]} ${role}`).join(', '),
  );
};

describe('the page of the speakers', () => {
  it('answers what is uncertain with a click, for every file, and can be undone', async () => {
    const page = await pageAt('/speakers');
    await page.getByRole('heading', { name: 'Tarkista 3 kohtaa' }).waitFor();
    await page.getByRole('button', { name: 'Anna on haastattelija' }).first().click();
    await page.getByRole('heading', { name: 'Tarkista 1 kohta' }).waitFor();
    await page.getByRole('button', { name: /^Yhdistä: Pir/ }).click();
    await page.locator('#doubts').waitFor({ state: 'detached' });
    const [a, b] = await speakers();
    expect(a).toBe(b);
    expect(a).toMatch(/^Anna interviewer, Pirk?ko interviewee$/);
    await page.getByRole('button', { name: 'Kumoa' }).first().click();
    await page.getByRole('heading', { name: 'Tarkista 1 kohta' }).waitFor();
  });

  it('does not ask again what somebody found to be right, and undoes that', async () => {
    const page = await pageAt('/speakers');
    await page.getByRole('heading', { name: 'Tarkista 3 kohtaa' }).waitFor();
    await page.getByRole('button', { name: /^Oikein näin: A: kukaan/ }).press('Enter');
    await page.getByRole('heading', { name: 'Tarkista 2 kohtaa' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^Oikein näin: Pir/ }).click();
    await page.getByRole('heading', { name: 'Tarkista 1 kohta' }).waitFor();
    await page.getByRole('button', { name: 'Kumoa' }).first().click();
    await page.getByRole('heading', { name: 'Tarkista 2 kohtaa' }).waitFor();
  });

  it('is corrected from the keyboard, a name and a role in one step', async () => {
    const page = await pageAt('/speakers');
    const name = page.getByLabel('Puhuja: Pirko, B');
    await name.fill('Pirkko');
    await page.getByLabel('Rooli: Anna, B').focus();
    await page.keyboard.type('haastattelija');
    await page.getByLabel('Rooli: Anna, B').selectOption('interviewer');
    await name.press('Enter');
    await page.getByText('Puhujat korjattiin.').waitFor();
    await page.getByLabel('Puhuja: Pirkko, B').waitFor();
    expect((await speakers())[1]).toBe('Anna interviewer, Pirkko interviewee');
    await api.post(`${p}/undo`).expect(200);
    expect((await speakers())[1]).toBe('Anna interviewee, Pirko interviewee');
  });

  it('makes each of a group a case of their own', async () => {
    const page = await pageAt('/speakers');
    const each = page.getByRole('button', { name: 'Jokainen puhuja on oma haastateltavansa' });
    await each.first().click();
    await page.getByText('Puhujat korjattiin.').waitFor();
    await expect
      .poll(() => page.getByLabel('Haastateltava: Pirkko, A').inputValue())
      .toBe('Pirkko');
  });

  it('can be used by everybody, light and dark, wide and narrow', async () => {
    await expectUsable(await pageAt('/speakers'));
  });
});

describe('the interview table', () => {
  it('is filled from the keyboard, row by row, and adds up', async () => {
    const page = await pageAt('/interviews');
    await page.getByLabel('Kesto: A').focus();
    await page.keyboard.type('40 min 50 sek');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1:00:00');
    await page.keyboard.press('Enter');
    await page.locator('#sums').getByText('1:40:50').waitFor();
    await expect.poll(() => page.getByLabel('Kesto: A').inputValue()).toBe('0:40:50');
  });

  it('takes a column of a spreadsheet at once, as one step', async () => {
    const page = await pageAt('/interviews');
    await page.getByLabel('Päivä: A').focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '8.12.2022\tGoogle Meet\r\n15.12.2022\tTurku\r\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await page.locator('#sums').getByText('8.–15.12.2022').waitFor();
    await api.post(`${p}/undo`).expect(200);
    const { body } = await api.get(`${p}/analysis/interviews`).expect(200);
    expect(body.totals).toMatchObject({ dates: null, places: [] });
  });

  it('keeps what it cannot read, says so, and changes nothing', async () => {
    const page = await pageAt('/interviews');
    await page.getByLabel('Kesto: A').fill('pitkään');
    await page.getByLabel('Kesto: A').press('Enter');
    await page.getByText('Kestoa ”pitkään” ei ymmärretty').waitFor();
    await expect.poll(() => page.getByLabel('Kesto: A').inputValue()).toBe('pitkään');
    await expect.poll(() => page.getByLabel('Kesto: A').getAttribute('aria-invalid')).toBe('true');
    // The refusal is in the browser's console, too.
    expect(page.errors.splice(0)).toHaveLength(1);
  });

  it('can be used by everybody', async () => {
    await expectUsable(await pageAt('/interviews'));
  });
});
