import type { Comparison } from '../../app/compare-codebooks.ts';
import { codebookSteps, newestFirst } from '../../domain/codebook/versions.ts';
import type { ThemeChange } from '../../domain/codebook/diff.ts';
import type { Project } from '../../domain/project/project.ts';
import type { DiffPart } from '../../domain/text/word-diff.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';

interface VersionRow {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly when: string;
  readonly toNow: string;
  /** Since the version before it; null for the first. */
  readonly toPrevious: string | null;
  readonly farewell: string;
}

interface DayRow {
  readonly day: string;
  readonly changes: string;
  readonly href: string;
}

interface Point {
  readonly value: string;
  readonly name: string;
  readonly isFrom: boolean;
  readonly isTo: boolean;
}

interface ChangeRow {
  readonly title: string;
  readonly facts: readonly string[];
  readonly fields: readonly { readonly name: string; readonly parts: readonly DiffPart[] }[];
}

export interface VersionsPage {
  readonly base: string;
  readonly versions: readonly VersionRow[];
  readonly days: readonly DayRow[];
  readonly points: readonly Point[];
  readonly diff: {
    readonly heading: string;
    readonly isSame: boolean;
    readonly added: readonly { readonly title: string; readonly about: string }[];
    readonly removed: readonly { readonly title: string; readonly about: string }[];
    readonly changed: readonly ChangeRow[];
  } | null;
}

interface Asked {
  readonly from: string | undefined;
  readonly to: string;
  readonly comparison: Comparison | null;
}

const MOST_DAYS = 60;

export function versionsPage(
  project: Project,
  t: Translate,
  formats: Formats,
  { from, to, comparison }: Asked,
): VersionsPage {
  const base = `/projects/${project.id}`;
  const diff = (a: string | number, b: string | number): string =>
    `${base}/versions?from=${a}&to=${b}#diff`;
  const versions = newestFirst(project);
  const points = pointsOf(project, t, formats, from, to);
  const nameOf = (value: string | undefined): string =>
    points.find((point) => point.value === value)?.name ?? '';
  return {
    base,
    versions: versions.map(({ id, name, note, at }, i) => {
      const before = versions[i + 1];
      return {
        ...{ id, name, note: note ?? '', when: formats.moment(at) },
        toNow: diff(id, 'now'),
        toPrevious: before ? diff(before.id, id) : null,
        farewell: t('versions.removed', { name }),
      };
    }),
    days: daysOf(project, t, formats, diff),
    points,
    diff: comparison && {
      heading: t('versions.between', { from: nameOf(from), to: nameOf(to) }),
      isSame: [comparison.added, comparison.removed, comparison.changed].every(
        ({ length }) => length === 0,
      ),
      added: comparison.added.map((head) => headOf(head, t)),
      removed: comparison.removed.map((head) => headOf(head, t)),
      changed: comparison.changed.map((change) => changeRow(change, t)),
    },
  };
}

function pointsOf(
  project: Project,
  t: Translate,
  formats: Formats,
  from: string | undefined,
  to: string,
): Point[] {
  const points = [
    { value: 'now', name: t('versions.now') },
    ...newestFirst(project).map(({ id, name, at }) => ({
      value: id,
      name: `${name} (${formats.moment(at)})`,
    })),
  ];
  // A day of the list is compared by its revision.
  for (const value of [from, to])
    if (value !== undefined && !points.some((point) => point.value === value))
      points.push({ value, name: t('versions.revision', { revision: value }) });
  return points.map((point) => ({
    ...point,
    isFrom: point.value === (from ?? points[1]?.value),
    isTo: point.value === to,
  }));
}

/** The days on which the themes changed, newest first. */
function daysOf(
  project: Project,
  t: Translate,
  formats: Formats,
  diff: (a: number, b: number) => string,
): DayRow[] {
  const days = new Map<string, { first: number; last: number; count: number }>();
  for (const { at, before, revision } of codebookSteps(project)) {
    const day = formats.day(at);
    const known = days.get(day);
    if (known) Object.assign(known, { last: revision, count: known.count + 1 });
    else days.set(day, { first: before, last: revision, count: 1 });
  }
  return [...days]
    .toReversed()
    .slice(0, MOST_DAYS)
    .map(([day, { first, last, count }]) => ({
      day,
      changes: t('versions.changes', { count }),
      href: diff(first, last),
    }));
}

const headOf = (
  { title, parent, definition }: Comparison['added'][number],
  t: Translate,
): { title: string; about: string } => ({
  title,
  about: [parent === null ? '' : t('versions.under', { parent }), definition ?? '']
    .filter(Boolean)
    .join(' – '),
});

function changeRow(change: ThemeChange, t: Translate): ChangeRow {
  const { title, renamed, moved, redefined, retired, linked } = change;
  const top = t('themes.top');
  return {
    title,
    facts: [
      ...(renamed ? [t('versions.renamed', renamed)] : []),
      ...(moved ? [t('versions.moved', { from: moved.from ?? top, to: moved.to ?? top })] : []),
      ...(retired ? [t(`versions.${retired}`)] : []),
      ...(linked ? [t('versions.linked')] : []),
    ],
    fields: redefined.map(({ field, parts }) => ({ name: t(`themes.${field}`), parts })),
  };
}
