import type { Project } from '../../domain/project/project.ts';
import type { Meeting } from '../../domain/project/review-records.ts';
import { meetingsInOrder } from '../../domain/reviews/minutes.ts';
import type { PrintedMinutes } from '../../formats/minutes/registry.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { printedMinutes } from './minutes.ts';

export interface MeetingsPage {
  readonly base: string;
  readonly meetings: readonly {
    readonly name: string;
    readonly when: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
  readonly meeting: ShownMeeting | null;
  /** For a new one: now, as a form writes it. */
  readonly now: string;
  readonly isSaved: boolean;
}

interface ShownMeeting {
  readonly id: string;
  readonly name: string;
  /** As a form writes it, on this computer's clock. */
  readonly at: string;
  readonly people: string;
  readonly notes: string;
  /** With empty lines for more. */
  readonly decisions: readonly { readonly text: string; readonly by: string }[];
  readonly minutes: PrintedMinutes;
  readonly files: readonly { readonly name: string; readonly href: string }[];
}

const EMPTY_LINES = 3;

export function meetingsPage(
  project: Project,
  asked: { readonly id: string | undefined; readonly isSaved: boolean; readonly now: string },
  t: Translate,
  formats: Formats,
): MeetingsPage {
  const base = `/projects/${project.id}`;
  const all = meetingsInOrder(project);
  const meeting = all.find(({ id }) => id === asked.id) ?? all[0];
  return {
    base,
    meetings: all.map((one) => ({
      name: one.name,
      when: formats.moment(one.at),
      href: `${base}/review/meetings?m=${one.id}`,
      isCurrent: one === meeting,
    })),
    meeting: meeting ? shownMeeting(project, meeting, t, formats) : null,
    now: formMoment(asked.now),
    isSaved: asked.isSaved,
  };
}

function shownMeeting(
  project: Project,
  meeting: Meeting,
  t: Translate,
  formats: Formats,
): ShownMeeting {
  const { id, name, at, people, notes, decisions } = meeting;
  const file = `/api/v1/projects/${project.id}/meetings/${id}/minutes`;
  return {
    ...{ id, name, notes },
    at: formMoment(at),
    people: people.join('\n'),
    decisions: [
      ...decisions.map(({ text, by }) => ({ text, by: by ?? '' })),
      ...Array.from({ length: EMPTY_LINES }, () => ({ text: '', by: '' })),
    ],
    minutes: printedMinutes(project, meeting, t, formats),
    files: [
      { name: t('meetings.word'), href: `${file}.docx` },
      { name: t('meetings.markdown'), href: `${file}.md` },
    ],
  };
}

/** `2026-12-08T14:05`, on this computer's clock. */
function formMoment(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
