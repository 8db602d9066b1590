import { frequencies } from '../../domain/analysis/frequencies.ts';
import { axis } from '../../domain/analysis/axis.ts';
import { caseNameAt } from '../../domain/cases/case-of.ts';
import { themesInOrder, themeTitle } from '../../domain/codebook/tree.ts';
import { questionCounts } from '../../domain/guide/question-counts.ts';
import { readGuide, writeGuide } from '../../domain/guide/read-guide.ts';
import { questionsOf } from '../../domain/guide/questions.ts';
import { askingTurns, saidIn } from '../../domain/guide/said.ts';
import { transcriptsInOrder, type Project } from '../../domain/project/project.ts';
import type { AskedQuestion, Guide, Transcript } from '../../domain/project/records.ts';
import { excerptsInOrder, interviewsInOrder } from '../../domain/reports/interview-order.ts';
import { turnIndexAt } from '../../domain/text/turns.ts';
import { escapeHtml } from '../../markup/escape.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';

/** What the address asks to see. */
export interface GuideView {
  readonly question?: string | undefined;
  readonly theme?: string | undefined;
  readonly transcript?: string | undefined;
}

interface Quote {
  readonly text: string;
  readonly tag: string;
  readonly href: string;
}

export interface GuidePage {
  readonly base: string;
  readonly language: string;
  readonly isEmpty: boolean;
  readonly sizes: string;
  /** The guide as it is edited. */
  readonly text: string;
  readonly preview: PreviewPart[] | null;
  readonly previewSizes: string;
  readonly parts: readonly {
    readonly name: string;
    readonly questions: readonly {
      readonly id: string;
      readonly number: string;
      readonly text: string;
      readonly asked: string;
      readonly excerpts: string;
      readonly href: string | null;
    }[];
  }[];
  readonly table: Table | null;
  readonly found: {
    readonly title: string;
    readonly quotes: readonly Quote[];
  } | null;
  readonly interviews: readonly {
    readonly title: string;
    readonly href: string;
    readonly matched: string;
    readonly current: boolean;
  }[];
  readonly turns: readonly Turn[];
  readonly transcript: { readonly id: string; readonly title: string } | null;
}

interface PreviewPart {
  readonly name: string;
  readonly questions: readonly { readonly number: string; readonly text: string }[];
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly number: string;
    readonly text: string;
    readonly cells: readonly {
      readonly count: string;
      readonly heat: string;
      readonly href: string | null;
      readonly name: string;
    }[];
    readonly total: string;
  }[];
  readonly note: string | null;
}

interface Turn {
  readonly id: string;
  readonly start: number;
  readonly number: number;
  readonly href: string;
  readonly text: string;
  /** The guide's questions, that of the turn chosen. */
  readonly optionsHtml: string;
  readonly how: string;
}

const HEAT_STEPS = 9;
const SAID_LENGTH = 220;
const OPTION_LENGTH = 90;

export function guidePage(
  project: Project,
  view: GuideView,
  textOf: (transcript: Transcript) => string,
  t: Translate,
  formats: Formats,
  written?: string,
): GuidePage {
  const { guide } = project;
  const transcript =
    transcriptsInOrder(project).find(({ id }) => id === view.transcript) ??
    transcriptsInOrder(project)[0];
  const preview = written === undefined ? null : readGuide(written).parts;
  const base = `/projects/${project.id}`;
  return {
    base,
    language: project.settings.language,
    isEmpty: guide.parts.length === 0,
    sizes: sizesOf(guide, t),
    text: written ?? writeGuide(guide),
    preview: preview && [...preview],
    previewSizes: preview ? sizesOf({ parts: preview }, t) : '',
    parts: partsOf(project, base, t),
    table: tableOf(project, base, t, formats),
    found: foundBy(project, view, base, t),
    interviews: transcriptsInOrder(project).map((one) => ({
      title: one.title,
      href: `${base}/guide?transcript=${one.id}#turns`,
      matched: `${formats.number(askedCount(one))}/${formats.number(askingTurns(one.turns).length)}`,
      current: one.id === transcript?.id,
    })),
    transcript: transcript ? { id: transcript.id, title: transcript.title } : null,
    turns: transcript ? turnsOf(project, transcript, textOf(transcript), t) : [],
  };
}

const askedCount = ({ asked }: Transcript): number =>
  asked.filter(({ questionId }) => questionId !== null).length;

const sizesOf = (
  guide: Pick<Guide, 'parts'> | { parts: readonly PreviewPart[] },
  t: Translate,
): string =>
  [
    t('guide.parts', { count: guide.parts.filter(({ name }) => name !== '').length }),
    t('guide.questions', {
      count: guide.parts.reduce((sum, { questions }) => sum + questions.length, 0),
    }),
  ].join(' · ');

function partsOf(project: Project, base: string, t: Translate): GuidePage['parts'] {
  const counts = questionCounts(project);
  return project.guide.parts.map(({ name, questions }) => ({
    name,
    questions: questions.map(({ id, number, text }) => {
      const { askedCount = 0, excerptCount = 0 } = counts.get(id) ?? {};
      return {
        ...{ id, number, text },
        asked: t('guide.asked', { count: askedCount }),
        excerpts: t('common.excerpts', { count: excerptCount }),
        href: excerptCount > 0 ? `${base}/guide?question=${id}#found` : null,
      };
    }),
  }));
}

/** Questions by themes; an excerpt counts for its theme and for every theme above it. */
function tableOf(project: Project, base: string, t: Translate, { number }: Formats): Table | null {
  if (questionsOf(project.guide).length === 0 || project.themes.size === 0) return null;
  const options = { rows: 'question', columns: 'theme', unit: 'excerpts' } as const;
  const { rows, columns, cells, rowTotals, total } = frequencies(project, options);
  const largest = cells.reduce((most, row) => Math.max(most, ...row), 1);
  const themes = themesInOrder(project.themes).map(({ theme }) => theme);
  const left = project.excerpts.size - total;
  return {
    columns: themes.map(themeTitle),
    rows: rows.map((row, i) => ({
      number: row.label ?? row.name,
      text: row.label ? row.name : '',
      cells: (cells[i] ?? []).map((count, j) => ({
        count: number(count),
        heat: `h${Math.ceil((HEAT_STEPS * count) / largest)}`,
        href:
          count === 0
            ? null
            : `${base}/guide?question=${encodeURIComponent(row.id)}&theme=${columns[j]?.id ?? ''}#found`,
        name: t('guide.cell', {
          question: row.label ?? row.name,
          theme: themes[j]?.name ?? '',
          count,
        }),
      })),
      total: number(rowTotals[i] ?? 0),
    })),
    note: left > 0 ? t('guide.left', { count: left }) : null,
  };
}

/** The excerpts behind a figure, found by the rule that counted them. */
function foundBy(
  project: Project,
  { question, theme }: GuideView,
  base: string,
  t: Translate,
): GuidePage['found'] {
  if (question === undefined) return null;
  const questions = axis(project, 'question');
  const themes = axis(project, 'theme');
  const asked = questionsOf(project.guide).find(({ id }) => id === question)?.number ?? question;
  const row = questions.items.findIndex(({ id }) => id === asked);
  const column = themes.items.findIndex(({ id }) => id === theme);
  if (row < 0 || (theme !== undefined && column < 0)) return null;
  const quotes = interviewsInOrder(project).flatMap((transcript) =>
    excerptsInOrder(project, transcript)
      .filter(
        (one) =>
          questions.placesOf(one).includes(row) &&
          (theme === undefined || themes.placesOf(one).includes(column)),
      )
      .map((one) => ({
        text: one.quote,
        tag: caseNameAt(project, transcript, one),
        href: `${base}/code/${transcript.id}#e-${one.id}`,
      })),
  );
  const item = questions.items[row];
  const name = [
    t('guide.question', { number: asked }),
    ...(item?.label ? [item.name] : []),
    ...(theme === undefined ? [] : [themes.items[column]?.name ?? '']),
  ];
  return { title: name.join(' · '), quotes };
}

function turnsOf(project: Project, transcript: Transcript, text: string, t: Translate): Turn[] {
  const asked = new Map<number, AskedQuestion>(transcript.asked.map((one) => [one.start, one]));
  const options = optionsFor(project.guide);
  return saidIn(text, transcript.turns).map(({ start, text: said }) => {
    const number = turnIndexAt(transcript.turns, start) + 1;
    const one = asked.get(start);
    return {
      id: `turn-${number}`,
      start,
      number,
      href: `/projects/${project.id}/code/${transcript.id}#t-${number}`,
      text: shortened(said, SAID_LENGTH),
      optionsHtml: options(one?.questionId ?? null),
      how: t(`guide.by.${one?.by ?? 'none'}`),
    };
  });
}

const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

/** Drawn once for hundreds of turns: each chooses its own. */
function optionsFor(guide: Guide): (chosen: string | null) => string {
  const options = questionsOf(guide).map(({ id, number, text }) => {
    const name = escapeHtml(shortened(`${number}. ${text}`, OPTION_LENGTH));
    return { id, start: `<option value="${escapeHtml(id)}"`, end: `>${name}</option>` };
  });
  return (chosen) =>
    options.map(({ id, start, end }) => start + (id === chosen ? ' selected' : '') + end).join('');
}
