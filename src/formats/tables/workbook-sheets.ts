import { readXml } from '../xml.ts';

/** A sheet of cells that somebody can see. */
export interface WorkbookSheet {
  readonly name: string;
  /** Its part of the zip. */
  readonly part: string;
}

type Parts = ReadonlyMap<string, Uint8Array>;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** What the elements of one name say, each of a part's, in its order. */
function elements<T>(
  file: string,
  parts: Parts,
  part: string,
  wanted: string,
  read: (attribute: (name: string) => string | undefined, inside: readonly string[]) => T,
): T[] {
  const content = parts.get(part);
  const found: T[] = [];
  const inside: string[] = [];
  if (content)
    readXml(file, content, {
      open(name, attribute) {
        if (localName(name) === wanted) found.push(read(attribute, inside));
        inside.push(localName(name));
      },
      close: () => void inside.pop(),
      text: () => undefined,
    });
  return found;
}

/** The sheets in the order of their tabs; those that are hidden, or hold a chart, left out. */
export function sheetsIn(file: string, parts: Parts): WorkbookSheet[] {
  const targets = new Map(
    elements(file, parts, 'xl/_rels/workbook.xml.rels', 'Relationship', (attribute) => [
      attribute('Id') ?? '',
      (attribute('Target') ?? '').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  return elements(file, parts, 'xl/workbook.xml', 'sheet', (attribute): WorkbookSheet[] => {
    const part = targets.get(attribute('r:id') ?? '') ?? '';
    const isSeen = (attribute('state') ?? 'visible') === 'visible';
    return isSeen && parts.has(part) ? [{ name: attribute('name') ?? '', part }] : [];
  }).flat();
}

/** Formats of Excel's own that show per cent. */
const PERCENT_FORMATS = [9, 10];
/** A sign in quotation marks, or behind a backslash, is only a sign. */
const QUOTED = /"[^"]*"|\\./g;

/** The numbers of the cell styles that show 0.45 as 45 %. */
function percentStyles(file: string, parts: Parts): ReadonlySet<string> {
  const part = 'xl/styles.xml';
  const formats = new Set(PERCENT_FORMATS.map(String));
  for (const [id, code] of elements<[string, string]>(file, parts, part, 'numFmt', (attribute) => [
    attribute('numFmtId') ?? '',
    attribute('formatCode') ?? '',
  ]))
    if (code.replace(QUOTED, '').includes('%')) formats.add(id);
  const styles = elements(file, parts, part, 'xf', (attribute, inside) =>
    inside.at(-1) === 'cellXfs' ? [attribute('numFmtId') ?? ''] : [],
  ).flat();
  return new Set(styles.flatMap((format, i) => (formats.has(format) ? [String(i)] : [])));
}

const CELL = /<(?:\w+:)?c\s(?<attributes>[^>]*)>/g;

/** The places, `B12`, of the cells of a sheet that show a share as per cent. */
export function percentCells(file: string, parts: Parts, sheet: string): ReadonlySet<string> {
  const styles = percentStyles(file, parts);
  const content = parts.get(sheet);
  if (styles.size === 0 || !content) return new Set();
  const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString();
  const places = [...xml.matchAll(CELL)].flatMap(({ groups }) => {
    const attributes = groups?.['attributes'] ?? '';
    const style = /\bs="(\d+)"/.exec(attributes)?.[1] ?? '';
    return styles.has(style) ? (/\br="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? []) : [];
  });
  return new Set(places);
}
