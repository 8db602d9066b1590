import { interviewText } from './interview-text.ts';
import { makeProject, withWorkspace, type MadeProject } from './make-project.ts';
import type { Scratch } from './scratch.ts';

export interface LongTexts {
  /** 100,000 words with 2,000 excerpts. */
  readonly long: MadeProject;
  /** 100,000 words with 5,000 excerpts. */
  readonly dense: MadeProject;
  /** 9,000 words with 100 excerpts. */
  readonly usual: MadeProject;
}

const THEMES = 60;

/** One transcript each. */
export const longTexts = (scratch: Scratch): Promise<LongTexts> =>
  scratch.once('long-texts', (folder) =>
    withWorkspace(folder, async (workspace) => {
      const make = (words: number, excerpts: number): Promise<MadeProject> => {
        const name = `${words} words, ${excerpts} excerpts`;
        const texts = [interviewText(words, 1)];
        return makeProject(workspace, { name, texts, themes: THEMES, excerpts });
      };
      return {
        long: await make(100_000, 2_000),
        dense: await make(100_000, 5_000),
        usual: await make(9_000, 100),
      };
    }),
  );

export const longTextsFolder = (scratch: Scratch): string => scratch.path('long-texts');

/** The coding page of a project's only transcript. */
export const codePath = ({ id, transcripts }: MadeProject): string =>
  `/projects/${id}/code/${transcripts[0]?.id ?? ''}`;
