import { LANGUAGES, type Language, type Settings } from '../project/records.ts';
import { folded } from './search-codebook.ts';

/**
 * The usual words for the levels as files carry them, in every language: a file written in Finnish is
 * read where the project speaks Swedish.
 */
const LEVEL_WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  code: { fi: 'koodi', en: 'code', sv: 'kod' },
  sub: { fi: 'alaluokka', en: 'subcategory', sv: 'underkategori' },
  upper: { fi: 'yläluokka', en: 'upper category', sv: 'överkategori' },
  main: { fi: 'pääluokka', en: 'main category', sv: 'huvudkategori' },
  uniting: { fi: 'yhdistävä luokka', en: 'uniting category', sv: 'förenande kategori' },
  outside: { fi: 'kehyksen ulkopuolella', en: 'outside the frame', sv: 'utanför ramen' },
};

type Named = Pick<Settings, 'language' | 'levelNames'>;

/** What a file says for a level: the project's own word, the usual one, or the level's own. */
export const levelWord = (level: string, { language, levelNames }: Named): string =>
  levelNames[level] ?? LEVEL_WORDS[level]?.[language] ?? level;

/** The level a file means: by the project's own word first, then by the usual ones. */
export function levelIn(word: string, { levelNames }: Named): string {
  const written = folded(word.trim());
  const own = Object.entries(levelNames).find(([, name]) => folded(name) === written);
  const usual = Object.entries(LEVEL_WORDS).find(([, words]) =>
    LANGUAGES.some((language) => folded(words[language]) === written),
  );
  return own?.[0] ?? usual?.[0] ?? word;
}
