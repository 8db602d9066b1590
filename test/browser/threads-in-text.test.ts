import { describe, expect, it } from 'vitest';
import { browserTests } from '../support/browser-tests.ts';
import { addInterview, codeWords, newProject } from '../support/client.ts';
import { expectAccessible } from '../support/pages.ts';

const { api, visit } = browserTests();

describe('open threads in the text', () => {
  it('appear as they are asked, are answered and resolved in place', async () => {
    const p = await newProject(api, 'Gradu');
    const transcriptId = await addInterview(api, p);
    const themeId = await api.make(`${p}/themes`, { name: 'Luottamus' });
    const coding = { themeIds: [themeId] };
    const excerptId = await codeWords(api, p, transcriptId, 'luottamus on se ykkönen', coding);
    const page = await visit(`${p}/code/${transcriptId}`);
    await page.locator('.stripe').first().waitFor();
    await expect.poll(() => page.locator('.thread-mark').count()).toBe(0);
    const comment = 'Miksi <b>tämä</b>?';
    await api.post(`${p}/reviews`, {
      ...{ excerptId, verdict: 'dispute', reviewer: 'Siiri', comment },
    });
    await page.locator('.thread-mark').waitFor();
    await page.locator('.stripe').first().click();
    await page.getByText(comment).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Vastaa: Siiri').fill('Koska näin sanottiin.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.threads .said').getByText('Koska näin sanottiin.').waitFor();
    await page.getByRole('button', { name: 'Merkitse ratkaistuksi' }).click();
    await page.locator('.thread-mark').waitFor({ state: 'detached' });
    const reviews = async () => (await api.get(`${p}/reviews`)).body.reviews as object[];
    await expect.poll(reviews).toMatchObject([{ open: false, comments: [{}, { author: 'Minä' }] }]);
  });
});
