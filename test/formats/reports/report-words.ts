import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import { LANGUAGES, type Language } from '../../../src/domain/project/records.ts';
import type { ReportWords } from '../../../src/formats/reports/report-format.ts';

const locales = new URL('../../../src/locales/', import.meta.url);

/** The words of reports as shipped. */
export function reportCatalogue(language: Language): Record<string, unknown> {
  const file = readFileSync(new URL(`${language}.json`, locales), 'utf8');
  const { report } = JSON.parse(file) as Record<string, unknown>;
  return { report };
}

const words = i18next.createInstance();
await words.init({
  resources: Object.fromEntries(
    LANGUAGES.map((lng) => [lng, { translation: reportCatalogue(lng) }]),
  ),
  fallbackLng: false,
  interpolation: { escapeValue: false },
});

/** The words in a language; a key that is missing fails the test. */
export function reportWords(language: Language): ReportWords {
  const t = words.getFixedT(language);
  return (key, values) => {
    if (!words.exists(key, { lng: language, ...values }))
      throw new Error(`no words for ${key} in ${language}`);
    return t(key, { ...values });
  };
}
