import {
  roundPassages,
  takenSpans,
  type RoundPassage,
} from '../domain/double-coding/round-passages.ts';
import type { ProjectId, RoundId } from '../domain/ids.ts';
import type { NewExcerpt } from '../domain/project/commands.ts';
import { found } from '../domain/project/found.ts';
import type { NewDecision } from '../domain/project/round-commands.ts';
import { Rejection } from '../domain/rejection.ts';
import { describeQuote } from '../domain/text/quote.ts';
import type { Actor, Workspace } from './workspace.ts';

/** Decides what of passages becomes the consensus; the originals stay as they are. One step. */
export async function resolvePassages(
  workspace: Workspace,
  id: ProjectId,
  roundId: RoundId,
  choices: readonly NewDecision[],
  by: string,
  actor: Actor,
): Promise<number> {
  const project = await workspace.read(id);
  const round = found(project.rounds, roundId, 'round');
  const passages = roundPassages(project, round);
  const excerpts: NewExcerpt[] = [];
  for (const choice of choices) {
    const passage = passages.find((one) => isAt(one, choice));
    if (!passage) throw new Rejection('conflict', 'passage-changed');
    for (const coder of choice.taken)
      if (!round.coders.includes(coder))
        throw new Rejection('invalid', 'not-of-round', { name: coder });
    excerpts.push(...(await excerptsOf(workspace, id, passage, choice.taken)));
  }
  const command = {
    kind: 'resolve-passages',
    id: roundId,
    decisions: choices,
    excerpts,
    by,
  } as const;
  return (await workspace.execute(id, command, actor)).revision;
}

/** Takes every passage that all coders marked the same. */
export async function takeAgreed(
  workspace: Workspace,
  id: ProjectId,
  roundId: RoundId,
  by: string,
  actor: Actor,
): Promise<number> {
  const project = await workspace.read(id);
  const round = found(project.rounds, roundId, 'round');
  const choices = roundPassages(project, round)
    .filter(({ isAgreed, decision }) => isAgreed && !decision)
    .map(({ transcriptId, themeId, start, end }) => ({
      ...{ transcriptId, themeId, start, end },
      taken: round.coders,
    }));
  return resolvePassages(workspace, id, roundId, choices, by, actor);
}

const isAt = (passage: RoundPassage, choice: NewDecision): boolean =>
  passage.transcriptId === choice.transcriptId &&
  passage.themeId === choice.themeId &&
  passage.start === choice.start &&
  passage.end === choice.end;

async function excerptsOf(
  workspace: Workspace,
  id: ProjectId,
  passage: RoundPassage,
  taken: readonly string[],
): Promise<NewExcerpt[]> {
  const { transcriptId, themeId } = passage;
  const text = await workspace.text(id, transcriptId);
  const transcript = found((await workspace.read(id)).transcripts, transcriptId, 'transcript');
  return takenSpans(passage, taken).map((span) => ({
    ...{ transcriptId, textHash: transcript.textHash, anchor: describeQuote(text, span) },
    ...{ themeIds: [themeId], typeIds: [] },
  }));
}
