/** The columns of a codings file, in the order they are written. */
export const CODING_COLUMNS = [
  'transcript',
  'start',
  'end',
  'quote',
  'theme',
  'themeTitle',
  'parent',
  'type',
  'coder',
  'question',
  'reduction',
  'memo',
  'deviant',
  'stance',
] as const;

export type CodingColumn = (typeof CODING_COLUMNS)[number];

export const NEEDED_COLUMNS: readonly CodingColumn[] = ['transcript', 'quote', 'theme'];

/** What a deviant case without an explanation is marked with, in our files and in others'. */
export const DEVIANT_YES = ['yes', 'true', '1', 'x', 'kyllä', 'on', 'ja', 'sant'];
export const DEVIANT_NO = ['no', 'false', '0', '-', 'ei', 'nej', 'falskt', 'epätosi'];
