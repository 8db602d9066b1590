import {
  concordanceLines,
  holderOf,
  inOrder,
  matchersOf,
  type ConcordanceLine,
  type ConcordanceOptions,
  type ConcordanceOrder,
} from '../domain/analysis/words/concordance.ts';
import { countWordsSpoken, keptWords } from '../domain/analysis/words/spoken-words.ts';
import { vocabularyOf } from '../domain/analysis/words/vocabulary.ts';
import { wordUse, type WordUse, type WordUseOptions } from '../domain/analysis/words/word-use.ts';
import type { ProjectId } from '../domain/ids.ts';
import { interviewsInOrder } from '../domain/reports/interview-order.ts';
import { pause } from './pause.ts';
import type { Workspace } from './workspace.ts';

/** The words of a project; what was counted of a transcript before is not counted again. */
export async function wordsOf(
  workspace: Workspace,
  id: ProjectId,
  options: WordUseOptions,
): Promise<WordUse> {
  await countAll(workspace, id);
  return wordUse(await workspace.read(id), options);
}

export interface Concordance {
  /** In the order asked for, from the first on. */
  readonly lines: readonly ConcordanceLine[];
  readonly total: number;
}

/** Every place where words stand, in the order asked for; at most `limit` of them. */
export async function concordanceOf(
  workspace: Workspace,
  id: ProjectId,
  options: ConcordanceOptions & { readonly order: ConcordanceOrder; readonly limit: number },
): Promise<Concordance> {
  await countAll(workspace, id);
  const project = await workspace.read(id);
  const matchers = matchersOf(options, vocabularyOf(project));
  const lines: ConcordanceLine[] = [];
  const mayHold = holderOf(matchers, vocabularyOf(project));
  if (matchers.length > 0)
    for (const listed of interviewsInOrder(project)) {
      const counted = keptWords(listed, vocabularyOf(project));
      if (counted && !mayHold(counted)) continue;
      const transcriptId = listed.id;
      const text = await workspace.text(id, transcriptId);
      const transcript = (await workspace.read(id)).transcripts.get(transcriptId);
      if (transcript) lines.push(...concordanceLines(transcript, text, matchers, options));
      await pause();
    }
  const sorted = inOrder(lines, options.order, project.settings.language);
  return { lines: sorted.slice(0, options.limit), total: lines.length };
}

async function countAll(workspace: Workspace, id: ProjectId): Promise<void> {
  for (const transcriptId of [...(await workspace.read(id)).transcripts.keys()]) {
    const project = await workspace.read(id);
    const transcript = project.transcripts.get(transcriptId);
    if (!transcript || keptWords(transcript, vocabularyOf(project))) continue;
    const text = await workspace.text(id, transcriptId);
    countWordsSpoken(transcript, text, vocabularyOf(project));
    await pause();
  }
}
