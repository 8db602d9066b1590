/** The words a report prints, in the report's language; the keys begin with `report.`. */
export type ReportWords = (
  key: string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** A line of facts: what it is about, and what there is to say. Plain text. */
export interface Fact {
  readonly term: string;
  readonly text: string;
}

/** Text of a name or a cell: line breaks would end it. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
