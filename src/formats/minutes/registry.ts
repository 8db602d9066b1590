import type { Language } from '../../domain/project/records.ts';

/** The minutes of a meeting in words, as every file prints them. */
export interface PrintedMinutes {
  readonly language: Language;
  readonly title: string;
  /** Which project, and when it was. */
  readonly subtitle: string;
  readonly people: PrintedLine | null;
  readonly notes: { readonly heading: string; readonly markdown: string } | null;
  readonly decisions: {
    readonly heading: string;
    readonly made: readonly PrintedDecision[];
  } | null;
  readonly discussed: {
    readonly heading: string;
    /** Of which time. */
    readonly about: string;
    readonly groups: readonly {
      readonly title: string;
      readonly threads: readonly PrintedThread[];
    }[];
  };
}

interface PrintedLine {
  readonly term: string;
  readonly text: string;
}

interface PrintedDecision {
  readonly text: string;
  readonly by: string | null;
}

export interface PrintedThread {
  /** Leads back to the excerpt, below the project's address. */
  readonly excerptId: string;
  readonly quote: string;
  /** "(H2)" */
  readonly tag: string;
  /** "Siiri: disputed, 8 Dec 2026" */
  readonly verdict: string;
  /** What else is to be known: changed since, other themes, earlier comments. */
  readonly notes: readonly string[];
  readonly comments: readonly {
    readonly author: string;
    readonly when: string;
    readonly text: string;
  }[];
  /** "open", "resolved by Mari" */
  readonly state: string | null;
}

/** A file that minutes are written as. */
export interface MinutesFormat {
  readonly extension: string;
  readonly mime: string;
  readonly write: (minutes: PrintedMinutes) => Promise<string | Uint8Array>;
}

export const MINUTES_FORMATS: readonly MinutesFormat[] = [
  {
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (minutes) => (await import('./minutes-docx.ts')).writeMinutesDocx(minutes),
  },
  {
    extension: 'md',
    mime: 'text/markdown; charset=utf-8',
    write: async (minutes) => (await import('./minutes-markdown.ts')).writeMinutesMarkdown(minutes),
  },
];
