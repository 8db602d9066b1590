import { existsSync, readFileSync } from 'node:fs';
import i18next from 'i18next';
import { LANGUAGES, type Language } from '../../../src/domain/project/records.ts';
import type { ReportWords } from '../../../src/formats/reports/report-format.ts';

const locales = new URL('../../../src/locales/', import.meta.url);

/** The words as shipped: the catalogue's, or the fragment's until it has gone into the catalogue. */
export function reportCatalogue(language: Language): Record<string, unknown> {
  for (const name of [`${language}.json`, `fragments/report.${language}.json`]) {
    const file = new URL(name, locales);
    const catalogue = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)
      : {};
    if ('report' in catalogue) return { report: catalogue['report'] };
  }
  throw new Error(`no words for reports in ${language}`);
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
