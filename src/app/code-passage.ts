import type { ExcerptId, ProjectId, ThemeId, TranscriptId, TypeId } from '../domain/ids.ts';
import type { ExcerptChanges, NewTheme } from '../domain/project/commands.ts';
import { sameSpan } from '../domain/project/decide-excerpts.ts';
import { found } from '../domain/project/found.ts';
import type { Excerpt } from '../domain/project/records.ts';
import { Rejection } from '../domain/rejection.ts';
import { describeQuote, type Anchor } from '../domain/text/quote.ts';
import { snapSpan, type Span } from '../domain/text/span.ts';
import type { Actor, Workspace } from './workspace.ts';

export interface Passage extends Span {
  readonly transcriptId: TranscriptId;
  /** Made by the caller so that a retry cannot code twice. */
  readonly id?: ExcerptId;
  readonly themeIds: readonly ThemeId[];
  readonly typeIds: readonly TypeId[];
  readonly newTheme?: NewTheme;
  readonly reduction?: string | null;
  readonly memo?: string | null;
  readonly stance?: Excerpt['stance'];
  readonly deviant?: boolean;
  readonly deviantReason?: string | null;
  readonly question?: string | null;
}

export interface Coded {
  readonly excerpt: Excerpt;
  readonly revision: number;
}

/** Codes a passage; the same coder coding the same span again extends what is there. */
export async function codePassage(
  workspace: Workspace,
  projectId: ProjectId,
  passage: Passage,
  coder: string,
  actor: Actor,
  expectedRevision?: number,
): Promise<Coded> {
  const { start, end, newTheme, themeIds, ...rest } = passage;
  const before = await workspace.read(projectId);
  const known = passage.id && before.excerpts.get(passage.id);
  if (known?.transcriptId === passage.transcriptId) {
    await workspace.settled(projectId);
    return { excerpt: known, revision: before.revision };
  }
  const { anchor, textHash } = await anchorOf(workspace, projectId, passage.transcriptId, {
    start,
    end,
  });
  const named = newTheme && { ...newTheme, id: newTheme.id ?? workspace.newId<ThemeId>() };
  // Sent again because the first answer got lost: the theme is there already.
  const isThere = named !== undefined && before.themes.has(named.id);
  const made = isThere ? undefined : named;
  const outcome = await workspace.execute(
    projectId,
    {
      kind: 'add-excerpts',
      coder,
      newThemes: made ? [made] : [],
      excerpts: [
        { ...rest, anchor, textHash, themeIds: named ? [...themeIds, named.id] : themeIds },
      ],
    },
    actor,
    expectedRevision,
  );
  const project = await workspace.readWhole(projectId);
  const coderId = [...project.coders.values()].find(({ name }) => name === coder)?.id;
  const excerpt =
    coderId && sameSpan(project, { ...anchor, transcriptId: passage.transcriptId, coderId });
  if (!excerpt) throw new Rejection('not-found', 'excerpt-not-found', { id: passage.id ?? '' });
  return { excerpt, revision: outcome.revision };
}

/** Changes what an excerpt carries, or where it stands. */
export async function changeExcerpt(
  workspace: Workspace,
  projectId: ProjectId,
  id: ExcerptId,
  { span, ...changes }: Omit<ExcerptChanges, 'anchor' | 'textHash'> & { span?: Span },
  actor: Actor,
  expectedRevision?: number,
): Promise<Coded> {
  const { transcriptId } = found((await workspace.read(projectId)).excerpts, id, 'excerpt');
  const moved = span && (await anchorOf(workspace, projectId, transcriptId, span));
  const { revision, events } = await workspace.execute(
    projectId,
    { kind: 'change-excerpt', id, changes: { ...changes, ...moved } },
    actor,
    expectedRevision,
  );
  const { excerpts } = await workspace.read(projectId);
  const merged = events.find((event) => event.kind === 'excerpt-changed');
  return {
    excerpt: found(excerpts, excerpts.has(id) ? id : (merged?.id ?? id), 'excerpt'),
    revision,
  };
}

/** A passage as it is anchored; `span-outside` or `span-blank` where it cannot be. */
export async function anchorOf(
  workspace: Workspace,
  projectId: ProjectId,
  transcriptId: TranscriptId,
  span: Span,
): Promise<{ anchor: Anchor; textHash: string }> {
  const text = await workspace.text(projectId, transcriptId);
  const { transcripts } = await workspace.read(projectId);
  const { textHash } = found(transcripts, transcriptId, 'transcript');
  if (span.start < 0 || span.end > text.length || span.start >= span.end)
    throw new Rejection('invalid', 'span-outside', {
      start: span.start,
      end: span.end,
      length: text.length,
    });
  const snapped = snapSpan(text, span);
  if (!snapped) throw new Rejection('invalid', 'span-blank', { start: span.start, end: span.end });
  return { anchor: describeQuote(text, snapped), textHash };
}
