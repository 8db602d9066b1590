/** The columns of a codebook's table, in the order they are written. */
export const CODEBOOK_COLUMNS = [
  'guid',
  'label',
  'name',
  'parent',
  'level',
  'type',
  'definition',
  'include',
  'exclude',
  'example',
  'memo',
  'colour',
  'origin',
  'concept',
  'citation',
  'rationale',
  'relation',
  'relationNote',
  'questions',
  'features',
  'codable',
  'retired',
] as const;

export type CodebookColumn = (typeof CODEBOOK_COLUMNS)[number];

/** What else a header may call a column, in small letters, without spaces and punctuation. */
const OTHER_NAMES: Readonly<Record<CodebookColumn, string>> = {
  guid: 'uuid',
  label: 'id nr no number numero nro tunnus nummer beteckning codeid codenumber themenumber',
  name: 'nimi namn title otsikko rubrik codename themename themetitle teemannimi koodinnimi temanamn kodnamn',
  parent:
    'parentname parentcode parenttheme parentid parentlabel yläteema yläluokka yläkoodi ylätaso ylempi överordnad överordnat överordnattema överordnadkod under',
  level: 'taso nivå',
  type: 'tyyppi typ',
  definition: 'määritelmä fulldefinition',
  include:
    'inclusion inclusioncriteria whentouse milloinkäytetään käytetään sisällytä närdetanvänds användsnär inkludera inklusion',
  exclude:
    'exclusion exclusioncriteria whennottouse donotuse milloineikäytetä eikäytetä suljepois närdetinteanvänds användsintenär exkludera exklusion',
  example: 'examples anchorexample exemplar esimerkki ankkuriesimerkki exempel',
  memo: 'muistio muistiinpano note notes huomautus anteckning',
  colour: 'color colourcode colorcode väri värikoodi färg färgkod',
  origin: 'alkuperä ursprung',
  concept: 'käsite begrepp',
  citation: 'source reference lähde viite lähdeviite källa källhänvisning referens',
  rationale:
    'whythisconcept linkrationale perustelu miksijuuritämäkäsite motivering varförjustdettabegrepp',
  relation:
    'relationtotheory relationtotheconcept suhde suhdeteoriaan suhdekäsitteeseen förhållande förhållandetillbegreppet',
  relationNote: 'inwhatway millätavalla påvilketsätt',
  questions:
    'researchquestions researchquestion tutkimuskysymykset tutkimuskysymys forskningsfrågor forskningsfråga',
  features: 'piirteet drag',
  codable: 'iscodable koodattava kodbar',
  retired: 'poistettukäytöstä tagenurbruk deprecated inactive',
};

/**
 * Names that mean one column or, where the table has that already, another: beside codes, a theme
 * or a category is what they lie under.
 */
const EITHER: readonly (readonly [names: string, columns: readonly CodebookColumn[]])[] = [
  ['code koodi kod tag path', ['name', 'label']],
  ['theme teema tema category luokka kategori', ['name', 'parent']],
  [
    'description kuvaus selite beskrivning comment comments kommentti kommentar',
    ['definition', 'memo'],
  ],
];
/** As in a file of codings: beside a title, the theme is its number. */
const TITLED: typeof EITHER = [['theme', ['label']], ...EITHER];

const bare = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const COLUMN_BY_NAME = new Map(
  CODEBOOK_COLUMNS.flatMap((column) =>
    [bare(column), ...OTHER_NAMES[column].split(' ')].map((name) => [name, column] as const),
  ),
);

/** Where each known column stands; the first of a name counts. */
export function columnsIn(header: readonly string[]): Map<CodebookColumn, number> {
  const names = header.map(bare);
  const at = new Map<CodebookColumn, number>();
  names.forEach((name, i) => {
    const column = COLUMN_BY_NAME.get(name);
    if (column && !at.has(column)) at.set(column, i);
  });
  const taken = new Set(at.values());
  for (const [either, columns] of names.includes('themetitle') ? TITLED : EITHER)
    names.forEach((name, i) => {
      const column = columns.find((one) => !at.has(one));
      if (!column || taken.has(i) || !either.split(' ').includes(name)) return;
      at.set(column, i);
      taken.add(i);
    });
  return at;
}
