import { drawShare } from '../domain/double-coding/draw-share.ts';
import type { ProjectId, RoundId, TranscriptId } from '../domain/ids.ts';
import { transcriptsInOrder } from '../domain/project/project.ts';
import type { Actor, Workspace } from './workspace.ts';

export interface RoundPlan {
  readonly id?: RoundId | undefined;
  readonly name: string;
  readonly coders: readonly string[];
  readonly consensus: string;
  readonly by: string;
  readonly transcripts?: readonly TranscriptId[] | undefined;
  /** Instead of transcripts; any seed where none is given. */
  readonly share?: { readonly percent: number; readonly seed?: number | undefined } | undefined;
}

/** Begins a round of double coding on chosen transcripts, or on a share drawn by chance. */
export async function newRound(
  workspace: Workspace,
  projectId: ProjectId,
  { transcripts = [], share, id = workspace.newId<RoundId>(), ...plan }: RoundPlan,
  actor: Actor,
): Promise<{ id: RoundId; revision: number }> {
  const all = transcriptsInOrder(await workspace.read(projectId)).map((one) => one.id);
  const drawn = share && {
    percent: share.percent,
    seed: share.seed ?? (Number.parseInt(id.replaceAll('-', '').slice(-6), 16) || 1),
  };
  const transcriptIds = drawn
    ? drawShare(all, drawn.percent, drawn.seed)
    : [...new Set(transcripts)];
  const round = { ...plan, id, transcriptIds, share: drawn ?? null };
  const { revision } = await workspace.execute(projectId, { kind: 'add-round', round }, actor);
  return { id, revision };
}
