import { themeTitle } from '../codebook/tree.ts';
import type { CaseId, ThemeId } from '../ids.ts';
import { changeOf, someOf, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import type { Project } from './project.ts';
import type { Theme } from './records.ts';
import type { SummaryCommand } from './summary-commands.ts';
import { summaryId, type Summary } from './summary-records.ts';

export function decideSummaries(
  project: Project,
  { themeId, caseId, text, by }: SummaryCommand,
  at: string,
): ProjectEvent[] {
  found(project.themes, themeId, 'theme');
  found(project.cases, caseId, 'case');
  const id = summaryId(themeId, caseId);
  const record = project.summaries.get(id);
  const written = text?.trim() ?? '';
  if (written === '') return record ? [{ kind: 'summary-removed', record }] : [];
  if (record?.text === written) return [];
  const said = { text: written, writers: by === undefined ? [] : [by], updatedAt: at };
  return record
    ? someOf(changeOf('summary', record, said))
    : [{ kind: 'summary-added', record: { id, themeId, caseId, ...said } }];
}

/** What was summarised of one theme is said of another, below what is said there. */
export const summariesToTheme = (
  project: Project,
  from: ThemeId,
  themeId: ThemeId,
): ProjectEvent[] => moved(project, ofTheme(project, from), (summary) => ({ ...summary, themeId }));

/** The same of one interviewee and another. */
export const summariesToCase = (project: Project, from: CaseId, caseId: CaseId): ProjectEvent[] =>
  moved(project, ofCase(project, from), (summary) => ({ ...summary, caseId }));

/** A top theme that goes leaves its summaries in the memos of the interviewees. */
export const summariesToMemos = (project: Project, theme: Theme): ProjectEvent[] =>
  ofTheme(project, theme.id).flatMap((record): ProjectEvent[] => {
    const one = found(project.cases, record.caseId, 'case');
    const memo = [one.memo, `${themeTitle(theme)}: ${record.text}`].filter(Boolean).join('\n\n');
    return [{ kind: 'summary-removed', record }, ...someOf(changeOf('case', one, { memo }))];
  });

/** The summaries of an interviewee who goes. */
export const summariesGone = (project: Project, caseId: CaseId): ProjectEvent[] =>
  ofCase(project, caseId).map((record) => ({ kind: 'summary-removed', record }));

export const isSummarised = (project: Project, caseId: CaseId): boolean =>
  ofCase(project, caseId).length > 0;

const ofTheme = ({ summaries }: Project, id: ThemeId): Summary[] =>
  [...summaries.values()].filter(({ themeId }) => themeId === id);

const ofCase = ({ summaries }: Project, id: CaseId): Summary[] =>
  [...summaries.values()].filter(({ caseId }) => caseId === id);

function moved(
  { summaries }: Project,
  records: readonly Summary[],
  place: (summary: Summary) => Summary,
): ProjectEvent[] {
  return records.flatMap((record): ProjectEvent[] => {
    const placed = place(record);
    const id = summaryId(placed.themeId, placed.caseId);
    const there = summaries.get(id);
    const text = there ? `${there.text}\n\n${record.text}` : record.text;
    const writers = [...new Set([...(there?.writers ?? []), ...record.writers])];
    return [
      { kind: 'summary-removed', record },
      ...(there
        ? someOf(changeOf('summary', there, { text, writers, updatedAt: later(there, record) }))
        : [{ kind: 'summary-added' as const, record: { ...placed, id } }]),
    ];
  });
}

const later = (a: Summary, b: Summary): string =>
  a.updatedAt > b.updatedAt ? a.updatedAt : b.updatedAt;
