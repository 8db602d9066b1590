import type { SheetCell } from './write-xlsx.ts';

/** The formats that sheets have a number of their own for begin here. */
const FIRST_FORMAT = 164;
const FONTS = ['', '<b/>'].map(
  (weight) => `<font>${weight}<sz val="10"/><name val="Arial"/><family val="2"/></font>`,
);
const LINE = 'style="thin"><color auto="1"/>';
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left/><right/><top ${LINE}</top><bottom/><diagonal/></border>`,
  `<border><left/><right/><top/><bottom ${LINE}</bottom><diagonal/></border>`,
];
const RULES = { none: 0, top: 1, bottom: 2 } as const;

/** How the cells of a workbook look: each look once, under the number that cells name it by. */
export class SheetLooks {
  readonly #ids = new Map<string, number>();
  readonly #xml: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  readonly #formats: string[] = [];

  /** @param isText where the text would be taken for a formula by whoever edits it */
  idOf(cell: SheetCell, isText = false): number {
    const { format = '', bold, indent = 0, wrap, align = '', rule = '' } = cell;
    const key = `${bold ? 1 : 0}${wrap ? 1 : 0}${isText ? 1 : 0} ${indent} ${align} ${rule} ${format}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#xml.push(this.#lookOf(cell, isText)) - 1;
      this.#ids.set(key, id);
    }
    return id;
  }

  #lookOf({ format, bold, indent, wrap, align, rule }: SheetCell, isText: boolean): string {
    const side = align ?? (indent ? 'left' : null);
    const alignment =
      (side ? ` horizontal="${side}"` : '') +
      (wrap ? ' wrapText="1"' : '') +
      (indent ? ` indent="${indent}"` : '');
    const look =
      `<xf numFmtId="${this.#formatId(format)}" fontId="${bold ? 1 : 0}" fillId="0"` +
      ` borderId="${RULES[rule ?? 'none']}" xfId="0" applyNumberFormat="1" applyFont="1"` +
      ` applyBorder="1" applyAlignment="1"${isText ? ' quotePrefix="1"' : ''}>`;
    return `${look}<alignment vertical="top"${alignment}/></xf>`;
  }

  #formatId(format: string | undefined): number {
    if (format === undefined) return 0;
    const at = this.#formats.indexOf(format);
    return FIRST_FORMAT + (at >= 0 ? at : this.#formats.push(format) - 1);
  }

  /** `xl/styles.xml`. */
  xml(): string {
    const formats = this.#formats.map(
      (format, i) =>
        `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`,
    );
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length > 0 ? counted('numFmts', formats) : '',
      counted('fonts', FONTS),
      counted('fills', [
        '<fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill>',
      ]),
      counted('borders', BORDERS),
      counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      counted('cellXfs', this.#xml),
      counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      '</styleSheet>',
    ].join('');
  }
}

const counted = (name: string, children: readonly string[]): string =>
  `<${name} count="${children.length}">${children.join('')}</${name}>`;
