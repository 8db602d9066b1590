import { markEmphasised } from './emphasis.ts';

const NAME = /^\p{L}[^\n\t.!?:;,]{0,38}$/u;

/** Whether letters in bold that begin a paragraph may be a name. */
export const isBoldName = (bold: string): boolean => NAME.test(bold.trim());

/** A paragraph; where it begins with a name in bold, the tab that the change of letters stands for. */
export function withNameApart({ bold, rest }: BoldLead): string {
  const isApart = /\s$/.test(bold) || /^\s/.test(rest);
  if (!isApart || rest.trim() === '' || !isBoldName(bold)) return bold + rest;
  return nameApart(bold, rest);
}

/** A tab and a space: nobody types them so, and where it was no name they can be taken back. */
export const nameApart = (name: string, rest: string): string =>
  `${name.trim()}\t ${rest.trimStart()}`;

const APART = /^([^\t\n]{1,40})\t (?=[^\s\d[(])/gm;

/** A text in which letters in bold turned out to be words like others. */
export const withoutTabs = (text: string): string => text.replace(APART, '$1 ');

/** A paragraph outside a table, marked where all of it is bold or italic. */
export const paragraphWithLead = (lead: BoldLead): string =>
  lead.bold.trim() !== '' && lead.rest.trim() === ''
    ? markEmphasised(lead.bold)
    : withNameApart(lead);

/** A paragraph as it grows: the letters in bold or italics it begins with, and what follows. */
export interface BoldLead {
  readonly bold: string;
  readonly rest: string;
}

export const NO_LEAD: BoldLead = { bold: '', rest: '' };

export const withText = ({ bold, rest }: BoldLead, text: string, isBold: boolean): BoldLead =>
  (isBold || text.trim() === '') && rest === '' && (isBold || bold !== '')
    ? { bold: bold + text, rest }
    : { bold, rest: rest + text };
