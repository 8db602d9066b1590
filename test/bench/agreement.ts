import { AGREEMENT_UNITS } from '../../src/domain/analysis/agreement/compared-texts.ts';
import { projectAgreement } from '../../src/domain/analysis/agreement/project-agreement.ts';
import type { CoderId, ExcerptId, ProjectId, ThemeId, TranscriptId } from '../../src/domain/ids.ts';
import { emptyProject, type Project } from '../../src/domain/project/project.ts';
import type { Excerpt, Theme, Transcript } from '../../src/domain/project/records.ts';
import { timed } from './measuring.ts';
import { randomSource } from './random.ts';
import { atMost } from './row.ts';
import type { Scenario } from './scenario.ts';

const TRANSCRIPTS = 50;
const CHARACTERS = 60_000;
const TURN = 300;
const THEMES = 60;
const CODERS = ['A', 'B', 'C'] as CoderId[];
const PASSAGES_EACH = 300;

/** Agreement of three coders on long texts: the first time, as a page would ask for it. */
export const agreement: Scenario = {
  name: 'agreement',
  async measure() {
    const project = codedByThree();
    const rows = [];
    for (const unit of AGREEMENT_UNITS)
      rows.push({
        name: `agreement by ${unit}, 50 × 60,000 characters × 60 themes × 3 coders, 45,000 passages`,
        value: await timed(() =>
          Promise.resolve(
            projectAgreement(project, {
              ...{ coderIds: CODERS, transcriptIds: null, themeId: null },
              ...{ unit, overlap: 0.5, interviewer: false },
            }),
          ),
        ),
        unit: 'ms' as const,
        budget: atMost(2_000),
      });
    return rows;
  },
};

/** What agreement reads of a project, and no more of it. */
function codedByThree(): Project {
  const project = emptyProject('agreement' as ProjectId);
  const random = randomSource(6);
  for (let i = 0; i < THEMES; i++) {
    const theme: Partial<Theme> = { id: `t${i}` as ThemeId, parentId: null, order: i };
    project.themes.set(theme.id!, theme as Theme);
  }
  const turns = Array.from({ length: CHARACTERS / TURN }, (_, i) => ({
    ...{ start: i * TURN, body: i * TURN + 4, end: (i + 1) * TURN, speaker: null },
    role: i % 2 === 0 ? ('interviewer' as const) : ('interviewee' as const),
  }));
  for (let i = 0; i < TRANSCRIPTS; i++) {
    const id = `x${i}` as TranscriptId;
    project.transcripts.set(id, {
      id,
      order: i,
      length: CHARACTERS,
      turns,
    } as unknown as Transcript);
    for (const coderId of CODERS)
      for (let n = 0; n < PASSAGES_EACH; n++) {
        const start = random(CHARACTERS - 500);
        const excerpt: Partial<Excerpt> = {
          ...{ id: `${id} ${coderId} ${n}` as ExcerptId, transcriptId: id, coderId },
          ...{ start, end: start + 20 + random(400), status: 'anchored' },
          themeIds: [`t${random(THEMES)}` as ThemeId],
        };
        project.excerpts.set(excerpt.id!, excerpt as Excerpt);
      }
  }
  return project;
}
