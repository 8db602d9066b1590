import type { ConcordanceOptions } from '../domain/analysis/words/concordance.ts';
import type { ProjectId, ThemeId, TranscriptId } from '../domain/ids.ts';
import type { NewExcerpt, NewTheme } from '../domain/project/commands.ts';
import { Rejection } from '../domain/rejection.ts';
import { passageAround, type Passage } from '../domain/text/passage-around.ts';
import type { Span } from '../domain/text/span.ts';
import { anchorOf } from './code-passage.ts';
import { concordanceOf } from './words-of.ts';
import type { Actor, Workspace } from './workspace.ts';

export interface Place extends Span {
  readonly transcriptId: TranscriptId;
}

export interface HitsToCode {
  /** What was looked for; the places are looked for again, so that none has moved since. */
  readonly options: ConcordanceOptions;
  readonly places: readonly Place[];
  readonly passage: Passage;
  readonly themeIds: readonly ThemeId[];
  readonly newTheme?: NewTheme;
}

const keyOf = ({ transcriptId, start, end }: Place): string => `${transcriptId}:${start}:${end}`;

/**
 * Codes the passages around places of a concordance, in one step; places of one passage are one
 * excerpt.
 *
 * @throws Rejection `hits-none` where no place is given, `hits-gone` where words no longer stand there
 */
export async function codeHits(
  workspace: Workspace,
  id: ProjectId,
  { options, places, passage, themeIds, newTheme }: HitsToCode,
  coder: string,
  actor: Actor,
  expectedRevision?: number,
): Promise<{ excerptCount: number; revision: number }> {
  if (places.length === 0) throw new Rejection('invalid', 'hits-none');
  const wanted = new Set(places.map(keyOf));
  const search = { ...options, order: 'place', limit: Infinity } as const;
  const { lines } = await concordanceOf(workspace, id, search);
  const hits = lines.filter((line) => wanted.has(keyOf(line)));
  if (hits.length < wanted.size)
    throw new Rejection('conflict', 'hits-gone', { count: wanted.size - hits.length });
  const made = newTheme && { ...newTheme, id: newTheme.id ?? workspace.newId<ThemeId>() };
  const carried = { themeIds: made ? [...themeIds, made.id] : themeIds, typeIds: [] };
  const excerpts = new Map<string, NewExcerpt>();
  for (const hit of hits) {
    const { transcriptId } = hit;
    const span = await passageOf(workspace, id, hit, passage);
    const key = keyOf({ transcriptId, ...span });
    if (excerpts.has(key)) continue;
    const anchored = await anchorOf(workspace, id, transcriptId, span);
    excerpts.set(key, { transcriptId, ...anchored, ...carried });
  }
  const { revision } = await workspace.execute(
    id,
    {
      kind: 'add-excerpts',
      coder,
      newThemes: made ? [made] : [],
      excerpts: [...excerpts.values()],
    },
    actor,
    expectedRevision,
  );
  return { excerptCount: excerpts.size, revision };
}

async function passageOf(
  workspace: Workspace,
  id: ProjectId,
  hit: Place,
  passage: Passage,
): Promise<Span> {
  const text = await workspace.text(id, hit.transcriptId);
  const { transcripts, settings } = await workspace.read(id);
  const turns = transcripts.get(hit.transcriptId)?.turns ?? [];
  return passageAround(text, turns, hit, passage, settings.language);
}
