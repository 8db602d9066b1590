import type { AppendixWords } from '../../../src/formats/codebooks/codebook-appendix.ts';

export const APPENDIX_WORDS: AppendixWords = {
  language: 'fi',
  title: 'Koodikirja',
  types: 'Tyypit',
  brief: 'Lyhyt määritelmä',
  full: 'Täysi määritelmä',
  definition: 'Määritelmä',
  include: 'Milloin käytetään',
  exclude: 'Milloin ei käytetä',
  example: 'Esimerkki',
  label: 'Numero',
  level: 'Taso',
  type: 'Tyyppi',
  typeKinds: { authentic: 'autenttinen', general: 'yleinen', broadest: 'mahdollisimman laaja' },
  origin: 'Alkuperä',
  origins: {
    inductive: 'aineistolähtöinen',
    deductive: 'teorialähtöinen',
    abductive: 'teoriaohjaava',
  },
  concept: 'Käsite',
  retired: 'poistettu käytöstä',
};
