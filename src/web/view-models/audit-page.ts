import type { AuditStep, AuditTrail } from '../../app/audit-trail.ts';
import type { Verification } from '../../app/verify-journal.ts';
import { auditChange } from '../../domain/audit/audit-change.ts';
import type { Project } from '../../domain/project/project.ts';
import { actorName, fieldWords, kindName, toldFields } from '../audit-words.ts';
import type { Translate } from '../i18n.ts';
import type { Services } from '../services.ts';
import type { Formats } from './formats.ts';

/** What the page asks for, as its address has it. */
interface AuditAsked {
  readonly person?: string | undefined;
  readonly kind?: string | undefined;
  readonly record?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: number | undefined;
}

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly isChosen: boolean;
}

interface AuditRow {
  readonly revision: number;
  readonly at: string;
  readonly time: string;
  readonly person: string;
  readonly kind: string;
  /** "takes back change 12", beside what was done. */
  readonly turns: string;
  readonly isUndone: boolean;
  readonly changes: readonly {
    readonly record: string;
    readonly name: string;
    readonly what: string;
    readonly href: string | null;
    readonly fields: readonly string[];
    readonly alike: string;
  }[];
  readonly more: string;
}

export interface AuditPage {
  readonly base: string;
  readonly asked: AuditAsked;
  readonly isFiltered: boolean;
  readonly people: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly days: readonly { readonly day: string; readonly rows: readonly AuditRow[] }[];
  readonly older: string | null;
  readonly newest: string | null;
  /** How far back was looked, where little was found. */
  readonly reached: string;
  readonly csv: string;
  readonly verify: string;
  readonly verified: { readonly holds: boolean | null; readonly text: string } | null;
}

/** So many records of a step are shown. */
const SHOWN_CHANGES = 4;

export function auditPage(
  services: Services,
  project: Project,
  trail: AuditTrail,
  { asked, verification }: { asked: AuditAsked; verification: Verification | null },
  t: Translate,
  formats: Formats,
): AuditPage {
  const base = `/projects/${project.id}`;
  const here = `${base}/review/audit`;
  const { before, ...filter } = asked;
  const rowOf = rows(services, project, `${here}?record=`, t, formats);
  return {
    base,
    asked,
    isFiltered: query(filter) !== '',
    people: peopleChoices(services, project, trail, asked.person, t),
    kinds: kindChoices(services, formats, asked.kind, t),
    days: byDay(trail.steps, formats).map(({ day, steps }) => ({ day, rows: steps.map(rowOf) })),
    older: trail.next === null ? null : here + query({ ...filter, before: trail.next }),
    newest: before === undefined ? null : here + query(filter),
    reached:
      trail.next !== null && trail.steps.length < PAGE && trail.reached !== null
        ? t('audit.reached', { when: formats.moment(trail.reached) })
        : '',
    csv: `/api/v1${base}/audit.csv${query(filter)}`,
    verify: here + query({ ...asked, verify: 1 }),
    verified: verification && { holds: verification.holds, text: verifiedWords(verification, t) },
  };
}

/** Steps on a page. */
export const PAGE = 60;

function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const known = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return known.length === 0 ? '' : `?${new URLSearchParams(known).toString()}`;
}

function byDay(
  steps: readonly AuditStep[],
  formats: Formats,
): { readonly day: string; readonly steps: AuditStep[] }[] {
  const days: { day: string; steps: AuditStep[] }[] = [];
  for (const step of steps) {
    const day = formats.day(step.at);
    const last = days.at(-1);
    if (last?.day === day) last.steps.push(step);
    else days.push({ day, steps: [step] });
  }
  return days;
}

function rows(
  services: Services,
  project: Project,
  toRecord: string,
  t: Translate,
  formats: Formats,
): (step: AuditStep) => AuditRow {
  return ({ first, last, at, actor, command, undoes, redoes, isUndone, events }) => {
    const told = events.slice(0, SHOWN_CHANGES).map((event) => auditChange(project, event));
    const count = last - first + 1 - told.length;
    return {
      revision: first,
      at,
      time: formats.clock(at),
      person: actorName(services, actor, t),
      kind: kindName(command, t),
      turns:
        (undoes === null ? '' : t('audit.undoes', { revision: undoes })) ||
        (redoes === null ? '' : t('audit.redoes', { revision: redoes })),
      isUndone,
      changes: told.map((change) => ({
        record: t(`audit.record.${change.record}`),
        name: change.name,
        what: change.what === 'changed' ? '' : t(`audit.what.${change.what}`),
        href: change.id === null ? null : toRecord + encodeURIComponent(change.id),
        fields: toldFields(change).map((field) => fieldWords(field, t)),
        alike: change.alike > 0 ? t('audit.alike', { count: change.alike }) : '',
      })),
      more: count > 0 ? t('audit.more', { count }) : '',
    };
  };
}

/** Everybody in the project, and whoever else is on the page. */
function peopleChoices(
  services: Services,
  project: Project,
  { steps }: AuditTrail,
  chosen: string | undefined,
  t: Translate,
): Choice[] {
  const memberships = services.directory?.people.memberships ?? [];
  const members = memberships.filter((one) => one.projectId === project.id);
  const ids = new Set([
    ...members.map(({ accountId }): string => accountId),
    ...steps.map(({ actor }) => actor),
    ...(chosen === undefined ? [] : [chosen]),
  ]);
  return [...ids].map((id) => ({
    value: id,
    name: actorName(services, id, t),
    isChosen: id === chosen,
  }));
}

function kindChoices(
  { clientWords }: Services,
  { language }: Formats,
  chosen: string | undefined,
  t: Translate,
): Choice[] {
  const kinds = Object.keys(clientWords(language)['commands'] as object);
  return kinds
    .map((kind) => ({ value: kind, name: kindName(kind, t), isChosen: kind === chosen }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

function verifiedWords(
  { holds, lines, brokenLine, why, fault }: Verification,
  t: Translate,
): string {
  if (holds === null) return t('audit.verified.not-kept');
  if (holds) return t('audit.verified.holds', { count: lines ?? 0 });
  const reason = fault === null || fault === 'other' ? (why ?? '') : t(`audit.fault.${fault}`);
  return t('audit.verified.broken', { line: brokenLine ?? 0, lines: lines ?? 0, why: reason });
}
