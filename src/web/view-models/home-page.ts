import type { ProjectList } from '../../app/list-projects.ts';
import type { ProjectSummary } from '../../app/ports.ts';
import { permits } from '../../domain/people/roles.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';

interface ProjectCard {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly href: string;
  readonly sizes: string;
  readonly changedAt: string;
  readonly changed: string;
  /** What the meter shows; null where nothing can be coded yet. */
  readonly coded: { readonly share: number; readonly text: string } | null;
  /** What one is in it; null in local mode, where there is nobody else. */
  readonly role: string | null;
  /** Only the report is theirs to read. */
  readonly isGuest: boolean;
  readonly mayRemove: boolean;
}

interface ListedProject {
  readonly id: string;
  readonly name: string;
}

export interface HomePage {
  readonly projects: readonly ProjectCard[];
  readonly removed: readonly (ListedProject & { readonly sizes: string })[];
  readonly broken: readonly { readonly id: string; readonly what: string }[];
  /** The project that was removed a moment ago: its removal can be taken back at once. */
  readonly justRemoved: ListedProject | null;
  readonly isEmpty: boolean;
  /** Where the projects are, in words; null in team mode, where they are on another computer. */
  readonly folder: string | null;
}

interface HomeFacts {
  readonly justRemoved: string | undefined;
  readonly isTeam: boolean;
  readonly folder: string | null;
}

export function homePage(
  { projects, removed, broken }: ProjectList,
  t: Translate,
  formats: Formats,
  { justRemoved, isTeam, folder }: HomeFacts,
): HomePage {
  const sizesOf = sizes(t);
  return {
    folder: isTeam || folder === null ? null : t('home.folder', { folder }),
    projects: projects.map((summary) => ({
      ...card(summary, sizesOf, t, formats),
      role: isTeam ? t(`people.role.${summary.role}`) : null,
      isGuest: summary.role === 'guest',
      mayRemove: permits(summary.role, 'own'),
    })),
    removed: removed.map((summary) => ({
      id: summary.id,
      name: summary.name,
      sizes: sizesOf(summary),
    })),
    broken: broken.map(({ id, file, line, why }) => ({
      id,
      what: t('errors.journal-broken', { file, line, why }),
    })),
    justRemoved: removed.find(({ id }) => id === justRemoved) ?? null,
    isEmpty: projects.length === 0 && broken.length === 0,
  };
}

function sizes(t: Translate): (summary: ProjectSummary) => string {
  return ({ transcriptCount, excerptCount, themeCount }) =>
    [
      t('common.transcripts', { count: transcriptCount }),
      t('common.excerpts', { count: excerptCount }),
      t('common.themes', { count: themeCount }),
    ].join(' · ');
}

function card(
  summary: ProjectSummary,
  sizesOf: (summary: ProjectSummary) => string,
  t: Translate,
  { percent, moment }: Formats,
): Omit<ProjectCard, 'role' | 'isGuest' | 'mayRemove'> {
  const { id, name, language, changedAt, codedShare } = summary;
  return {
    id,
    name,
    language,
    href: `/projects/${id}`,
    sizes: sizesOf(summary),
    changedAt,
    changed: t('home.changed', { at: moment(changedAt) }),
    coded:
      codedShare === null
        ? null
        : { share: codedShare, text: t('common.coded', { share: percent(codedShare) }) },
  };
}
