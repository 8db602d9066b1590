const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const LONGEST_NAME = 31;

/**
 * The files of a workbook beside its sheets (`xl/worksheets/sheet1.xml` and on) and styles.
 *
 * @param names of the sheets, as wished; two that would be equal are numbered
 */
export function workbookParts(names: readonly string[]): Record<string, string> {
  const taken = new Set<string>();
  const sheets = names.map((name, i) => {
    const own = escaped(sheetName(name, taken));
    return `<sheet name="${own}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`;
  });
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}${names.map((_, i) => part(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': relationships([relationship(1, 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_, i) => relationship(i + 1, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
      relationship(names.length + 1, 'styles', 'styles.xml'),
    ]),
  };
}

const part = (name: string, type: string): string =>
  `<Override PartName="${name}" ContentType="${SHEET_ML}.${type}+xml"/>`;

const relationship = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const relationships = (all: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

/** As Excel takes it, and unlike those taken. */
function sheetName(wished: string, taken: Set<string>): string {
  const base =
    wished
      .replace(/[\\/*?:[\]]/g, ' ')
      .replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
      .replace(/^['\s]+|['\s]+$/g, '') || '1';
  let name = shortened(base, LONGEST_NAME);
  for (let n = 2; taken.has(name.toLowerCase()); n++)
    name = `${shortened(base, LONGEST_NAME - 4)} ${n}`;
  taken.add(name.toLowerCase());
  return name;
}

/** Cut between two characters, no apostrophe or space at the end. */
const shortened = (name: string, length: number): string =>
  name
    .slice(0, length)
    .replace(/\p{Cs}$/u, '')
    .replace(/['\s]+$/, '');

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
