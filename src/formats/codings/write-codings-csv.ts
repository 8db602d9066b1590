import type { TextOf } from '../../domain/analysis/meter.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Excerpt, Theme, Transcript } from '../../domain/project/records.ts';
import { codePointSpans } from '../../domain/reports/code-point-spans.ts';
import { excerptsInOrder, interviewsInOrder } from '../../domain/reports/interview-order.ts';
import type { Span } from '../../domain/text/span.ts';
import { writeCsv } from '../csv.ts';
import { CODING_COLUMNS, DEVIANT_NO, DEVIANT_YES, type CodingColumn } from './columns.ts';

type Cells = Record<CodingColumn, string | number | null>;

/**
 * Every excerpt in interview order, as `readCodingsCsv` reads it again. An excerpt with several
 * themes and types is one row per pair, so that a pivot table counts each pair once; read again,
 * the rows of one coder and span become one excerpt. Offsets are code points.
 */
export function writeCodingsCsv(project: Project, textOf: TextOf): string {
  const nameOf = transcriptNames(project);
  const rows = interviewsInOrder(project).flatMap((transcript) => {
    const inCodePoints = codePointSpans(textOf(transcript.id));
    return excerptsInOrder(project, transcript).flatMap((excerpt) =>
      rowsOf(project, nameOf(transcript), excerpt, inCodePoints(excerpt)),
    );
  });
  return writeCsv(
    [CODING_COLUMNS, ...rows.map((row) => CODING_COLUMNS.map((column) => row[column]))],
    project.settings.language,
  );
}

/** A transcript is named by its title, or by its file where another has the same title. */
function transcriptNames(project: Project): (transcript: Transcript) => string {
  const uses = new Map<string, number>();
  for (const { title } of project.transcripts.values()) uses.set(title, (uses.get(title) ?? 0) + 1);
  return ({ title, fileName }) => ((uses.get(title) ?? 0) > 1 ? fileName : title);
}

function rowsOf(
  project: Project,
  transcript: string,
  excerpt: Excerpt,
  { start, end }: Span,
): Cells[] {
  const themes = orNone(excerpt.themeIds.map((id) => project.themes.get(id)));
  const types = orNone(excerpt.typeIds.map((id) => project.types.get(id)));
  return themes.flatMap((theme) =>
    types.map((type) => ({
      transcript,
      start,
      end,
      quote: excerpt.quote,
      ...themeCells(project, theme),
      type: type?.name ?? null,
      coder: project.coders.get(excerpt.coderId)?.name ?? null,
      question: excerpt.question,
      reduction: excerpt.reduction,
      memo: excerpt.memo,
      deviant: deviantCell(excerpt),
      stance: excerpt.stance,
    })),
  );
}

/** One row even where there is nothing to list. */
function orNone<T>(records: readonly (T | undefined)[]): (T | undefined)[] {
  const some = records.filter((record) => record !== undefined);
  return some.length > 0 ? some : [undefined];
}

function themeCells(
  project: Project,
  theme: Theme | undefined,
): Pick<Cells, 'theme' | 'themeTitle' | 'parent'> {
  const parent = theme?.parentId ? project.themes.get(theme.parentId) : undefined;
  return {
    theme: theme ? (theme.label ?? theme.name) : null,
    themeTitle: theme?.label ? theme.name : null,
    parent: parent ? (parent.label ?? parent.name) : null,
  };
}

/** The explanation, or "yes" where there is none: or where it would be read as yes or no. */
function deviantCell({ deviant, deviantReason }: Excerpt): string | null {
  if (!deviant) return null;
  const reason = deviantReason?.trim() ?? '';
  const word = reason.toLowerCase();
  return reason === '' || DEVIANT_NO.includes(word) || DEVIANT_YES.includes(word) ? 'yes' : reason;
}
