import type { Project } from '../../domain/project/project.ts';
import type { ReportModel, ReportSection } from '../../domain/reports/report-model.ts';
import { restOf, type Rest } from './first-part.ts';

/**
 * Which part of a report's page is asked for: its first one, all of it, what follows a part, a single
 * section, or the rows that follow the table's first.
 */
export const REPORT_PARTS_ASKED = ['first', 'all', 'rest', 'section', 'table'] as const;
export type PartAsked = (typeof REPORT_PARTS_ASKED)[number];

export interface SectionsAsked {
  readonly rows?: PartAsked | undefined;
  /** The section that the rest begins with, or that is asked for alone. */
  readonly from?: string | undefined;
}

interface SectionsSent {
  readonly sections: readonly ReportSection[];
  /** The section that the next part begins with; null where none follows. */
  readonly next: string | null;
  /** Whether what comes after the sections is sent with them. */
  readonly hasEnd: boolean;
}

/** Quotes that are sent at once: the first part is on the screen soon, the others come in gulps. */
const FIRST_QUOTES = 200;
const NEXT_QUOTES = 1_200;

/** A part of a long report: of the first, the section that somebody chooses for is among them. */
export function sectionsSent(
  model: ReportModel,
  { rows = 'first', from }: SectionsAsked,
  chosen: string | undefined,
): SectionsSent {
  const { sections } = model;
  const after = countOf([...model.types, { quotes: model.withoutTheme }]);
  const isShort = countOf(sections) + after <= 2 * FIRST_QUOTES;
  if (rows === 'all' || (rows === 'first' && isShort))
    return { sections, next: null, hasEnd: true };
  if (rows === 'section' || rows === 'table')
    return {
      sections: sections.filter(({ id }) => id === from),
      next: null,
      hasEnd: from === END,
    };
  const isFirst = rows === 'first';
  const begin = isFirst ? 0 : Math.max(0, indexOf(sections, from));
  const room = isFirst ? FIRST_QUOTES : NEXT_QUOTES;
  const least = isFirst ? indexOf(sections, chosen) : begin;
  let quotes = 0;
  let end = begin;
  while (end < sections.length && (quotes < room || end <= least))
    quotes += sections[end++]?.quotes.length ?? 0;
  const isLast = end === sections.length && (begin === end || quotes + after <= room);
  return {
    sections: sections.slice(begin, end),
    next: isLast ? null : (sections[end]?.id ?? END),
    hasEnd: isLast,
  };
}

const countOf = (parts: readonly Pick<ReportSection, 'quotes'>[]): number =>
  parts.reduce((sum, { quotes }) => sum + quotes.length, 0);

/** Begins what comes after the last section. */
const END = 'end';

function indexOf(sections: readonly ReportSection[], id: string | undefined): number {
  if (id === END) return sections.length;
  return sections.findIndex((section) => section.id === id);
}

/** Where the rows are that follow the first of the table. */
export function tableRest(
  base: string,
  query: Readonly<Record<string, string | undefined>>,
  { revision }: Pick<Project, 'revision'>,
): Rest {
  const { href, fetch } = restOf(`${base}/report`, query, revision);
  return { href, fetch: fetch.replace('rows=rest', 'rows=table') };
}

/** Where the parts that follow are: of this revision, from that section on. */
export function restOfReport(
  base: string,
  query: Readonly<Record<string, string | undefined>>,
  from: string,
  project: Pick<Project, 'revision'>,
): Rest {
  const { href, fetch } = restOf(`${base}/report`, query, project.revision);
  return { href, fetch: `${fetch}&${new URLSearchParams({ from }).toString()}` };
}
