const NAME = /^\p{L}[^\n\t.!?:;,]{0,38}$/u;

/** Whether letters in bold that begin a paragraph may be a name. */
export const isBoldName = (bold: string): boolean => NAME.test(bold.trim());

/** A paragraph; where it begins with a name in bold, the tab that the change of letters stands for. */
export function withNameApart(bold: string, rest: string): string {
  const isApart = /\s$/.test(bold) || /^\s/.test(rest);
  if (!isApart || rest.trim() === '' || !isBoldName(bold)) return bold + rest;
  return `${bold.trim()}\t${rest}`;
}
