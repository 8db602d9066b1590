import { roundPassages, type RoundPassage } from '../../domain/double-coding/round-passages.ts';
import { isDone, isOpen, roundsInOrder } from '../../domain/double-coding/rounds.ts';
import { themeTitle } from '../../domain/codebook/tree.ts';
import { transcriptsInOrder, type Project } from '../../domain/project/project.ts';
import type { Round } from '../../domain/project/round-records.ts';
import { unionOfSpans, type Span } from '../../domain/text/span.ts';
import { turnIndexAt } from '../../domain/text/turns.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';

interface RoundCard {
  readonly id: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly state: string;
  readonly facts: string;
  readonly transcripts: readonly { readonly title: string; readonly href: string }[];
  readonly coders: readonly { readonly name: string; readonly state: string }[];
  /** Whether whoever looks codes in it, and has said that they finished. */
  readonly mine: 'coding' | 'done' | 'none';
  readonly href: string;
}

export interface DoublePage {
  readonly base: string;
  readonly person: string;
  readonly asksName: boolean;
  /** Whether whoever looks may end and remove rounds. */
  readonly mayEnd: boolean;
  readonly rounds: readonly RoundCard[];
  readonly transcripts: readonly { readonly id: string; readonly title: string }[];
  readonly coders: string;
}

interface Looking {
  readonly person: string;
  readonly asksName: boolean;
}

/** The rounds of a project, and what a new one needs. */
export function doublePage(
  project: Project,
  { person, asksName, mayEnd }: Looking & Pick<DoublePage, 'mayEnd'>,
  t: Translate,
  formats: Formats,
): DoublePage {
  return {
    base: `/projects/${project.id}`,
    ...{ person, asksName, mayEnd },
    rounds: roundsInOrder(project).map((round) => cardOf(project, round, person, t, formats)),
    transcripts: transcriptsInOrder(project).map(({ id, title }) => ({ id, title })),
    coders: person,
  };
}

function cardOf(
  project: Project,
  round: Round,
  person: string,
  t: Translate,
  formats: Formats,
): RoundCard {
  const { share } = round;
  const base = `/projects/${project.id}`;
  const transcripts = round.transcriptIds.flatMap((id) => project.transcripts.get(id) ?? []);
  return {
    ...{ id: round.id, name: round.name, isOpen: isOpen(round) },
    state: t(isOpen(round) ? 'double.running' : 'double.ended'),
    facts: [
      t('common.transcripts', { count: transcripts.length }),
      share
        ? t('double.drawn', { percent: formats.percent(share.percent / 100), seed: share.seed })
        : t('double.chosen'),
      t('double.begun', { who: round.by, when: formats.day(round.createdAt) }),
    ].join(' · '),
    transcripts: transcripts.map(({ id, title }) => ({ title, href: `${base}/code/${id}` })),
    coders: round.coders.map((name) => ({
      name,
      state: t(isDone(round, name) ? 'double.has-finished' : 'double.is-coding'),
    })),
    mine: !round.coders.includes(person) ? 'none' : isDone(round, person) ? 'done' : 'coding',
    href: `${base}/double/${round.id}`,
  };
}

interface Part {
  readonly text: string;
  readonly isMarked: boolean;
}

export interface RoundItem {
  readonly place: Readonly<Record<'transcriptId' | 'themeId' | 'start' | 'end', string>>;
  readonly theme: { readonly title: string; readonly colour: number; readonly about: string };
  readonly where: string;
  readonly sides: readonly { readonly coder: string; readonly parts: readonly Part[] }[];
  readonly choices: readonly {
    readonly key: string;
    readonly name: string;
    /** Names of coders, one a line. */
    readonly taken: string;
  }[];
  readonly decided: { readonly id: string; readonly text: string } | null;
}

export interface RoundPage {
  readonly base: string;
  readonly round: RoundCard;
  readonly agreed: string | null;
  readonly progress: string;
  readonly rows: readonly {
    readonly href: string;
    readonly theme: string;
    readonly where: string;
    readonly isDecided: boolean;
    readonly isCurrent: boolean;
  }[];
  readonly item: RoundItem | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly at: number;
  /** The place of what comes after a decision. */
  readonly after: string;
  readonly figures: string;
}

const AROUND = 220;
const ROWS_AROUND = 40;

/** The passages on which the coders of a round differ, one of them in full. */
export async function roundPage(
  project: Project,
  round: Round,
  looking: Looking & { readonly at: number | null },
  textOf: (id: RoundPassage['transcriptId']) => Promise<string>,
  t: Translate,
  formats: Formats,
): Promise<RoundPage> {
  const base = `/projects/${project.id}`;
  const all = roundPassages(project, round);
  const differing = all.filter(({ isAgreed }) => !isAgreed);
  const alike = all.filter(({ isAgreed, decision }) => isAgreed && !decision).length;
  const open = differing.filter(({ decision }) => !decision).length;
  const first = differing.findIndex(({ decision }) => !decision);
  const at = Math.min(looking.at ?? Math.max(0, first), Math.max(0, differing.length - 1));
  const passage = differing[at];
  const href = (place: number): string => `${base}/double/${round.id}?at=${place}`;
  const from = Math.max(0, at - ROWS_AROUND);
  const following = differing.findIndex((one, i) => i > at && !one.decision);
  return {
    base,
    round: cardOf(project, round, looking.person, t, formats),
    agreed: alike > 0 ? t('double.take-agreed', { count: alike }) : null,
    progress: t('double.progress', {
      open: formats.number(open),
      count: differing.length,
      agreed: formats.number(all.length - differing.length),
    }),
    rows: differing.slice(from, at + ROWS_AROUND + 1).map((one, i) => ({
      href: href(from + i),
      theme: titleOf(project, one),
      where: whereOf(project, one, t),
      isDecided: one.decision !== null,
      isCurrent: from + i === at,
    })),
    item: passage ? itemOf(project, round, passage, await textOf(passage.transcriptId), t) : null,
    previous: at > 0 ? href(at - 1) : null,
    next: at + 1 < differing.length ? href(at + 1) : null,
    at,
    after: String(following === -1 ? at : following),
    figures: figuresHref(project, round),
  };
}

function figuresHref(project: Project, round: Round): string {
  const search = new URLSearchParams();
  for (const coder of project.coders.values())
    if (round.coders.includes(coder.name)) search.append('coders', coder.id);
  for (const id of round.transcriptIds) search.append('transcripts', id);
  return `/projects/${project.id}/review/agreement?${search.toString()}`;
}

const titleOf = (project: Project, { themeId }: RoundPassage): string => {
  const theme = project.themes.get(themeId);
  return theme ? themeTitle(theme) : '';
};

function whereOf(project: Project, { transcriptId, start }: RoundPassage, t: Translate): string {
  const transcript = project.transcripts.get(transcriptId);
  if (!transcript) return '';
  const number = turnIndexAt(transcript.turns, start) + 1;
  return `${transcript.title} · ${t('review.turn', { number })}`;
}

function itemOf(
  project: Project,
  round: Round,
  passage: RoundPassage,
  text: string,
  t: Translate,
): RoundItem {
  const { transcriptId, themeId, start, end, marked, decision } = passage;
  const theme = project.themes.get(themeId);
  const shown = {
    start: text.lastIndexOf(' ', Math.max(0, start - AROUND)) + 1,
    end: wordEnd(text, end + AROUND),
  };
  return {
    place: { transcriptId, themeId, start: String(start), end: String(end) },
    theme: {
      title: titleOf(project, passage),
      colour: theme?.colour ?? 1,
      about: theme?.definition ?? '',
    },
    where: whereOf(project, passage, t),
    sides: round.coders.map((coder) => ({
      coder,
      parts: partsOf(text, shown, unionOfSpans(marked.get(coder) ?? [])),
    })),
    choices: choicesOf(round, passage, t),
    decided: decision && {
      id: decision.id,
      text: t('double.decided', {
        what:
          decision.taken.length === 0
            ? t('double.neither')
            : t('double.taken', { coders: decision.taken.join(', ') }),
        who: decision.by,
      }),
    },
  };
}

/** A key for each coder who marked something, one for all of them and one for none. */
function choicesOf(round: Round, { marked }: RoundPassage, t: Translate): RoundItem['choices'] {
  const some = round.coders.filter((coder) => (marked.get(coder) ?? []).length > 0);
  return [
    ...some.map((coder) => ({
      key: String(round.coders.indexOf(coder) + 1),
      name: t('double.take', { coder }),
      taken: coder,
    })),
    ...(some.length > 1 ? [{ key: 'b', name: t('double.both'), taken: some.join('\n') }] : []),
    { key: 'n', name: t('double.neither'), taken: '' },
  ];
}

function partsOf(text: string, shown: Span, marks: readonly Span[]): Part[] {
  const parts: Part[] = [];
  let at = shown.start;
  for (const { start, end } of marks) {
    parts.push({ text: packed(text.slice(at, start)), isMarked: false });
    parts.push({ text: packed(text.slice(start, end)), isMarked: true });
    at = end;
  }
  parts.push({ text: packed(text.slice(at, shown.end)), isMarked: false });
  return parts.filter((part) => part.text !== '');
}

/** Where the word at a place ends. */
function wordEnd(text: string, at: number): number {
  const space = text.slice(at).search(/\s/);
  return space === -1 ? text.length : at + space;
}

/** Without the blank lines between turns. */
const packed = (text: string): string => text.replace(/\n{2,}/g, '\n');
