import {
  LANGUAGES,
  ORIGINS,
  RELATIONS,
  TYPE_KINDS,
  type Language,
  type Origin,
  type Relation,
  type TypeKind,
} from '../../domain/project/records.ts';
import { TEXT_FIELDS, type TextField } from '../../domain/codebook/codebook-file.ts';

/** What of a theme can stand in a description. */
export type Facet = TextField | 'origin' | 'type' | 'relation' | 'retired';

export const FACETS: readonly Facet[] = [...TEXT_FIELDS, 'type', 'origin', 'relation', 'retired'];

type Terms<Key extends string> = Readonly<Record<Key, Readonly<Record<Language, string>>>>;

/**
 * The words by which files name the parts of a theme. They belong to the format, not to the page:
 * a file written in Finnish is read where Teema speaks Swedish.
 */
export const FACET_TERMS: Terms<Facet> = {
  label: { fi: 'Numero', en: 'Number', sv: 'Nummer' },
  level: { fi: 'Taso', en: 'Level', sv: 'Nivå' },
  definition: { fi: 'Määritelmä', en: 'Definition', sv: 'Definition' },
  include: { fi: 'Milloin käytetään', en: 'When to use', sv: 'När det används' },
  exclude: { fi: 'Milloin ei käytetä', en: 'When not to use', sv: 'När det inte används' },
  example: { fi: 'Esimerkki', en: 'Example', sv: 'Exempel' },
  memo: { fi: 'Muistio', en: 'Memo', sv: 'Memo' },
  concept: { fi: 'Käsite', en: 'Concept', sv: 'Begrepp' },
  citation: { fi: 'Lähde', en: 'Source', sv: 'Källa' },
  rationale: {
    fi: 'Miksi juuri tämä käsite',
    en: 'Why this concept',
    sv: 'Varför just detta begrepp',
  },
  relation: {
    fi: 'Suhde käsitteeseen',
    en: 'Relation to the concept',
    sv: 'Förhållande till begreppet',
  },
  relationNote: { fi: 'Millä tavalla', en: 'In what way', sv: 'På vilket sätt' },
  questions: { fi: 'Tutkimuskysymykset', en: 'Research questions', sv: 'Forskningsfrågor' },
  features: { fi: 'Piirteet', en: 'Features', sv: 'Drag' },
  type: { fi: 'Tyyppi', en: 'Type', sv: 'Typ' },
  origin: { fi: 'Alkuperä', en: 'Origin', sv: 'Ursprung' },
  retired: { fi: 'Poistettu käytöstä', en: 'Retired', sv: 'Tagen ur bruk' },
};

export const ORIGIN_TERMS: Terms<Origin> = {
  inductive: { fi: 'aineistolähtöinen', en: 'inductive', sv: 'induktiv' },
  deductive: { fi: 'teorialähtöinen', en: 'deductive', sv: 'deduktiv' },
  abductive: { fi: 'teoriaohjaava', en: 'abductive', sv: 'abduktiv' },
};

const MORE_ORIGINS: Readonly<Record<Origin, readonly string[]>> = {
  inductive: ['induktiivinen', 'data-driven', 'datadriven', 'materialbaserad'],
  deductive: ['deduktiivinen', 'theory-driven', 'teoridriven', 'teoribaserad'],
  abductive: ['abduktiivinen', 'theory-guided', 'teoriledd', 'teorivägledd'],
};

export const TYPE_TERMS: Terms<TypeKind> = {
  authentic: { fi: 'autenttinen', en: 'authentic', sv: 'autentisk' },
  general: { fi: 'yleinen', en: 'general', sv: 'allmän' },
  broadest: { fi: 'mahdollisimman laaja', en: 'broadest', sv: 'bredast möjliga' },
};

export const RELATION_TERMS: Terms<Relation> = {
  supports: { fi: 'tukee', en: 'supports', sv: 'stöder' },
  extends: { fi: 'laajentaa', en: 'extends', sv: 'utvidgar' },
  contradicts: { fi: 'on ristiriidassa', en: 'contradicts', sv: 'motsäger' },
  none: { fi: 'ei erityistä suhdetta', en: 'none', sv: 'ingen särskild' },
};

export const YES: Readonly<Record<Language, string>> = { fi: 'kyllä', en: 'yes', sv: 'ja' };

/** Words differ neither by case nor by the space around or between them. */
export const folded = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

const isTerm = (written: string, terms: Readonly<Record<Language, string>>): boolean =>
  LANGUAGES.some((language) => terms[language] === written);

export function readOrigin(text: string): Origin | null {
  const written = folded(text);
  const means = (origin: Origin): boolean =>
    isTerm(written, ORIGIN_TERMS[origin]) || MORE_ORIGINS[origin].includes(written);
  return ORIGINS.find(means) ?? null;
}

export function readRelation(text: string): Relation | null {
  const written = folded(text);
  return RELATIONS.find((one) => isTerm(written, RELATION_TERMS[one])) ?? null;
}

export function readTypeKind(text: string): TypeKind | null {
  const written = folded(text);
  return TYPE_KINDS.find((kind) => isTerm(written, TYPE_TERMS[kind])) ?? null;
}

const FACET_BY_TERM = new Map(
  FACETS.flatMap((facet) =>
    LANGUAGES.map((language) => [folded(FACET_TERMS[facet][language]), facet] as const),
  ),
);

/** The part of a theme that a heading names, in whatever language. */
export const facetNamed = (heading: string): Facet | null =>
  FACET_BY_TERM.get(folded(heading)) ?? null;
