import {
  concordanceLines,
  finderOf,
  inOrder,
  matchersOf,
  type ConcordanceLine,
  type ConcordanceOptions,
  type ConcordanceOrder,
  type Matches,
} from '../domain/analysis/words/concordance.ts';
import { keptByRevision } from '../domain/analysis/kept-tables.ts';
import { formsAlike } from '../domain/analysis/words/forms-of.ts';
import { countWordsSpoken, keptWords } from '../domain/analysis/words/spoken-words.ts';
import { vocabularyOf, type Vocabulary } from '../domain/analysis/words/vocabulary.ts';
import { wordUse, type WordUse, type WordUseOptions } from '../domain/analysis/words/word-use.ts';
import type { ProjectId } from '../domain/ids.ts';
import { tokens } from '../domain/language/tokens.ts';
import { interviewsInOrder } from '../domain/reports/interview-order.ts';
import { pause } from './pause.ts';
import type { Workspace } from './workspace.ts';

const keptUse = keptByRevision<WordUse>();

/** The words of a project; what was counted of a transcript before is not counted again. */
export async function wordsOf(
  workspace: Workspace,
  id: ProjectId,
  options: WordUseOptions,
): Promise<WordUse> {
  await countAll(workspace, id);
  const project = await workspace.read(id);
  return keptUse(project, JSON.stringify(options), () => wordUse(project, options));
}

export interface Concordance {
  /** In the order asked for, from the first on. */
  readonly lines: readonly ConcordanceLine[];
  /** Of all places, also those that are not shown. */
  readonly total: number;
  /** What was found, in lower case, the most frequent first; those left out too. */
  readonly forms: readonly FoundForm[];
  /** Words that begin like the one asked for and are not taken for forms of it, at most a dozen. */
  readonly alike: readonly string[];
}

export interface FoundForm {
  readonly form: string;
  readonly count: number;
  readonly isLeftOut: boolean;
}

export interface ConcordanceSearch extends ConcordanceOptions {
  readonly order: ConcordanceOrder;
  readonly limit: number;
  /** Forms whose places are left out, in lower case. */
  readonly without?: readonly string[];
}

/** Every place where words stand, in the order asked for; at most `limit` of them. */
export async function concordanceOf(
  workspace: Workspace,
  id: ProjectId,
  options: ConcordanceSearch,
): Promise<Concordance> {
  await countAll(workspace, id);
  const project = await workspace.read(id);
  const matchers = matchersOf(options, vocabularyOf(project));
  const lines: ConcordanceLine[] = [];
  const finderIn = finderOf(matchers, vocabularyOf(project));
  if (matchers.length > 0)
    for (const listed of interviewsInOrder(project)) {
      const counted = keptWords(listed, vocabularyOf(project));
      const finder = counted ? finderIn(counted) : { matchers, rarest: null };
      if (!finder) continue;
      const transcriptId = listed.id;
      const text = await workspace.text(id, transcriptId);
      const transcript = (await workspace.read(id)).transcripts.get(transcriptId);
      if (transcript) lines.push(...concordanceLines(transcript, text, finder, options));
      await pause();
    }
  const leftOut = new Set(options.without);
  const kept = lines.filter(({ hit }) => !leftOut.has(wordsOfHit(hit)));
  const sorted = inOrder(kept, options.order, project.settings.language);
  return {
    lines: sorted.slice(0, options.limit),
    total: kept.length,
    forms: foundForms(lines, leftOut),
    alike: alikeTo(options.words, matchers[0], vocabularyOf(project)),
  };
}

/** What was found, without the signs between its words. */
const wordsOfHit = (hit: string): string => [...tokens(hit)].map(({ form }) => form).join(' ');

function foundForms(lines: readonly ConcordanceLine[], leftOut: ReadonlySet<string>): FoundForm[] {
  const counts = new Map<string, number>();
  for (const { hit } of lines) {
    const form = wordsOfHit(hit);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts]
    .map(([form, count]) => ({ form, count, isLeftOut: leftOut.has(form) }))
    .sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : 1));
}

const MOST_ALIKE = 12;

/** Of a single word alone: in a phrase each word would have its own. */
function alikeTo(words: string, isHit: Matches | undefined, vocabulary: Vocabulary): string[] {
  const [asked, more] = [...tokens(words)];
  if (!asked || !isHit || more || words.trim().endsWith('*')) return [];
  const isForm = (form: string): boolean => isHit({ ...asked, form });
  return formsAlike(asked.form, isForm, vocabulary).slice(0, MOST_ALIKE);
}

/** How many of a project's transcripts have their words counted. */
export interface Counted {
  readonly done: number;
  readonly total: number;
}

/**
 * Counts what was not counted before, one transcript after the other with others' requests in
 * between, for about as long as is said. Whoever asks again goes on from there; whoever does not has
 * it end by itself.
 */
export const countWithin = (workspace: Workspace, id: ProjectId, ms: number): Promise<Counted> =>
  countAll(workspace, id, performance.now() + ms);

async function countAll(workspace: Workspace, id: ProjectId, until = Infinity): Promise<Counted> {
  const ids = [...(await workspace.read(id)).transcripts.keys()];
  const total = ids.length;
  for (const [i, transcriptId] of ids.entries()) {
    const project = await workspace.read(id);
    const transcript = project.transcripts.get(transcriptId);
    if (!transcript || keptWords(transcript, vocabularyOf(project))) continue;
    const text = await workspace.text(id, transcriptId);
    countWordsSpoken(transcript, text, vocabularyOf(project));
    await pause();
    if (performance.now() > until && i + 1 < total) return { done: i + 1, total };
  }
  return { done: total, total };
}
