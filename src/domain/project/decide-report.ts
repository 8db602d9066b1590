import { checkedEdits } from '../reports/checked-edits.ts';
import { orderWithMoved, reportOutline } from '../reports/outline.ts';
import { Rejection } from '../rejection.ts';
import { differenceOf, same, someOf, type ProjectEvent, type ReportEntry } from './events.ts';
import { found } from './found.ts';
import type { Project } from './project.ts';
import type { ReportChanges, ReportCommand, SectionChanges } from './report-commands.ts';
import {
  entryOf,
  NO_CHOICE,
  REPORT_MAPS,
  REPORT_PARTS,
  type ReportMap,
  type ReportSettings,
  type ReportText,
  type SectionChoice,
} from './report-records.ts';

export function decideReport(project: Project, command: ReportCommand): ProjectEvent[] {
  const { report } = project;
  switch (command.kind) {
    case 'change-report':
      return changeReport(report, command.changes);
    case 'change-report-sections': {
      const known = sectionIds(project);
      return command.sections.flatMap(({ id, changes }) => {
        if (!known.has(id)) throw new Rejection('not-found', 'section-not-found', { id });
        return changeSection(report, id, changes);
      });
    }
    case 'move-report-section': {
      const order = orderWithMoved(reportOutline(project), command.id, command.index);
      if (!order) throw new Rejection('not-found', 'section-not-found', { id: command.id });
      return changeReport(report, { order });
    }
    case 'edit-quote': {
      const { quote } = found(project.excerpts, command.excerptId, 'excerpt');
      const edits = checkedEdits(quote, command.edits);
      const entry = edits.length === 0 ? null : { of: quote, edits };
      return entryChange(report, 'quotes', command.excerptId, entry);
    }
    case 'answer-check':
      return entryChange(report, 'answers', command.key, command.answer?.trim() || null);
  }
}

const sectionIds = (project: Project): ReadonlySet<string> =>
  new Set([...REPORT_PARTS, ...reportOutline(project).map(({ id }) => id)]);

/** Each entry of a map is an event of its own, so that undo does not meet others' sections. */
function changeReport(report: ReportText, changes: ReportChanges): ProjectEvent[] {
  const { texts, sections, quotes, answers, settings, ...heads } = changes;
  const given = { texts, sections, answers, quotes: quotes && checkedQuotes(quotes) };
  const difference = differenceOf<Partial<ReportText>>(report, {
    ...(heads as Partial<ReportText>),
    ...(settings && { settings: withChanges(report.settings, settings) }),
  });
  return [
    ...(difference ? [{ kind: 'report-changed' as const, ...difference }] : []),
    ...REPORT_MAPS.flatMap((map) => {
      const wanted = given[map];
      if (!wanted) return [];
      const keys = new Set([...Object.keys(report[map]), ...Object.keys(wanted)]);
      return [...keys].flatMap((key) =>
        entryChange(report, map, key, entryOf<ReportEntry>(wanted, key) ?? null),
      );
    }),
  ];
}

const withChanges = (
  settings: ReportSettings,
  changes: NonNullable<ReportChanges['settings']>,
): ReportSettings => ({
  ...settings,
  ...differenceOf<ReportSettings>(settings, changes)?.after,
});

/** Edits that come from outside with the words they are of. */
const checkedQuotes = (quotes: ReportText['quotes']): ReportText['quotes'] =>
  Object.fromEntries(
    Object.entries(quotes).map(([id, { of, edits }]) => [
      id,
      { of, edits: checkedEdits(of, edits) },
    ]),
  );

function changeSection(
  report: ReportText,
  id: string,
  { text, ...changes }: SectionChanges,
): ProjectEvent[] {
  const before = entryOf(report.sections, id) ?? NO_CHOICE;
  const difference = differenceOf<Partial<SectionChoice>>(before, changes);
  const after = { ...before, ...difference?.after };
  return [
    ...(text === undefined ? [] : entryChange(report, 'texts', id, text.trim() ? text : null)),
    ...(difference
      ? entryChange(report, 'sections', id, same(after, NO_CHOICE) ? null : after)
      : []),
  ];
}

function entryChange(
  report: ReportText,
  map: ReportMap,
  key: string,
  after: ReportEntry | null,
): ProjectEvent[] {
  const before = entryOf<ReportEntry>(report[map], key) ?? null;
  return same(before, after)
    ? []
    : someOf({ kind: 'report-entry-changed', map, key, before, after });
}

/** What was written and chosen for a section goes to another, below what is there. */
export function movedSection({ report }: Project, from: string, to: string): ProjectEvent[] {
  const text = entryOf(report.texts, from);
  const choice = entryOf(report.sections, from);
  const joined = [entryOf(report.texts, to), text].filter(Boolean).join('\n\n');
  return [
    ...(text === undefined ? [] : entryChange(report, 'texts', from, null)),
    ...(text ? entryChange(report, 'texts', to, joined) : []),
    ...(choice === undefined ? [] : entryChange(report, 'sections', from, null)),
    ...movedQuotes(report, choice, to),
  ];
}

/** Quotes that were chosen stay chosen, after those of the other section. */
function movedQuotes(
  report: ReportText,
  choice: SectionChoice | undefined,
  to: string,
): ProjectEvent[] {
  const ids = choice?.quotes?.ids ?? [];
  const there = entryOf(report.sections, to) ?? NO_CHOICE;
  if (ids.length === 0 || !there.quotes) return [];
  const quotes = { ...there.quotes, ids: [...new Set([...there.quotes.ids, ...ids])] };
  return entryChange(report, 'sections', to, { ...there, quotes });
}
