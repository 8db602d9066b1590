import { excerptsMark } from '../project/excerpts-mark.ts';
import type { Project } from '../project/project.ts';
import type { Transcript } from '../project/records.ts';

interface Kept<T> {
  readonly mark: object | null;
  readonly basis: object | null;
  readonly value: T;
}

/**
 * A function of a transcript and its excerpts that computes anew only when one of them has changed,
 * so that what is summed over a project costs a coding the one transcript it was made in.
 *
 * @param compute may ask of the project only this transcript's excerpts and what `basis` stands for
 */
export function keptPerTranscript<T, Basis extends object | null>(
  compute: (project: Project, transcript: Transcript, basis: Basis) => T,
): (project: Project, transcript: Transcript, basis: Basis) => T {
  const known = new WeakMap<Transcript, Kept<T>>();
  return (project, transcript, basis) => {
    const mark = excerptsMark(project, transcript.id);
    const kept = known.get(transcript);
    if (kept?.mark === mark && kept.basis === basis) return kept.value;
    const value = compute(project, transcript, basis);
    known.set(transcript, { mark, basis, value });
    return value;
  };
}
