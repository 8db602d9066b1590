import type {
  FoundDisagreement,
  ProjectAgreement,
} from '../../../domain/analysis/agreement/project-agreement.ts';
import { themeTitle } from '../../../domain/codebook/tree.ts';
import type { ThemeId, TranscriptId } from '../../../domain/ids.ts';
import { excerptsOf, type Project } from '../../../domain/project/project.ts';
import type { Excerpt } from '../../../domain/project/records.ts';
import { overlaps, type Span } from '../../../domain/text/span.ts';
import { turnIndexAt } from '../../../domain/text/turns.ts';
import type { Translate } from '../../i18n.ts';

/** A passage on which coders differ: its words once, what each made of it side by side. */
export interface Passage extends Span {
  readonly transcriptId: TranscriptId;
  readonly where: string;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly sides: readonly Side[];
}

export interface Side {
  readonly coder: string;
  /** Opens the passage in its text; null where the coder has none there. */
  readonly href: string | null;
  readonly themes: readonly {
    readonly id: ThemeId;
    readonly title: string;
    readonly colour: number;
    /** Not given by everybody. */
    readonly differs: boolean;
  }[];
}

const AROUND = 160;
const LONGEST = 600;

/** Stretches that several themes share are one passage. */
export function passagesOf(disagreements: readonly FoundDisagreement[]): FoundDisagreement[][] {
  const passages: FoundDisagreement[][] = [];
  for (const one of disagreements) {
    const last = passages.at(-1);
    const like = last?.[0];
    if (
      last &&
      like?.transcriptId === one.transcriptId &&
      like.start === one.start &&
      like.end === one.end
    )
      last.push(one);
    else passages.push([one]);
  }
  return passages;
}

export function shownPassage(
  project: Project,
  found: Pick<ProjectAgreement, 'texts'>,
  passage: readonly FoundDisagreement[],
  text: string,
  t: Translate,
): Passage {
  const { transcriptId, start, end } = passage[0]!;
  const transcript = project.transcripts.get(transcriptId)!;
  const coderIds =
    found.texts.find((one) => one.transcript.id === transcriptId)?.text.coderIds ?? [];
  const differing = new Set(passage.map(({ themeId }) => themeId));
  const turn = turnIndexAt(transcript.turns, start) + 1;
  const said = text.slice(start, end).trim();
  const from = text.indexOf(said, start);
  const to = from + said.length;
  return {
    ...{ transcriptId, start, end },
    where: `${transcript.title} · ${t('review.turn', { number: turn })}`,
    before: packed(text.slice(Math.max(0, from - AROUND), from).replace(/^\S*\s/, '')),
    text: packed(said.length > LONGEST ? `${said.slice(0, LONGEST)} …` : said),
    after: packed(text.slice(to, to + AROUND).replace(/\s\S*$/, '')),
    sides: coderIds.map((id) => {
      const own = [...excerptsOf(project, transcriptId)].filter(
        (one) => (one.coderId as string) === id && overlaps(one, { start, end }),
      );
      return {
        coder: project.coders.get(id as never)?.name ?? '',
        href: own[0] ? `/projects/${project.id}/code/${transcriptId}#e-${own[0].id}` : null,
        themes: themesIn(project, own, differing),
      };
    }),
  };
}

/** Without the blank lines between turns. */
const packed = (text: string): string => text.replace(/\n{2,}/g, '\n');

const themesIn = (
  project: Project,
  excerpts: readonly Excerpt[],
  differing: ReadonlySet<ThemeId>,
): Side['themes'] =>
  [...new Set(excerpts.flatMap(({ themeIds }) => themeIds))].flatMap((id) => {
    const theme = project.themes.get(id);
    return theme
      ? [{ id, title: themeTitle(theme), colour: theme.colour, differs: differing.has(id) }]
      : [];
  });
