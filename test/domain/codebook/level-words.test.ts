import { expect, it } from 'vitest';
import { levelIn, levelWord } from '../../../src/domain/codebook/level-words.ts';
import { OUTSIDE } from '../../../src/domain/codebook/notes.ts';
import { LANGUAGES, LEVELS } from '../../../src/domain/project/records.ts';
import { readCatalogues } from '../../../src/system/read-catalogues.ts';

it.each(LANGUAGES)('the levels are called in files as on the page (%s)', async (language) => {
  const catalogues = await readCatalogues('src/locales');
  const words = catalogues[language]['levels'];
  const named = { language, levelNames: {} };
  expect(
    Object.fromEntries([...LEVELS, OUTSIDE].map((one) => [one, levelWord(one, named)])),
  ).toEqual(words);
});

it('a project’s own word for a level goes before the usual one', () => {
  const named = { language: 'fi', levelNames: { upper: 'pääluokka' } } as const;
  expect(levelIn(' Pääluokka ', named)).toBe('upper');
  expect(levelWord('upper', named)).toBe('pääluokka');
});
