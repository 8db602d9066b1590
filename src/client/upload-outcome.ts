import { t } from './words.ts';

/** The part of an upload's answer that is shown. */
interface Answer {
  readonly imported: readonly {
    readonly title: string;
    readonly caseName: string;
    readonly words: number;
    readonly turns: number;
    readonly warnings: readonly string[];
  }[];
  readonly rejected: readonly { readonly file: string; readonly reason: string }[];
  readonly speakerDoubts: number;
}

/** What became of a file. */
export interface Outcome {
  readonly kind: 'added' | 'refused' | 'stopped';
  readonly text: string;
  /** To look at in what was added. */
  readonly warnings: readonly string[];
  /** Of an archive, what was refused in it. */
  readonly refusals: readonly string[];
  /** Transcripts: an archive brings several. */
  readonly added: number;
  /** How much about the project's speakers a person should look at by now. */
  readonly speakerDoubts: number;
}

const number = new Intl.NumberFormat(document.documentElement.lang);

export const counted = (key: string, count: number): string =>
  t(`upload.${key}`, { count, n: number.format(count) });

export const stopped = (): Outcome => without('stopped', t('upload.cancelled'));
export const unanswered = (): Outcome => without('refused', t('upload.failed'));

const without = (kind: 'refused' | 'stopped', text: string): Outcome => ({
  kind,
  text,
  warnings: [],
  refusals: [],
  added: 0,
  speakerDoubts: 0,
});

export function outcomeOf({ status, responseText }: XMLHttpRequest): Outcome {
  const answer = parsed(responseText) as Partial<Answer> & { readonly detail?: string };
  const { imported = [], rejected = [] } = answer;
  const [one] = imported;
  if (status >= 400 || !one)
    return {
      ...without('refused', answer.detail ?? rejected[0]?.reason ?? t('upload.failed')),
      refusals: rejected.slice(1).map(({ reason }) => reason),
    };
  const isArchive = imported.length + rejected.length > 1;
  return {
    kind: 'added',
    text: isArchive ? archived(imported.length, rejected.length) : factsOf(one),
    warnings: imported.flatMap(({ title, warnings }) =>
      isArchive ? warnings.map((warning) => `${title}: ${warning}`) : warnings,
    ),
    refusals: rejected.map(({ file, reason }) => `${file}: ${reason}`),
    added: imported.length,
    speakerDoubts: answer.speakerDoubts ?? 0,
  };
}

const factsOf = ({ caseName, words, turns }: Answer['imported'][number]): string =>
  [caseName, counted('words', words), counted('turns', turns)].join(' · ');

const archived = (added: number, refused: number): string =>
  [counted('added', added), refused > 0 ? counted('refused', refused) : ''].join(' ').trim();

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
