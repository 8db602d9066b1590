import type { NewSettings } from './defaults.ts';
import type {
  CaseId,
  ExcerptId,
  GuideQuestionId,
  ThemeId,
  TranscriptId,
  TypeId,
  VersionId,
} from '../ids.ts';
import type { CaseCommand } from './case-commands.ts';
import type { FrameworkCommand } from './framework-commands.ts';
import type { ReportCommand } from './report-commands.ts';
import type { GuideDraft } from '../guide/keep-ids.ts';
import type { Said } from '../guide/said.ts';
import type { ReviewCommand } from './review-commands.ts';
import type { SpeakerCommand } from './speaker-commands.ts';
import type { RoundCommand } from './round-commands.ts';
import type { SummaryCommand } from './summary-commands.ts';
import type { Anchor } from '../text/quote.ts';
import type {
  Case,
  Excerpt,
  Settings,
  SpeakerCase,
  Theme,
  Transcript,
  Type,
  TypeKind,
  Version,
} from './records.ts';

export interface NewTranscript extends Pick<
  Transcript,
  'title' | 'fileName' | 'format' | 'textHash' | 'originalHash' | 'length' | 'wordCount' | 'turns'
> {
  /** The interviewee's name; the case is made when there is none of that name. */
  readonly caseName: string;
  /** The turns that may ask a question of the guide. */
  readonly said?: readonly Said[];
  /** In a group interview, each speaker's. */
  readonly speakers?: readonly NamedSpeaker[];
  readonly durationSeconds?: number | null;
}

/** A speaker who is a case of that name; the case is made when there is none. */
export interface NamedSpeaker extends Omit<SpeakerCase, 'caseId'> {
  readonly caseName: string;
}

export type InterviewData = Pick<
  Transcript,
  'durationSeconds' | 'pages' | 'date' | 'place' | 'memo'
>;

/** Who speaks where in a transcript, as somebody corrected it. */
export interface CorrectedSpeakers extends Pick<
  Transcript,
  'id' | 'textHash' | 'turns' | 'wordCount'
> {
  readonly caseName: string;
  readonly speakers: readonly NamedSpeaker[];
  /** The turns that may ask a question of the guide, now that it is known who asks. */
  readonly said?: readonly Said[];
}

export type NewTheme = Pick<Theme, 'name'> & Partial<Omit<Theme, 'order'>>;
export type ThemeChanges = Partial<
  Omit<Theme, 'id' | 'parentId' | 'order' | 'definedAt' | 'linkedAt'>
>;

export type NewType = Pick<Type, 'name'> & Partial<Omit<Type, 'order'>>;

export interface NewExcerpt
  extends
    Pick<Excerpt, 'transcriptId' | 'themeIds' | 'typeIds'>,
    Partial<
      Pick<
        Excerpt,
        'id' | 'reduction' | 'memo' | 'stance' | 'deviant' | 'deviantReason' | 'question'
      >
    > {
  readonly anchor: Anchor;
  /** The text the anchor was taken from: a passage of an edited text is not coded blindly. */
  readonly textHash: string;
  /** The coder's name, made when new; the command's coder where left out. */
  readonly coder?: string;
}

/** Excerpts, with the themes and types that come with them, in one step. */
export interface AddExcerpts {
  readonly kind: 'add-excerpts' | 'import-codings';
  readonly coder: string;
  readonly newThemes?: readonly (NewTheme & { readonly id: ThemeId })[];
  readonly newTypes?: readonly (NewType & { readonly id: TypeId })[];
  readonly excerpts: readonly NewExcerpt[];
}

export type ExcerptChanges = Partial<
  Pick<
    Excerpt,
    | 'themeIds'
    | 'typeIds'
    | 'reduction'
    | 'memo'
    | 'stance'
    | 'deviant'
    | 'deviantReason'
    | 'question'
  >
> & {
  readonly anchor?: Anchor;
  readonly textHash?: string;
  /** What comes and what goes; all else stays, whoever put it there. */
  readonly addThemeIds?: readonly ThemeId[] | undefined;
  readonly removeThemeIds?: readonly ThemeId[] | undefined;
  readonly addTypeIds?: readonly TypeId[] | undefined;
  readonly removeTypeIds?: readonly TypeId[] | undefined;
};

export type CaseChanges = {
  readonly [K in 'name' | 'typeIds' | 'deviantReason' | 'memo']?: Case[K] | undefined;
};

export type Command =
  | CaseCommand
  | FrameworkCommand
  | ReviewCommand
  | SpeakerCommand
  | RoundCommand
  | SummaryCommand
  | ReportCommand
  | { readonly kind: 'create-project'; readonly settings: NewSettings }
  | { readonly kind: 'change-project'; readonly changes: Partial<Settings> }
  | { readonly kind: 'add-transcripts'; readonly transcripts: readonly NewTranscript[] }
  | {
      readonly kind: 'change-transcript';
      readonly id: TranscriptId;
      readonly title?: string;
      readonly caseName?: string;
      readonly caseId?: CaseId;
      readonly interview?: Partial<InterviewData>;
    }
  | {
      readonly kind: 'correct-speakers';
      readonly transcripts: readonly CorrectedSpeakers[];
      /** Cases that were called by the speaker's name, and are called by the new one. */
      readonly renamed?: readonly Pick<Case, 'id' | 'name'>[];
    }
  | {
      /** What is known of several interviews, as a table tells it. */
      readonly kind: 'change-interviews';
      readonly interviews: readonly {
        readonly id: TranscriptId;
        readonly interview: Partial<InterviewData>;
      }[];
    }
  | { readonly kind: 'remove-transcript'; readonly id: TranscriptId }
  | ({ readonly kind: 'change-case'; readonly id: CaseId } & CaseChanges)
  | {
      /** Who belongs to the type as a whole: these cases and no others. */
      readonly kind: 'type-cases';
      readonly typeId: TypeId;
      readonly caseIds: readonly CaseId[];
    }
  | { readonly kind: 'add-theme'; readonly theme: NewTheme }
  | {
      /** Themes, parents before their children, and types: from a file or a framework. */
      readonly kind: 'add-codebook';
      readonly themes: readonly NewTheme[];
      readonly types: readonly NewType[];
      /** What a file says otherwise of themes that are there. */
      readonly changes?: readonly { readonly id: ThemeId; readonly changes: ThemeChanges }[];
    }
  | {
      readonly kind: 'change-theme';
      readonly id: ThemeId;
      readonly changes: ThemeChanges;
    }
  | {
      readonly kind: 'move-theme';
      readonly id: ThemeId;
      readonly parentId: ThemeId | null;
      /** Place among the new siblings, the theme itself not counted. */
      readonly index: number;
    }
  | { readonly kind: 'merge-theme'; readonly id: ThemeId; readonly into: ThemeId }
  | {
      readonly kind: 'split-theme';
      readonly id: ThemeId;
      readonly theme: NewTheme;
      readonly excerptIds: readonly ExcerptId[];
    }
  | { readonly kind: 'remove-theme'; readonly id: ThemeId }
  | {
      /** The excerpts still fit the theme as it is defined now; all of them where none are named. */
      readonly kind: 'confirm-codings';
      readonly id: ThemeId;
      readonly excerptIds?: readonly ExcerptId[];
    }
  | {
      readonly kind: 'add-version';
      readonly version: Pick<Version, 'name'> & Partial<Pick<Version, 'id' | 'note'>>;
    }
  | {
      readonly kind: 'change-version';
      readonly id: VersionId;
      readonly changes: Partial<Pick<Version, 'name' | 'note'>>;
    }
  | { readonly kind: 'remove-version'; readonly id: VersionId }
  | { readonly kind: 'add-type'; readonly type: NewType }
  | {
      readonly kind: 'change-type';
      readonly id: TypeId;
      readonly changes: Partial<Omit<Type, 'id' | 'order'>>;
    }
  | { readonly kind: 'move-type'; readonly id: TypeId; readonly index: number }
  | { readonly kind: 'remove-type'; readonly id: TypeId }
  | {
      readonly kind: 'set-guide';
      readonly guide: GuideDraft;
      /** The turns of each transcript that may ask one of its questions. */
      readonly said: ReadonlyMap<TranscriptId, readonly Said[]>;
    }
  | {
      /** By hand: which question a turn asks, null for none. */
      readonly kind: 'mark-question';
      readonly transcriptId: TranscriptId;
      /** Where the turn starts. */
      readonly start: number;
      readonly questionId: GuideQuestionId | null;
    }
  | {
      /** Makes a theme a feature of the type, or changes what is said of it. */
      readonly kind: 'set-feature';
      readonly id: TypeId;
      readonly themeId: ThemeId;
      readonly evidenceIds?: readonly ExcerptId[] | undefined;
      readonly note?: string | null | undefined;
    }
  | { readonly kind: 'remove-feature'; readonly id: TypeId; readonly themeId: ThemeId }
  | {
      /** Takes the features that the members draft as the type's own. */
      readonly kind: 'draft-features';
      readonly id: TypeId;
      readonly draft: TypeKind;
      /** 0–1: in how many members a feature of a general type is found. */
      readonly share: number;
    }
  | AddExcerpts
  | { readonly kind: 'change-excerpt'; readonly id: ExcerptId; readonly changes: ExcerptChanges }
  | { readonly kind: 'remove-excerpt'; readonly id: ExcerptId };
