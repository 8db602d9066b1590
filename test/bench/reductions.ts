import { interviewTexts } from './interview-text.ts';
import { opened, served } from './long-page.ts';
import { makeProject, withWorkspace, type MadeProject } from './make-project.ts';
import { atMost } from './row.ts';
import type { Scenario } from './scenario.ts';
import { startApp, startBareServer } from './servers.ts';

const EXCERPTS = 2_000;
const THEMES = 60;
const TRANSCRIPTS = 20;
const WORDS = 3_000;

/** The reduction chain of a thesis several times as large as usual. */
export const reductions: Scenario = {
  name: 'reductions',
  async measure(scratch) {
    const { id } = await scratch.once('reductions', prepare);
    const app = await startApp(scratch, scratch.path('reductions'));
    const bare = await startBareServer(scratch);
    const page = {
      name: 'reduction chain of 2,000 excerpts',
      path: `/projects/${id}/reductions`,
      readable: 'chainReadable',
      whole: 'chainWhole',
      budget: atMost(150),
      browserBudget: atMost(300),
    };
    const rows = [await served(app, bare, page), ...(await opened(app, bare, page))];
    await Promise.all([app.stop(), bare.stop()]);
    return rows;
  },
};

const prepare = (folder: string): Promise<MadeProject> =>
  withWorkspace(folder, (workspace) => {
    const texts = interviewTexts(TRANSCRIPTS, WORDS);
    return makeProject(workspace, { name: 'Chain', texts, themes: THEMES, excerpts: EXCERPTS });
  });
