const NAME = /^\p{L}[^\n\t.!?:;,]{0,38}$/u;

/** Whether letters in bold that begin a paragraph may be a name. */
export const isBoldName = (bold: string): boolean => NAME.test(bold.trim());

/** A paragraph; where it begins with a name in bold, the tab that the change of letters stands for. */
export function withNameApart(bold: string, rest: string): string {
  const isApart = /\s$/.test(bold) || /^\s/.test(rest);
  if (!isApart || rest.trim() === '' || !isBoldName(bold)) return bold + rest;
  return `${bold.trim()}\t${rest}`;
}

/** A paragraph as it grows: the letters in bold it begins with, and what follows. */
export interface BoldLead {
  readonly bold: string;
  readonly rest: string;
}

export const NO_LEAD: BoldLead = { bold: '', rest: '' };

export const withText = ({ bold, rest }: BoldLead, text: string, isBold: boolean): BoldLead =>
  isBold && rest === '' ? { bold: bold + text, rest } : { bold, rest: rest + text };
