import { casesIn } from '../cases/case-of.ts';
import type { CaseId, TranscriptId } from '../ids.ts';
import type { Project } from '../project/project.ts';
import type { Entity, Excerpt } from '../project/records.ts';
import type { Decision } from '../project/round-records.ts';
import type { Summary } from '../project/summary-records.ts';
import { isOpen } from './rounds.ts';

type Place = Pick<Excerpt, 'transcriptId' | 'coderId'>;

/**
 * What is hidden from a coder of a running round: in its transcripts all that others coded, also
 * those outside the round, and what hangs on that (verdicts, comments, decisions of earlier rounds);
 * of its interviewees what others wrote into the framework matrix. What is written for all to read
 * is not: the codebook, the report's texts, minutes.
 */
export class Hidden {
  readonly #project: Project;
  readonly #person: string;
  readonly #own: string | undefined;
  readonly #transcripts: ReadonlySet<TranscriptId>;
  #cases: ReadonlySet<CaseId> | null = null;

  constructor(project: Project, person: string, transcripts: ReadonlySet<TranscriptId>) {
    this.#project = project;
    this.#person = person;
    this.#own = [...project.coders.values()].find(({ name }) => name === person)?.id;
    this.#transcripts = transcripts;
  }

  excerpt({ transcriptId, coderId }: Place): boolean {
    return coderId !== this.#own && this.#transcripts.has(transcriptId);
  }

  decision({ transcriptId }: Pick<Decision, 'transcriptId'>): boolean {
    return this.#transcripts.has(transcriptId);
  }

  summary({ caseId, writers }: Pick<Summary, 'caseId' | 'writers'>): boolean {
    return writers.some((one) => one !== this.#person) && this.#blindCases.has(caseId);
  }

  /** Of what kind the hidden record is that an id names; null where it names none. */
  named(id: string): Entity | null {
    const { excerpts, reviews, comments, decisions } = this.#project;
    const comment = comments.get(id as never);
    const review = reviews.get(comment?.reviewId ?? (id as never));
    const excerpt = excerpts.get(review?.excerptId ?? (id as never));
    if (excerpt && this.excerpt(excerpt))
      return comment ? 'comment' : review ? 'review' : 'excerpt';
    const decision = decisions.get(id as never);
    return decision && this.decision(decision) ? 'decision' : null;
  }

  get #blindCases(): ReadonlySet<CaseId> {
    this.#cases ??= new Set(
      [...this.#transcripts].flatMap((id) => {
        const transcript = this.#project.transcripts.get(id);
        return transcript ? casesIn(transcript) : [];
      }),
    );
    return this.#cases;
  }
}

/** Null where somebody sees everything. */
export function hiddenFrom(project: Project, person: string): Hidden | null {
  if (project.rounds.size === 0) return null;
  const blind = new Set<TranscriptId>();
  for (const round of project.rounds.values())
    if (isOpen(round) && round.coders.includes(person))
      for (const id of round.transcriptIds) blind.add(id);
  return blind.size === 0 ? null : new Hidden(project, person, blind);
}
