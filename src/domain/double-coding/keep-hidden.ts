import type { Command } from '../project/commands.ts';
import { found } from '../project/found.ts';
import type { Project } from '../project/project.ts';
import type { Type } from '../project/records.ts';
import type { SectionChoice } from '../project/report-records.ts';
import { entryOf } from '../project/report-records.ts';
import { Rejection } from '../rejection.ts';
import { codedExcerpts } from '../types/coded-excerpts.ts';
import { draftOf, takenOver } from '../types/drafts.ts';
import { membersOf } from '../types/members.ts';
import { hiddenFrom, type Hidden } from './hidden.ts';
import { visibleTo } from './visible-to.ts';

/**
 * The command as somebody may give it who sees only a part: a list or a field that is written whole
 * keeps what is hidden of it, and what is drawn from codings is drawn from those they see.
 *
 * @throws Rejection `draft-empty`
 */
export function keepHidden(project: Project, person: string, command: Command): Command {
  const hidden = hiddenFrom(project, person);
  if (!hidden) return command;
  const isHidden = (id: string): boolean => hidden.named(id) !== null;
  switch (command.kind) {
    case 'change-theme': {
      const anchorId = project.themes.get(command.id)?.anchorId ?? null;
      return isOverwritten(hidden, anchorId, command.changes.anchorId)
        ? { ...command, changes: { ...command.changes, anchorId } }
        : command;
    }
    case 'change-type': {
      const type = project.types.get(command.id);
      return type ? { ...command, changes: typeChanges(type, hidden, command.changes) } : command;
    }
    case 'draft-features':
      return draftFromSeen(project, person, hidden, command);
    case 'set-feature': {
      const there = evidenceOf(project.types.get(command.id), command.themeId).filter(isHidden);
      return command.evidenceIds
        ? { ...command, evidenceIds: [...command.evidenceIds, ...there] }
        : command;
    }
    case 'change-report-sections':
      return {
        ...command,
        sections: command.sections.map(({ id, changes }) => ({
          id,
          changes: { ...changes, ...quotesWith(project, id, changes.quotes, isHidden) },
        })),
      };
    case 'change-report': {
      const { quotes, sections } = command.changes;
      const kept = Object.entries(project.report.quotes).filter(([id]) => isHidden(id));
      const wholes = Object.entries(sections ?? {}).map(([id, choice]) => [
        id,
        { ...choice, ...quotesWith(project, id, choice.quotes, isHidden) },
      ]);
      return {
        ...command,
        changes: {
          ...command.changes,
          ...(quotes && { quotes: { ...quotes, ...Object.fromEntries(kept) } }),
          ...(sections && {
            sections: Object.fromEntries(wholes) as Record<string, SectionChoice>,
          }),
        },
      };
    }
    default:
      return command;
  }
}

function draftFromSeen(
  project: Project,
  person: string,
  hidden: Hidden,
  { id, draft: kind, share }: Extract<Command, { kind: 'draft-features' }>,
): Command {
  const seen = visibleTo(project, person);
  const [type, shown] = [found(project.types, id, 'type'), found(seen.types, id, 'type')];
  const draft = draftOf(kind, membersOf(seen, id, codedExcerpts(seen)), share);
  if (draft.features.length === 0)
    throw new Rejection('invalid', 'draft-empty', { name: type.name });
  const changes = typeChanges(type, hidden, { features: takenOver(shown, draft).features });
  return { kind: 'change-type', id, changes };
}

/** A field that is emptied by who saw it empty. */
const isOverwritten = (hidden: Hidden, there: string | null, by: string | null | undefined) =>
  by === null && there !== null && hidden.named(there) !== null;

function typeChanges(type: Type, hidden: Hidden, changes: Partial<Type>): Partial<Type> {
  const { exemplarExcerptId } = type;
  const features = changes.features?.map((one) => ({
    ...one,
    evidenceIds: [
      ...one.evidenceIds,
      ...evidenceOf(type, one.themeId).filter((id) => hidden.named(id) !== null),
    ],
  }));
  return {
    ...changes,
    ...(features && { features }),
    ...(isOverwritten(hidden, exemplarExcerptId, changes.exemplarExcerptId) && {
      exemplarExcerptId,
    }),
  };
}

const evidenceOf = (type: Type | undefined, themeId: string) =>
  type?.features.find((one) => one.themeId === themeId)?.evidenceIds ?? [];

/** The quotes that were chosen for a section by hand, those that are hidden among them. */
function quotesWith(
  { report }: Project,
  section: string,
  quotes: SectionChoice['quotes'] | undefined,
  isHidden: (id: string) => boolean,
): Partial<Pick<SectionChoice, 'quotes'>> {
  const there = entryOf(report.sections, section)?.quotes?.ids.filter(isHidden) ?? [];
  return quotes && there.length > 0
    ? { quotes: { ...quotes, ids: [...quotes.ids, ...there] } }
    : {};
}
