import type {
  CaseId,
  ExcerptId,
  ProjectId,
  ThemeId,
  TranscriptId,
  TypeId,
} from '../../src/domain/ids.ts';
import type { Command, NewExcerpt, NewTheme, NewType } from '../../src/domain/project/commands.ts';
import { decide } from '../../src/domain/project/decide.ts';
import type { JournalEvent } from '../../src/domain/project/events.ts';
import { evolve } from '../../src/domain/project/evolve.ts';
import { emptyProject, type Project } from '../../src/domain/project/project.ts';
import type { ReportText, Settings } from '../../src/domain/project/records.ts';
import { canonicalText } from '../../src/domain/text/canonical-text.ts';
import { describeQuote, matchQuote } from '../../src/domain/text/quote.ts';
import { analysedSpans, splitTurns } from '../../src/domain/text/turns.ts';
import { countWords } from '../../src/domain/text/words.ts';

/** An interview as a test writes it: its text, and a name for the transcript and its case. */
export interface GivenText {
  readonly title: string;
  readonly text: string;
  readonly caseName?: string;
}

/** A coding as a test writes it. The passage is `quote`, or the span `start`–`end` (UTF-16). */
export interface GivenCoding {
  readonly transcript: string;
  readonly quote?: string;
  readonly start?: number;
  readonly end?: number;
  /** Names (or labels) of the themes; a theme or type nobody described is made, in order of use. */
  readonly themes?: readonly string[];
  readonly types?: readonly string[];
  readonly coder?: string;
  readonly reduction?: string;
  readonly memo?: string;
  readonly stance?: 'supports' | 'contradicts';
  readonly deviant?: boolean;
  readonly deviantReason?: string;
  readonly question?: string;
}

export interface GivenTheme extends Omit<NewTheme, 'id' | 'parentId'> {
  /** The name or label of a theme described before. */
  readonly parent?: string;
}

export interface Given {
  readonly settings?: Partial<Settings>;
  readonly texts?: readonly GivenText[];
  readonly themes?: readonly GivenTheme[];
  readonly types?: readonly NewType[];
  readonly codings?: readonly GivenCoding[];
  readonly report?: Partial<Omit<ReportText, 'texts'>> & {
    /** By the name or label of the theme. */
    readonly texts?: Readonly<Record<string, string>>;
  };
}

export interface BuiltProject {
  readonly project: Project;
  readonly textOf: (id: TranscriptId) => string;
  readonly themeId: (nameOrLabel: string) => ThemeId;
  readonly typeId: (name: string) => TypeId;
  readonly transcriptId: (title: string) => TranscriptId;
  readonly caseId: (name: string) => CaseId;
  readonly excerptIds: readonly ExcerptId[];
  /** Carries out one more command. */
  readonly run: (command: Command) => void;
}

/** A project made the way the app makes it: commands decided, events folded. Ids are predictable. */
export function buildProject(given: Given): BuiltProject {
  const project = emptyProject('project' as ProjectId);
  let made = 0;
  const newId = (): string => `id${String(++made).padStart(6, '0')}`;
  const run = (command: Command): void => carryOut(project, command, newId);
  const texts = new Map<string, string>();
  const themeIds = new Map<string, ThemeId>();
  const typeIds = new Map<string, TypeId>();
  run({
    kind: 'create-project',
    settings: {
      name: 'Test',
      language: 'en',
      approach: 'theory-guided',
      researchQuestions: [],
      ...given.settings,
    },
  });
  run({
    kind: 'add-transcripts',
    transcripts: (given.texts ?? []).map((one, i) => transcriptOf(one, i)),
  });
  for (const { title, text } of given.texts ?? [])
    texts.set(transcriptId(project, title), canonicalText(text));

  const addTheme = ({ parent, ...theme }: GivenTheme): ThemeId => {
    const id = newId() as ThemeId;
    run({
      kind: 'add-theme',
      theme: { ...theme, id, parentId: parent ? known(themeIds, parent) : null },
    });
    for (const key of [theme.name, theme.label])
      if (key && !themeIds.has(key)) themeIds.set(key, id);
    return id;
  };
  const addType = (type: NewType): TypeId => {
    const id = newId() as TypeId;
    run({ kind: 'add-type', type: { ...type, id } });
    typeIds.set(type.name, id);
    return id;
  };
  given.themes?.forEach(addTheme);
  given.types?.forEach(addType);

  const excerpts = (given.codings ?? []).map((coding): NewExcerpt => {
    const id = transcriptId(project, coding.transcript);
    const text = known(texts, id);
    const span = spanOf(text, coding);
    return {
      id: newId() as ExcerptId,
      transcriptId: id,
      textHash: project.transcripts.get(id)?.textHash ?? '',
      anchor: describeQuote(text, span),
      themeIds: (coding.themes ?? []).map((name) => themeIds.get(name) ?? addTheme({ name })),
      typeIds: (coding.types ?? []).map((name) => typeIds.get(name) ?? addType({ name })),
      reduction: coding.reduction ?? null,
      memo: coding.memo ?? null,
      stance: coding.stance ?? null,
      deviant: coding.deviant ?? false,
      deviantReason: coding.deviantReason ?? null,
      question: coding.question ?? null,
      ...(coding.coder ? { coder: coding.coder } : {}),
    };
  });
  if (excerpts.length > 0) run({ kind: 'import-codings', coder: 'Coder', excerpts });
  if (given.report) run({ kind: 'change-report', changes: reportOf(given.report, themeIds) });

  return {
    project,
    textOf: (id) => known(texts, id),
    themeId: (name) => known(themeIds, name),
    typeId: (name) => known(typeIds, name),
    transcriptId: (title) => transcriptId(project, title),
    caseId: (name) =>
      [...project.cases.values()].find((one) => one.name === name)?.id ?? missing(name),
    excerptIds: [...project.excerpts.keys()],
    run,
  };
}

function carryOut(project: Project, command: Command, newId: () => string): void {
  const at = '2026-01-02T03:04:05.000Z';
  const events = decide(project, command, { at, newId });
  const step = project.revision + 1;
  events.forEach((event, i) => {
    const more = i + 1 < events.length ? { more: true as const } : {};
    const envelope = {
      revision: step + i,
      at,
      actor: 'test',
      command: command.kind,
      step,
      ...more,
    };
    const journalled: JournalEvent = { ...event, ...envelope };
    evolve(project, journalled);
  });
}

function transcriptOf({ title, text, caseName }: GivenText, i: number) {
  const canonical = canonicalText(text);
  const turns = splitTurns(canonical);
  const spoken = analysedSpans(turns).map(({ start, end }) => canonical.slice(start, end));
  return {
    title,
    caseName: caseName ?? title,
    fileName: `${title}.txt`,
    format: 'txt',
    textHash: `text-${i}`,
    originalHash: `original-${i}`,
    length: canonical.length,
    wordCount: spoken.reduce((sum, speech) => sum + countWords(speech), 0),
    turns,
  };
}

function spanOf(text: string, { quote, start, end }: GivenCoding) {
  if (quote === undefined) return { start: start ?? 0, end: end ?? text.length };
  return matchQuote(text, quote, start)?.span ?? missing(quote);
}

const reportOf = (
  { texts, ...report }: NonNullable<Given['report']>,
  themeIds: ReadonlyMap<string, ThemeId>,
): Partial<ReportText> => ({
  ...report,
  ...(texts && {
    texts: Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [known(themeIds, name), text]),
    ),
  }),
});

const transcriptId = (project: Project, title: string): TranscriptId =>
  [...project.transcripts.values()].find((one) => one.title === title)?.id ?? missing(title);

const known = <K, V>(map: ReadonlyMap<K, V>, key: K): V => map.get(key) ?? missing(String(key));

function missing(what: string): never {
  throw new Error(`the test names what it did not give: ${what}`);
}
