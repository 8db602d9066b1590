import fc from 'fast-check';
import { casesIn } from '../../../src/domain/cases/case-of.ts';
import { ancestors } from '../../../src/domain/codebook/tree.ts';
import type {
  CaseId,
  ConceptId,
  ExcerptId,
  FrameworkId,
  SourceId,
  ThemeId,
  TypeId,
} from '../../../src/domain/ids.ts';
import { questionsOf } from '../../../src/domain/guide/questions.ts';
import { saidIn } from '../../../src/domain/guide/said.ts';
import type { Command, NewExcerpt, NewTranscript } from '../../../src/domain/project/commands.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import {
  ORIGINS,
  STANCES,
  type Attribute,
  type Concept,
  type Source,
  type Theme,
  type Transcript,
} from '../../../src/domain/project/records.ts';
import { VERDICTS } from '../../../src/domain/project/review-records.ts';
import { describeQuote, type Anchor } from '../../../src/domain/text/quote.ts';
import { codedExcerpts } from '../../../src/domain/types/coded-excerpts.ts';
import { membersOf, themedMembers } from '../../../src/domain/types/members.ts';
import { splitTurns } from '../../../src/domain/text/turns.ts';
import { TEXT, idsOf, pick, type Drawn, type Maker } from './picking.ts';
import { ROUND_MOVES } from './round-moves.ts';

const WORDS = [...TEXT.matchAll(/\S+/g)].map((m) => ({
  start: m.index,
  end: m.index + m[0].length,
}));

export const newTranscript = (n: number, caseName = `Case ${n}`): NewTranscript => ({
  title: `Interview ${n}`,
  caseName,
  fileName: `${n}.txt`,
  format: 'txt',
  textHash: `text-${n}`,
  originalHash: `original-${n}`,
  length: TEXT.length,
  wordCount: WORDS.length - 1,
  turns: splitTurns(TEXT),
});

/** The passage of a few words, from the word `from` on. */
export function passage(from: number, length: number): Anchor {
  const first = WORDS[from % WORDS.length] ?? { start: 0, end: 1 };
  const last = WORDS[Math.min(WORDS.length - 1, (from % WORDS.length) + length)] ?? first;
  return describeQuote(TEXT, { start: first.start, end: last.end });
}

/** What somebody does, in numbers: which command they give depends on what the project holds. */
export interface Move extends Drawn {
  readonly what: (typeof WHAT)[number];
}

const WHAT = [
  ...['settings', 'report', 'transcripts', 'title', 'case', 'case-name', 'remove-transcript'],
  ...['interview', 'speakers'],
  ...['theme', 'theme', 'theme', 'change-theme', 'move-theme', 'move-theme', 'remove-theme'],
  ...['merge-theme', 'split-theme', 'example', 'features', 'confirm', 'version', 'remove-version'],
  ...['framework', 'concepts', 'concepts', 'change-framework', 'move-framework', 'link', 'link'],
  ...['change-concept', 'move-concept', 'remove-concept', 'remove-framework'],
  ...['sources', 'change-source', 'remove-source'],
  ...['guide', 'question'],
  ...['verdict', 'verdict', 'comment', 'resolve', 'remove-comment', 'remove-review', 'meeting'],
  ...['summary', 'summary', 'summary'],
  ...['round', 'round', 'done', 'done', 'close-round', 'remove-round', 'decide', 'reopen'],
  ...['type', 'type', 'change-type', 'move-type', 'remove-type'],
  ...['add-case', 'merge-case', 'remove-case', 'attribute', 'attribute', 'change-attribute'],
  ...['move-attribute', 'remove-attribute', 'values', 'values'],
  ...['case-about', 'type-cases', 'set-feature', 'remove-feature', 'draft-features'],
  ...[
    'excerpts',
    'excerpts',
    'excerpts',
    'excerpts',
    'change-excerpt',
    'change-excerpt',
    'anchor',
    'remove-excerpt',
  ],
] as const;

const small = fc.nat(12);

const drawn = (what: readonly Move['what'][]): fc.Arbitrary<Move> =>
  fc.record({
    what: fc.constantFrom(...what),
    a: small,
    b: small,
    c: small,
    some: fc.array(small, { maxLength: 3 }),
    text: fc.constantFrom('', 'x', 'y', 'a longer text\nin two lines', '__proto__', 'constructor'),
  });

const many = (one: fc.Arbitrary<Move>, minLength = 0): fc.Arbitrary<Move[]> =>
  fc.array(one, { minLength, maxLength: 50, size: 'max' });

/** Anything at all. */
export const anyMove = drawn(WHAT);

/** What meets in rounds of double coding: among everything else a passage is seldom decided. */
export const doubleCodingMove = drawn([
  ...(['excerpts', 'excerpts', 'excerpts', 'excerpts', 'round', 'done', 'done', 'done'] as const),
  ...(['close-round', 'close-round', 'decide', 'decide', 'decide', 'decide', 'reopen'] as const),
  ...(['remove-round', 'change-excerpt', 'remove-excerpt', 'verdict', 'split-theme'] as const),
  ...(['theme', 'merge-theme', 'remove-theme', 'transcripts', 'remove-transcript'] as const),
]);

export const moves = many(anyMove);
export const doubleCodingMoves = many(doubleCodingMove, 30);

/** The command that a move is in this project; null where it has nothing to work on. */
export const commandOf = (project: Project, move: Move, newId: () => string): Command | null =>
  MAKERS[move.what]?.(project, move, newId) ?? null;

const conceptsOfFramework = (project: Project, id: FrameworkId): Concept[] =>
  [...project.concepts.values()].filter(({ frameworkId }) => frameworkId === id);

const isBelow = (project: Project, theme: Theme | undefined, id: ThemeId): boolean =>
  theme !== undefined &&
  (theme.id === id ||
    (isBelow(project, project.themes.get(theme.parentId ?? id), id) && theme.parentId !== null));

function excerptOf(
  project: Project,
  { a, b, some, text }: Drawn,
  transcript: Transcript,
): NewExcerpt | null {
  const themeIds = idsOf<Theme, ThemeId>(project.themes, some);
  const typeIds = a % 3 === 0 ? idsOf<{ id: TypeId }, TypeId>(project.types, some) : [];
  if (themeIds.length + typeIds.length === 0 && text === '') return null;
  return {
    transcriptId: transcript.id,
    textHash: transcript.textHash,
    anchor: passage(a, b % 3),
    themeIds,
    typeIds,
    memo: text === '' ? null : text,
    stance: STANCES[b % 3] ?? null,
    deviant: b === 4,
    coder: ['Anna', 'Bertta'][b % 2] ?? 'Anna',
  };
}

/** Of each kind an attribute can be. */
const kindOf = (n: number): Pick<Attribute, 'kind'> & Partial<Attribute> =>
  [
    { kind: 'text' as const },
    { kind: 'number' as const },
    { kind: 'choice' as const, choices: ['a', 'b'] },
    { kind: 'measure' as const, measure: { kind: 'nps' as const, min: 0, max: 10, easyEnd: null } },
    { kind: 'date' as const },
  ][n % 5] ?? { kind: 'text' };

const valueFor = ({ kind }: Attribute, n: number): string | number | null => {
  if (n % 5 === 0) return null;
  if (kind === 'date') return `${(n % 28) + 1}.12.2022`;
  return kind === 'number' || kind === 'measure' ? n % 10 : `choice ${n % 3}`;
};

const MAKERS: Partial<Record<string, Maker>> = {
  ...ROUND_MOVES,
  verdict: (project, { a, b, c, text }) => {
    const excerptId = pick(project.excerpts, a)?.id;
    const reviewer = ['Siiri', 'Timo'][b % 2] ?? 'Siiri';
    const verdict = VERDICTS[c % 3] ?? 'accept';
    return excerptId ? { kind: 'give-verdict', excerptId, reviewer, verdict, comment: text } : null;
  },
  comment: (project, { a, b, text }) => {
    const review = pick(project.reviews, a);
    const comment = b % 3 === 0 ? pick(project.comments, b) : undefined;
    if (comment) return { kind: 'change-comment', id: comment.id, text: text || 'Changed' };
    return review
      ? { kind: 'add-comment', reviewId: review.id, author: 'Anna', text: text || 'Why?' }
      : null;
  },
  resolve: (project, { a, b }) => {
    const review = pick(project.reviews, a);
    return review
      ? { kind: 'resolve-review', id: review.id, resolved: b % 2 === 0, by: 'Anna' }
      : null;
  },
  'remove-comment': (project, { a }) => {
    const comment = pick(project.comments, a);
    return comment ? { kind: 'remove-comment', id: comment.id } : null;
  },
  'remove-review': (project, { a }) => {
    const review = pick(project.reviews, a);
    return review ? { kind: 'remove-review', id: review.id } : null;
  },
  meeting: (project, { a, b, text }) => {
    const meeting = b % 3 === 0 ? undefined : pick(project.meetings, a);
    if (!meeting) return { kind: 'add-meeting', meeting: { name: text || 'Meeting' } };
    return b % 3 === 1
      ? { kind: 'change-meeting', id: meeting.id, changes: { notes: text } }
      : { kind: 'remove-meeting', id: meeting.id };
  },
  guide: (project, { a, some, text }) => ({
    kind: 'set-guide',
    guide: {
      parts: [
        {
          name: text,
          questions: [...new Set([a, ...some])].map((n) => ({
            number: String(n),
            text: `What is ${WORDS[n % WORDS.length]?.start ?? n} ${text}?`,
          })),
        },
      ],
    },
    said: new Map(
      [...project.transcripts.values()].map(({ id, turns }) => [id, saidIn(TEXT, turns)]),
    ),
  }),
  question: (project, { a, b, c }) => {
    const transcript = pick(project.transcripts, a);
    const start = transcript?.turns[0]?.start;
    const questions = questionsOf(project.guide);
    if (!transcript || start === undefined) return null;
    const questionId = b === 0 ? null : (questions[c % Math.max(1, questions.length)]?.id ?? null);
    return { kind: 'mark-question', transcriptId: transcript.id, start, questionId };
  },
  settings: (_, { a, text }) => ({
    kind: 'change-project',
    changes:
      a % 2 === 0
        ? { name: text || 'Name' }
        : { researchQuestions: [text], approach: 'theory-driven' },
  }),
  report: (project, { a, text }) => {
    const texts = { ...project.report.texts, [pick(project.themes, a)?.id ?? 'whole']: text };
    return {
      kind: 'change-report',
      changes: a % 2 === 0 ? { texts } : { title: text, introduction: text },
    };
  },
  transcripts: (project, { a, some }, newId) => ({
    kind: 'add-transcripts',
    transcripts: [a, ...some].map((n) => ({
      ...newTranscript(n, ['Maija', 'MAIJA', 'Ville', `Case ${n}`][n % 4]),
      originalHash: newId(),
    })),
  }),
  title: (project, { a, text }) => {
    const transcript = pick(project.transcripts, a);
    return transcript
      ? { kind: 'change-transcript', id: transcript.id, title: text || 'Title' }
      : null;
  },
  case: (project, { a, b, c, text }) => {
    const transcript = pick(project.transcripts, a);
    if (!transcript) return null;
    const caseId: CaseId | undefined = pick(project.cases, c)?.id;
    return b % 2 === 0 && caseId
      ? { kind: 'change-transcript', id: transcript.id, caseId }
      : { kind: 'change-transcript', id: transcript.id, caseName: text || 'Maija' };
  },
  'case-name': (project, { a, text }) => {
    const one = pick(project.cases, a);
    const name = text || 'Name';
    // The name of another is refused.
    const isTaken = [...project.cases.values()].some(
      (other) => other.id !== one?.id && other.name.toLowerCase() === name.toLowerCase(),
    );
    return one && !isTaken ? { kind: 'change-case', id: one.id, name } : null;
  },
  interview: (project, { a, b }) => {
    const transcript = pick(project.transcripts, a);
    const interview = { durationSeconds: b * 60, pages: b === 0 ? null : b, place: 'Oulu' };
    return transcript ? { kind: 'change-transcript', id: transcript.id, interview } : null;
  },
  speakers: (project, { a, b, text }) => {
    const transcript = pick(project.transcripts, a);
    if (!transcript) return null;
    const { id, textHash, wordCount } = transcript;
    const turns = transcript.turns.map((turn) => ({ ...turn, speaker: text || 'S1' }));
    const speakers = [{ speaker: text || 'S1', caseName: `Case ${b}`, wordCount }];
    const corrected = { id, textHash, turns, wordCount, caseName: 'Maija' };
    return {
      kind: 'correct-speakers',
      transcripts: [{ ...corrected, speakers: b % 3 === 0 ? [] : speakers }],
    };
  },
  'settle-doubt': (project, { a, text }) => {
    const transcript = pick(project.transcripts, a);
    return transcript
      ? { kind: 'settle-doubt', doubt: text || 'once', transcriptIds: [transcript.id] }
      : null;
  },
  'remove-transcript': (project, { a }) => {
    const transcript = pick(project.transcripts, a);
    return transcript ? { kind: 'remove-transcript', id: transcript.id } : null;
  },
  theme: (project, { a, b, text }) => ({
    kind: 'add-theme',
    theme: {
      name: text || 'Theme',
      parentId: b % 3 === 0 ? null : (pick(project.themes, a)?.id ?? null),
    },
  }),
  'change-theme': (project, { a, b, text }) => {
    const theme = pick(project.themes, a);
    return theme
      ? {
          kind: 'change-theme',
          id: theme.id,
          changes: { name: text || 'Name', definition: b % 2 === 0 ? text : null },
        }
      : null;
  },
  'move-theme': (project, { a, b, c }) => {
    const theme = pick(project.themes, a);
    if (!theme) return null;
    const parent = c % 4 === 0 ? undefined : pick(project.themes, b);
    if (isBelow(project, parent, theme.id)) return null;
    return { kind: 'move-theme', id: theme.id, parentId: parent?.id ?? null, index: c };
  },
  'remove-theme': (project, { a }) => {
    const theme = pick(project.themes, a);
    return theme ? { kind: 'remove-theme', id: theme.id } : null;
  },
  'merge-theme': (project, { a, b }) => {
    const theme = pick(project.themes, a);
    const into = pick(project.themes, b);
    return theme && into && theme !== into
      ? { kind: 'merge-theme', id: theme.id, into: into.id }
      : null;
  },
  'split-theme': (project, { a, b, text }) => {
    const theme = pick(project.themes, a);
    if (!theme) return null;
    const excerptIds = [...project.excerpts.values()]
      .filter(({ themeIds }, i) => themeIds.includes(theme.id) && i % 2 === b % 2)
      .map(({ id }) => id);
    return { kind: 'split-theme', id: theme.id, theme: { name: text || 'Half' }, excerptIds };
  },
  example: (project, { a, b }) => {
    const theme = pick(project.themes, a);
    const anchorId = pick(project.excerpts, b)?.id ?? null;
    return theme ? { kind: 'change-theme', id: theme.id, changes: { anchorId } } : null;
  },
  confirm: (project, { a }) => {
    const theme = pick(project.themes, a);
    return theme ? { kind: 'confirm-codings', id: theme.id } : null;
  },
  version: (project, { a, b, text }) => {
    const version = b % 2 === 0 ? pick(project.versions, a) : undefined;
    return version
      ? { kind: 'change-version', id: version.id, changes: { note: text || null } }
      : { kind: 'add-version', version: { name: text || 'Version' } };
  },
  'remove-version': (project, { a }) => {
    const version = pick(project.versions, a);
    return version ? { kind: 'remove-version', id: version.id } : null;
  },
  features: (project, { a, b, some, text }) => {
    const type = pick(project.types, a);
    if (!type) return null;
    const features = [...new Set(idsOf<Theme, ThemeId>(project.themes, some))].map((themeId) => ({
      themeId,
      evidenceIds: idsOf<{ id: ExcerptId }, ExcerptId>(project.excerpts, [b]),
      note: text || null,
    }));
    const exemplarCaseId = pick(project.cases, b)?.id ?? null;
    return { kind: 'change-type', id: type.id, changes: { features, exemplarCaseId } };
  },
  framework: (project, { a, b, some, text }, newId) => {
    const [top, source] = [newId() as ConceptId, newId() as SourceId];
    const sourceIds = [source, ...idsOf<Source, SourceId>(project.sources, some)];
    return {
      kind: 'add-framework',
      framework: {
        name: text || 'Framework',
        dimensions: a % 2 === 0 ? ['Phase'] : ['Phase', 'Owner'],
        sourceIds: [...new Set(sourceIds)],
      },
      concepts: [
        { id: top, name: 'Top', dimension: a % 2 },
        { name: text || 'Below', parentId: top },
        { name: 'Beside', dimension: b % (1 + (a % 2)) },
      ],
      sources: [{ id: source, title: text || 'Book', year: '2009' }],
    };
  },
  'change-framework': (project, { a, b, c, some, text }) => {
    const framework = pick(project.frameworks, a);
    if (!framework) return null;
    const sourceIds = [...new Set(idsOf<Source, SourceId>(project.sources, some))];
    const dimensions = ['Phase', 'Owner'].slice(0, 1 + (b % 2));
    const changes = c % 2 === 0 ? { dimensions, citation: text || null } : { sourceIds };
    return { kind: 'change-framework', id: framework.id, changes };
  },
  'move-framework': (project, { a, b }) => {
    const framework = pick(project.frameworks, a);
    return framework ? { kind: 'move-framework', id: framework.id, index: b } : null;
  },
  'remove-framework': (project, { a }) => {
    const framework = pick(project.frameworks, a);
    return framework ? { kind: 'remove-framework', id: framework.id } : null;
  },
  concepts: (project, { a, b, text }) => {
    const framework = pick(project.frameworks, a);
    if (!framework) return null;
    const own = conceptsOfFramework(project, framework.id);
    const parentId = b % 3 === 0 ? null : (own[b % own.length]?.id ?? null);
    const dimension = b % framework.dimensions.length;
    const name = text || 'Concept';
    const concepts = [{ name, parentId, dimension }, { name }];
    return { kind: 'add-concepts', frameworkId: framework.id, concepts };
  },
  'change-concept': (project, { a, b, text }) => {
    const concept = pick(project.concepts, a);
    const changes = b % 2 === 0 ? { name: text || 'Name' } : { definition: text };
    return concept ? { kind: 'change-concept', id: concept.id, changes } : null;
  },
  'move-concept': (project, { a, b, c }) => {
    const concept = pick(project.concepts, a);
    const framework = concept && project.frameworks.get(concept.frameworkId);
    if (!framework) return null;
    const own = conceptsOfFramework(project, framework.id);
    const parent = c % 4 === 0 ? undefined : own[b % own.length];
    const isCycle = parent && [parent.id, ...ancestors(project.concepts, parent.id)];
    if (isCycle?.includes(concept.id)) return null;
    const dimension = c % framework.dimensions.length;
    return {
      kind: 'move-concept',
      id: concept.id,
      parentId: parent?.id ?? null,
      index: c,
      dimension,
    };
  },
  'remove-concept': (project, { a }) => {
    const concept = pick(project.concepts, a);
    return concept ? { kind: 'remove-concept', id: concept.id } : null;
  },
  link: (project, { a, b, c, text }) => {
    const conceptId = pick(project.concepts, b)?.id ?? null;
    const theme = pick(project.themes, a);
    const type = pick(project.types, a);
    if (c % 3 === 0)
      return type ? { kind: 'change-type', id: type.id, changes: { conceptId } } : null;
    const origin = ORIGINS[c % 4];
    const changes = { conceptId, linkRationale: text || null, ...(origin && { origin }) };
    return theme ? { kind: 'change-theme', id: theme.id, changes } : null;
  },
  sources: (_, { a, text }) => ({
    kind: 'add-sources',
    sources: [
      { title: text || 'Book', authors: ['Author, A.'], year: String(2000 + a) },
      { title: 'Twin', key: text },
    ],
  }),
  'change-source': (project, { a, text }) => {
    const source = pick(project.sources, a);
    const changes = { title: text || 'Title', doi: text || null };
    return source ? { kind: 'change-source', id: source.id, changes } : null;
  },
  'remove-source': (project, { a }) => {
    const source = pick(project.sources, a);
    return source ? { kind: 'remove-source', id: source.id } : null;
  },
  'add-case': (project, { text }, newId) => {
    const name = `Added ${text} ${newId()}`;
    return { kind: 'add-case', name };
  },
  'merge-case': (project, { a, b }) => {
    const one = pick(project.cases, a);
    const into = pick(project.cases, b);
    return one && into && one !== into ? { kind: 'merge-case', id: one.id, into: into.id } : null;
  },
  summary: (project, { a, b, c, text }) => {
    const [theme, one] = [pick(project.themes, a), pick(project.cases, b)];
    return theme && one
      ? {
          kind: 'write-summary',
          themeId: theme.id,
          caseId: one.id,
          text: c % 5 === 0 ? null : text,
        }
      : null;
  },
  'remove-case': (project, { a }) => {
    const used = new Set([...project.transcripts.values()].flatMap(casesIn));
    const unused = [...project.cases.values()].filter(({ id }) => !used.has(id));
    const one = unused[a % Math.max(1, unused.length)];
    return one ? { kind: 'remove-case', id: one.id } : null;
  },
  attribute: (project, { b, text }, newId) => ({
    kind: 'add-attribute',
    attribute: { name: `${text} ${newId()}`, ...kindOf(b) },
  }),
  'change-attribute': (project, { a, b, text }) => {
    const attribute = pick(project.attributes, a);
    if (!attribute) return null;
    const changes = b % 4 === 0 ? { name: `${attribute.name}${text}` } : kindOf(b);
    return { kind: 'change-attribute', id: attribute.id, changes, unfit: 'clear' };
  },
  'move-attribute': (project, { a, b }) => {
    const attribute = pick(project.attributes, a);
    return attribute ? { kind: 'move-attribute', id: attribute.id, index: b } : null;
  },
  'remove-attribute': (project, { a }) => {
    const attribute = pick(project.attributes, a);
    return attribute ? { kind: 'remove-attribute', id: attribute.id } : null;
  },
  values: (project, { a, b, some }, newId) => {
    const attribute = pick(project.attributes, a);
    if (!attribute) return null;
    const caseId = newId() as CaseId;
    const values = [...idsOf<{ id: CaseId }, CaseId>(project.cases, some), caseId].map((id, i) => ({
      caseId: id,
      attributeId: attribute.id,
      value: valueFor(attribute, b + i),
    }));
    const newCases = [{ id: caseId, name: `Case ${caseId}` }];
    return { kind: 'set-values', values, newCases, newChoices: 'add' };
  },
  'case-about': (project, { a, b, some, text }) => {
    const one = pick(project.cases, a);
    const typeIds = idsOf<{ id: TypeId }, TypeId>(project.types, some);
    return one
      ? {
          kind: 'change-case',
          id: one.id,
          ...(b % 2 === 0 ? { typeIds } : { deviantReason: text || null }),
        }
      : null;
  },
  'type-cases': (project, { a, some }) => {
    const type = pick(project.types, a);
    const caseIds = idsOf<{ id: CaseId }, CaseId>(project.cases, some);
    return type ? { kind: 'type-cases', typeId: type.id, caseIds } : null;
  },
  'set-feature': (project, { a, b, some, text }) => {
    const type = pick(project.types, a);
    const theme = pick(project.themes, b);
    const evidenceIds = idsOf<{ id: ExcerptId }, ExcerptId>(project.excerpts, some);
    return type && theme
      ? { kind: 'set-feature', id: type.id, themeId: theme.id, evidenceIds, note: text }
      : null;
  },
  'remove-feature': (project, { a, b }) => {
    const type = pick(project.types, a);
    const feature = type?.features[b % Math.max(1, type.features.length)];
    return type && feature
      ? { kind: 'remove-feature', id: type.id, themeId: feature.themeId }
      : null;
  },
  'draft-features': (project, { a, b }) => {
    const type = pick(project.types, a);
    if (!type) return null;
    const members = membersOf(project, type.id, codedExcerpts(project));
    // Drafts of these two kinds are empty only where the members have no theme.
    return themedMembers(members).some(({ featureIds }) => featureIds.length > 0)
      ? {
          kind: 'draft-features',
          id: type.id,
          draft: b % 2 === 0 ? 'broadest' : 'authentic',
          share: (b % 5) / 4,
        }
      : null;
  },
  type: (_, { text }) => ({ kind: 'add-type', type: { name: text || 'Type' } }),
  'change-type': (project, { a, text }) => {
    const type = pick(project.types, a);
    return type
      ? {
          kind: 'change-type',
          id: type.id,
          changes: { name: text || 'Name', colour: (a % 12) + 1 },
        }
      : null;
  },
  'move-type': (project, { a, b }) => {
    const type = pick(project.types, a);
    return type ? { kind: 'move-type', id: type.id, index: b } : null;
  },
  'remove-type': (project, { a }) => {
    const type = pick(project.types, a);
    return type ? { kind: 'remove-type', id: type.id } : null;
  },
  excerpts: (project, move, newId) => {
    const added = [move.a, ...move.some].flatMap((n) => {
      const transcript = pick(project.transcripts, n);
      return (transcript && excerptOf(project, { ...move, a: n }, transcript)) ?? [];
    });
    const made = { id: newId() as ThemeId, name: 'Made while coding' };
    const excerpts =
      move.c === 7 ? added.map((one) => ({ ...one, themeIds: [...one.themeIds, made.id] })) : added;
    return excerpts.length === 0
      ? null
      : { kind: 'add-excerpts', coder: 'Anna', excerpts, newThemes: move.c === 7 ? [made] : [] };
  },
  'change-excerpt': (project, { a, b, some, text }) => {
    const excerpt = pick(project.excerpts, a);
    if (!excerpt) return null;
    const themeIds = idsOf<Theme, ThemeId>(project.themes, some);
    const typeIds =
      b % 2 === 0 ? idsOf<{ id: TypeId }, TypeId>(project.types, some) : excerpt.typeIds;
    if (themeIds.length + typeIds.length === 0 && text === '') return null;
    return {
      kind: 'change-excerpt',
      id: excerpt.id,
      changes: { themeIds, typeIds, memo: text, deviant: b === 3 },
    };
  },
  anchor: (project, { a, b, c }) => {
    const excerpt = pick(project.excerpts, a);
    const transcript = excerpt && project.transcripts.get(excerpt.transcriptId);
    if (!transcript) return null;
    const { textHash } = transcript;
    return {
      kind: 'change-excerpt',
      id: excerpt.id,
      changes: { anchor: passage(b, c % 3), textHash },
    };
  },
  'remove-excerpt': (project, { a }) => {
    const excerpt = pick(project.excerpts, a);
    return excerpt ? { kind: 'remove-excerpt', id: excerpt.id } : null;
  },
};
