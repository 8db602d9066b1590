import type { Project } from '../project/project.ts';
import type { Language } from '../project/records.ts';
import type { QuoteStyle } from '../project/report-records.ts';

/**
 * How quotes are usually printed in theses: in Finnish apart, in italics, with dashes for what is
 * left out; in English and Swedish with dots in brackets, upright, and indented beyond 40 words
 * (American Psychological Association 2020, Publication Manual, 7th ed., 8.26–8.27).
 */
export const QUOTE_PRESETS: Readonly<Record<Language, QuoteStyle>> = {
  fi: {
    omission: '– –',
    brackets: 'square',
    inlineWords: 40,
    shortInline: false,
    italics: true,
    indent: true,
    marks: false,
    tagBrackets: 'round',
    tagPlace: 'after',
  },
  en: {
    omission: '[…]',
    brackets: 'square',
    inlineWords: 40,
    shortInline: false,
    italics: false,
    indent: true,
    marks: false,
    tagBrackets: 'round',
    tagPlace: 'after',
  },
  sv: {
    omission: '[…]',
    brackets: 'square',
    inlineWords: 40,
    shortInline: false,
    italics: true,
    indent: true,
    marks: false,
    tagBrackets: 'round',
    tagPlace: 'after',
  },
};

/** Signs for words left out that people choose from. */
export const OMISSION_SIGNS = ['– –', '- -', '[…]', '[...]', '...', '(…)'] as const;

/** Opening and closing quotation marks. */
export const QUOTATION_MARKS: Readonly<Record<Language, readonly [string, string]>> = {
  fi: ['”', '”'],
  en: ['“', '”'],
  sv: ['”', '”'],
};

/** The style chosen for the project's report, else the one usual in its language. */
export const quoteStyle = ({ report, settings }: Project): QuoteStyle =>
  report.settings.style ?? QUOTE_PRESETS[settings.language];
