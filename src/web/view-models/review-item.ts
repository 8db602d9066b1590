import { themeTitle } from '../../domain/codebook/tree.ts';
import { caseOf } from '../../domain/cases/case-of.ts';
import type { ReviewId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Excerpt } from '../../domain/project/records.ts';
import { VERDICTS, type Verdict } from '../../domain/project/review-records.ts';
import { mentionParts, type MentionPart } from '../../domain/reviews/mentions.ts';
import type { QueueItem } from '../../domain/reviews/queue.ts';
import type { Thread } from '../../domain/reviews/threads.ts';
import type { BundleTurn } from '../../domain/reviews/bundle.ts';
import { overlaps } from '../../domain/text/span.ts';
import { turnIndexAt, type Turn } from '../../domain/text/turns.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';

export interface ShownThread {
  readonly id: ReviewId;
  readonly reviewer: string;
  readonly verdict: Verdict;
  readonly verdictName: string;
  readonly when: string;
  readonly isOpen: boolean;
  readonly older: string | null;
  readonly resolved: string | null;
  readonly comments: readonly {
    readonly id: string;
    readonly author: string;
    readonly when: string;
    readonly text: string;
    readonly parts: readonly MentionPart[];
  }[];
  /** Older comments that are left out, in words; null where none is. */
  readonly left: string | null;
}

/** An excerpt as a reviewer sees it: in its context, with what its themes mean and what was said of it. */
export interface ReviewItem {
  readonly id: string;
  readonly where: string;
  readonly inText: string;
  readonly turns: readonly BundleTurn[];
  readonly themes: readonly {
    readonly title: string;
    readonly colour: number;
    readonly about: readonly { readonly term: string; readonly text: string }[];
  }[];
  readonly types: readonly string[];
  readonly notes: readonly { readonly term: string; readonly text: string }[];
  readonly threads: readonly ShownThread[];
  readonly verdicts: readonly {
    readonly value: Verdict;
    readonly name: string;
    readonly key: string;
    readonly isGiven: boolean;
  }[];
  /** What the reviewer's own verdict was about has changed. */
  readonly changed: string | null;
}

interface CommentsShown {
  /** Who can be spoken to. */
  readonly people: readonly string[];
  /** The newest so many of each thread. */
  readonly most: number;
}

/** Turns before and after it. */
const CONTEXT = 2;
const KEYS: Record<Verdict, string> = { accept: 'a', question: 'q', dispute: 'd' };

export function caseNameOf(project: Project, excerpt: Excerpt): string {
  const id = caseOf(project, excerpt);
  return (id && project.cases.get(id)?.name) ?? '';
}

/** @param text the canonical text of the excerpt's transcript */
export function reviewItem(
  project: Project,
  { excerpt, waiting, verdict, threads }: QueueItem,
  text: string,
  t: Translate,
  formats: Formats,
  shown: CommentsShown,
): ReviewItem {
  const transcript = project.transcripts.get(excerpt.transcriptId)!;
  const place = turnIndexAt(transcript.turns, excerpt.start);
  const coder = project.coders.get(excerpt.coderId)?.name ?? '';
  const note = (term: string, text: string | null): ReviewItem['notes'] =>
    text ? [{ term: t(`review.${term}`), text }] : [];
  return {
    id: excerpt.id,
    where: [
      transcript.title,
      caseNameOf(project, excerpt),
      t('review.turn', { number: place + 1 }),
      t('review.coded-by', { coder, when: formats.day(excerpt.createdAt) }),
    ]
      .filter((part, i, all) => part !== '' && part !== all[i - 1])
      .join(' · '),
    inText: `/projects/${project.id}/code/${transcript.id}#e-${excerpt.id}`,
    turns: contextOf(transcript.turns, excerpt, place, text),
    themes: excerpt.themeIds.flatMap((id) => {
      const theme = project.themes.get(id);
      if (!theme) return [];
      const about = (['definition', 'include', 'exclude'] as const).flatMap((field) =>
        theme[field] ? [{ term: t(`themes.${field}`), text: theme[field] }] : [],
      );
      return [{ title: themeTitle(theme), colour: theme.colour, about }];
    }),
    types: excerpt.typeIds.flatMap((id) => project.types.get(id)?.name ?? []),
    notes: [
      ...note('reduction', excerpt.reduction),
      ...note('memo', excerpt.memo),
      ...note(
        'deviant',
        excerpt.deviant ? (excerpt.deviantReason ?? t('review.deviant-why')) : null,
      ),
    ],
    threads: threads.map((thread) => threadOf(thread, t, formats, shown)),
    verdicts: VERDICTS.map((value) => ({
      value,
      name: t(`review.give.${value}`),
      key: KEYS[value],
      isGiven: value === verdict,
    })),
    changed: waiting === 'changed' ? t('review.changed') : null,
  };
}

/** The turns the excerpt lies in and those around it, the passage marked. */
function contextOf(
  turns: readonly Turn[],
  excerpt: Excerpt,
  place: number,
  text: string,
): BundleTurn[] {
  const last = turnIndexAt(turns, excerpt.end - 1);
  return turns.slice(Math.max(0, place - CONTEXT), last + CONTEXT + 1).map((turn) => {
    const end = turn.body + text.slice(turn.body, turn.end).trimEnd().length;
    const said = { start: turn.body, end };
    const cuts = overlaps(said, excerpt)
      ? [said.start, Math.max(said.start, excerpt.start), Math.min(end, excerpt.end), end]
      : [said.start, end, end, end];
    const parts = cuts.slice(1).map((to, i) => ({
      text: text.slice(cuts[i], to),
      isMarked: i === 1,
    }));
    return {
      number: turns.indexOf(turn) + 1,
      speaker: turn.speaker,
      role: turn.role,
      parts: parts.filter((part) => part.text !== ''),
    };
  });
}

function threadOf(
  { review, comments, isOpen, isOlder }: Thread,
  t: Translate,
  { moment }: Formats,
  { people, most }: CommentsShown,
): ShownThread {
  const { id, reviewer, verdict, at, resolvedAt, resolvedBy } = review;
  return {
    ...{ id, reviewer, verdict, isOpen },
    verdictName: t(`review.verdict.${verdict}`),
    when: moment(at),
    older: isOlder ? t('review.older') : null,
    resolved:
      resolvedAt === null
        ? null
        : t('review.resolved-by', { who: resolvedBy ?? '', when: moment(resolvedAt) }),
    comments: comments.slice(-most).map(({ id, author, at, text }) => ({
      ...{ id, author, text },
      when: moment(at),
      parts: mentionParts(text, people),
    })),
    left:
      comments.length > most ? t('review.older-comments', { count: comments.length - most }) : null,
  };
}
