import type { Project } from '../../domain/project/project.ts';
import type { ReportCheck } from '../../domain/reports/checks/report-check.ts';
import type { Translate } from '../i18n.ts';

export interface CheckCard {
  readonly key: string;
  readonly level: 'warning' | 'note';
  /** "Warning" or "note", for those who do not see the edge's colour. */
  readonly levelName: string;
  readonly title: string;
  readonly detail: string;
  /** Where it can be seen, and where it can be mended. */
  readonly show: { readonly href: string; readonly label: string } | null;
  readonly fix: { readonly href: string; readonly label: string } | null;
  /** "Hide as [name]": what the quote prints instead. */
  readonly hide: { readonly action: string; readonly word: string; readonly label: string } | null;
  readonly answerAction: string;
  readonly answer: string | null;
}

export interface ReportChecks {
  readonly from: ChecksSaid['from'];
  readonly title: string;
  /** "3 to look at", "nothing to look at". */
  readonly summary: string;
  readonly open: readonly CheckCard[];
  readonly answered: readonly CheckCard[];
  readonly answeredTitle: string;
  readonly pager: Pager | null;
  /** Where more of them are than shown here. */
  readonly all: { readonly href: string; readonly label: string } | null;
}

/** As many as stand beside the report; the page of checks has all, so many at a time. */
const BESIDE = 12;
const ON_PAGE = 50;

export interface ChecksSaid {
  /** In the reader's language. */
  readonly t: Translate;
  /** In the report's. */
  readonly words: Translate;
  /** The page that forms lead back to. */
  readonly from: 'report' | 'checks';
  /** Of the page of checks: which part of them, from 1. */
  readonly page?: number;
}

/** Where one stands among the parts of a long list. */
export interface Pager {
  readonly label: string;
  /** "51–100 of 1,204". */
  readonly where: string;
  readonly page: number;
  readonly previous: { readonly href: string; readonly label: string } | null;
  readonly next: { readonly href: string; readonly label: string } | null;
}

export const checksHref = (projectId: string, page: number): string =>
  `/projects/${projectId}/report/checks${page > 1 ? `?page=${page}` : ''}`;

export function reportChecksView(
  project: Project,
  checks: readonly ReportCheck[],
  { t, words, from, page = 1 }: ChecksSaid,
): ReportChecks {
  const card = (check: ReportCheck): CheckCard => cardOf(project, check, t, words);
  const open = checks.filter(({ answer }) => answer === null);
  const answered = checks.filter(({ answer }) => answer !== null);
  const shown = from === 'report' ? BESIDE : ON_PAGE;
  const pages = Math.max(1, Math.ceil(Math.max(open.length, answered.length) / shown));
  const at = Math.min(page, pages);
  const part = <T>(all: readonly T[]): T[] => all.slice((at - 1) * shown, at * shown);
  return {
    from,
    title: t('report-checks.title'),
    summary:
      open.length === 0 ? t('report-checks.none') : t('report-checks.open', { count: open.length }),
    open: part(open).map(card),
    answered: part(answered).map(card),
    answeredTitle: t('report-checks.answered', { count: answered.length }),
    all:
      from === 'report' && pages > 1
        ? {
            href: checksHref(project.id, 1),
            label: t('report-checks.all', { count: checks.length }),
          }
        : null,
    pager: from === 'checks' && pages > 1 ? pagerOf(project.id, open.length, at, pages, t) : null,
  };
}

function pagerOf(id: string, total: number, page: number, pages: number, t: Translate): Pager {
  const first = Math.min(total, (page - 1) * ON_PAGE + 1);
  const last = Math.min(total, page * ON_PAGE);
  const to = (target: number, label: string): Pager['next'] =>
    target < 1 || target > pages
      ? null
      : { href: checksHref(id, target), label: t(`report-checks.pager.${label}`) };
  return {
    label: t('report-checks.pager.label'),
    where: t('report-checks.pager.where', { first, last, total }),
    page,
    previous: to(page - 1, 'previous'),
    next: to(page + 1, 'next'),
  };
}

/** Those beside the report, in its right column. */
export const checksBeside = (
  project: Project,
  checks: readonly ReportCheck[],
  say: Pick<ChecksSaid, 't' | 'words'>,
): ReportChecks => reportChecksView(project, checks, { ...say, from: 'report' });

/** @param t in the reader's language */
export function checkWords(
  { kind, facts }: ReportCheck,
  t: Translate,
): { readonly title: string; readonly detail: string } {
  const what = facts['what'];
  const unit = facts['unit'];
  const values = {
    ...facts,
    ...(what === undefined ? {} : { whatName: t(`report-checks.what.${what}`) }),
    ...(unit === undefined
      ? {}
      : { sizeWords: t(`report-checks.size.${unit}`, { count: Number(facts['size']) }) }),
  };
  return {
    title: t(`report-checks.kinds.${kind}.title`, values),
    detail: t(`report-checks.kinds.${kind}.detail`, values),
  };
}

/** @param words in the report's language */
function cardOf(project: Project, check: ReportCheck, t: Translate, words: Translate): CheckCard {
  const { key, level, answer } = check;
  const action = `/projects/${project.id}/report/checks/${key}`;
  return {
    ...{ key, level, answer, answerAction: action },
    levelName: t(`report-checks.levels.${level}`),
    ...checkWords(check, t),
    show: showOf(project, check, t),
    fix: fixOf(project, check, t),
    hide: hideOf(check, action, t, words),
  };
}

function showOf(project: Project, { sectionId, excerptId }: ReportCheck, t: Translate) {
  const page = `/projects/${project.id}/report`;
  const label = t('report-checks.show');
  if (excerptId !== null) return { href: `${page}#q-${excerptId}`, label };
  return sectionId === null ? null : { href: `${page}#t-${sectionId}`, label };
}

/** The page on which what was found can be changed. */
function fixOf(project: Project, check: ReportCheck, t: Translate): CheckCard['fix'] {
  const page = `/projects/${project.id}`;
  const to = (href: string, label: string): CheckCard['fix'] => ({
    href: page + href,
    label: t(`report-checks.fix.${label}`),
  });
  const excerpt = check.excerptId === null ? undefined : project.excerpts.get(check.excerptId);
  const inText = excerpt ? `/code/${excerpt.transcriptId}#e-${excerpt.id}` : '/code';
  switch (check.kind) {
    case 'quantifier':
    case 'quantifier-low':
    case 'total':
    case 'names':
    case 'excerpt-count':
    case 'excerpt-total':
    case 'unknown-case':
    case 'quote-unfound':
    case 'long-citation':
      return to(`/report#edit-${check.sectionId ?? 'introduction'}`, 'text');
    case 'altered':
    case 'lost':
    case 'disputed':
    case 'questioned':
    case 'deviant-unexplained':
      return to(inText, 'coding');
    case 'identifiable':
    case 'edits-lost':
    case 'long-quote':
      return check.sectionId === null
        ? to(inText, 'coding')
        : to(
            `/report?section=${check.sectionId}&quote=${check.excerptId ?? ''}#q-${check.excerptId ?? ''}`,
            'quote',
          );
    case 'double-coded':
      return to('/double', 'double');
    case 'never-quoted':
    case 'under-quoted':
    case 'over-quoted':
      return null;
    case 'no-source':
      return to('/theory', 'theory');
    case 'case-outside':
      return to('/types/outside', 'types');
    case 'named-case':
      return to(`/cases${caseNamed(project, check.facts.name)}`, 'case');
    case 'rare-attributes':
      return to('/cases', 'cases');
    case 'draft-outdated':
    case 'single-case':
      return null;
  }
}

function caseNamed(project: Project, name: string | number | undefined): string {
  const named = [...project.cases.values()].find((one) => one.name === name);
  return named ? `/${named.id}#case-name` : '';
}

function hideOf(
  { kind, facts }: ReportCheck,
  action: string,
  t: Translate,
  words: Translate,
): CheckCard['hide'] {
  if (kind !== 'identifiable') return null;
  const word = words(`report-checks.instead.${facts['what'] ?? 'name'}`);
  return { action: `${action}/hide`, word, label: t('report-checks.hide', { word }) };
}
