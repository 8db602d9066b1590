import i18next from 'i18next';
import { LANGUAGES, type Language } from '../domain/project/records.ts';

export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

export type Catalogue = Readonly<Record<string, unknown>>;

/** The words of every language; a key that is missing is an error, never shown as it is. */
export async function loadWords(
  catalogues: Readonly<Record<Language, Catalogue>>,
): Promise<{ translate: (language: Language) => Translate }> {
  const instance = i18next.createInstance();
  await instance.init({
    resources: Object.fromEntries(
      LANGUAGES.map((lang) => [lang, { translation: catalogues[lang] }]),
    ),
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  const byLanguage = new Map(
    LANGUAGES.map((language): [Language, Translate] => {
      const fixed = instance.getFixedT(language);
      const say: Translate = (key, values) => {
        const text = fixed(key, { ...values });
        // What is missing comes back as its key; words may be their key too.
        if (text === key && !instance.exists(key, { lng: language, ...values }))
          throw new RangeError(`no words for ${key} in ${language}`);
        return text;
      };
      return [language, rememberingFixed(say)];
    }),
  );
  return {
    translate: (language) =>
      byLanguage.get(language) ??
      (() => {
        throw new RangeError(`no language ${language}`);
      }),
  };
}

/** Most words of a page have nothing to fill in: they are looked up once. */
function rememberingFixed(say: Translate): Translate {
  const known = new Map<string, string>();
  return (key, values) => {
    if (values) return say(key, values);
    let text = known.get(key);
    if (text === undefined) known.set(key, (text = say(key)));
    return text;
  };
}

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some((language) => language === value);
