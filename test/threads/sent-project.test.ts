import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TranscriptId } from '../../src/domain/ids.ts';
import type { Project } from '../../src/domain/project/project.ts';
import {
  packed,
  ProjectReceiver,
  sendProject,
  type ProjectPart,
} from '../../src/threads/sent-project.ts';
import { buildProject, type BuiltProject } from '../support/build-project.ts';

const INTERVIEW = Array.from({ length: 40 }, (_, i) => `H1: Sanottu ${i} kertaa.`).join('\n\n');

/** So many excerpts, each of a word, under a few themes. */
const projectOf = (excerpts: number): BuiltProject =>
  buildProject({
    texts: Array.from({ length: 3 }, (_, i) => ({ title: `H${i + 1}`, text: INTERVIEW })),
    codings: Array.from({ length: excerpts }, (_, i) => ({
      transcript: `H${(i % 3) + 1}`,
      start: 4 + i,
      end: 8 + i,
      themes: [`Teema ${i % 7}`],
    })),
  });

const textsOf = ({ project, textOf }: BuiltProject): Map<TranscriptId, string> =>
  new Map([...project.transcripts.keys()].map((id) => [id, textOf(id)]));

/** What arrives of what was posted: everything a thread is told is copied. */
const received = (parts: readonly ProjectPart[], receiver = new ProjectReceiver()) =>
  parts.map((part) => receiver.take(structuredClone(part))).filter((whole) => whole !== null);

async function posted(built: BuiltProject, task: unknown): Promise<ProjectPart[]> {
  const parts: ProjectPart[] = [];
  const material = { project: built.project, texts: textsOf(built) };
  await sendProject((part) => parts.push(part as ProjectPart), packed(material), task);
  return parts;
}

const withoutSteps = (project: Project): Project => ({ ...project, undo: [], redo: [] });

describe('a project sent to a thread', () => {
  it('arrives whole, with its texts and its task, whatever its size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 600 }), async (excerpts) => {
        const built = projectOf(excerpts);
        const [whole, ...more] = received(await posted(built, { kind: 'a' }));
        expect(more).toEqual([]);
        expect(whole?.project).toEqual(withoutSteps(built.project));
        expect(whole?.task).toEqual({ kind: 'a' });
        for (const [id, text] of textsOf(built)) expect(whole?.textOf(id)).toBe(text);
      }),
      { numRuns: 20 },
    );
  });

  it('arrives as it stood when it was sent, whatever is done to it on the way', async () => {
    const built = projectOf(600);
    const before = structuredClone(withoutSteps(built.project));
    const sending = posted(built, null);
    for (const id of built.excerptIds.slice(300)) built.run({ kind: 'remove-excerpt', id });
    const [whole] = received(await sending);
    expect(whole?.project).toEqual(before);
    expect(built.project.excerpts.size).toBe(300);
  });

  it('does not mix with the one before', async () => {
    const receiver = new ProjectReceiver();
    const [large, small] = [projectOf(300), projectOf(2)];
    received(await posted(large, 1), receiver);
    const [whole] = received(await posted(small, 2), receiver);
    expect(whole?.project).toEqual(withoutSteps(small.project));
  });
});
