import { themeTitle } from '../../domain/codebook/tree.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Meeting } from '../../domain/project/review-records.ts';
import { minutesOf, type DiscussedThread } from '../../domain/reviews/minutes.ts';
import type { PrintedMinutes, PrintedThread } from '../../formats/minutes/registry.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { caseNameOf } from './review-item.ts';

/** The minutes of a meeting in words: what its page shows and its files print. */
export function printedMinutes(
  project: Project,
  meeting: Meeting,
  t: Translate,
  formats: Formats,
): PrintedMinutes {
  const { from, to, groups } = minutesOf(project, meeting);
  const { name, at, people, notes, decisions } = meeting;
  const { moment, day } = formats;
  return {
    language: formats.language,
    title: name,
    subtitle: `${project.settings.name} · ${moment(at)}`,
    people:
      people.length > 0 ? { term: t('meetings.people-heading'), text: people.join(', ') } : null,
    notes: notes.trim() === '' ? null : { heading: t('meetings.notes-heading'), markdown: notes },
    decisions:
      decisions.length === 0 ? null : { heading: t('meetings.decided-heading'), made: decisions },
    discussed: {
      heading: t('meetings.discussed'),
      about:
        groups.length === 0
          ? t('meetings.nothing')
          : from === null
            ? t('meetings.from-start', { to: day(to) })
            : t('meetings.since', { from: day(from), to: day(to) }),
      groups: groups.map(({ theme, threads }) => ({
        title: theme ? themeTitle(theme) : t('meetings.without-theme'),
        threads: threads.map((one) => threadInWords(project, one, t, formats)),
      })),
    },
  };
}

function threadInWords(
  project: Project,
  { thread, comments, earlierCount, also }: DiscussedThread,
  t: Translate,
  { moment, day }: Formats,
): PrintedThread {
  const { review, excerpt, isOlder, isOpen } = thread;
  const caseName = caseNameOf(project, excerpt);
  const state = isOpen ? t('meetings.open') : null;
  return {
    excerptId: excerpt.id,
    quote: excerpt.quote,
    tag: caseName ? `(${caseName})` : '',
    verdict: `${review.reviewer}: ${t(`review.verdict.${review.verdict}`)}, ${day(review.at)}`,
    notes: [
      ...(also.length > 0 ? [t('meetings.also', { themes: also.map(themeTitle).join(', ') })] : []),
      ...(isOlder ? [t('review.older')] : []),
      ...(earlierCount > 0 ? [t('meetings.earlier', { count: earlierCount })] : []),
    ],
    comments: comments.map(({ author, at, text }) => ({ author, when: moment(at), text })),
    state:
      review.resolvedAt === null
        ? state
        : t('meetings.resolved-by', { who: review.resolvedBy ?? '' }),
  };
}
