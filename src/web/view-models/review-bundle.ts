import type { TranscriptId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type {
  BundleItem,
  BundleTheme,
  BundleTurn,
  ReviewBundle,
} from '../../domain/reviews/bundle.ts';
import { judgedOf } from '../../domain/reviews/judged.ts';
import { peopleOf } from '../../domain/reviews/people.ts';
import type { QueueItem } from '../../domain/reviews/queue.ts';
import type { Translate } from '../i18n.ts';
import type { Formats } from './formats.ts';
import { reviewItem, type ReviewItem } from './review-item.ts';

interface Making {
  readonly id: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Empty where the file is for whoever opens it. */
  readonly reviewer: string;
}

/** Of a thread, its newest. */
const MOST_COMMENTS = 50;

/** The excerpts of a queue as a review file holds them. */
export function reviewBundle(
  project: Project,
  items: readonly QueueItem[],
  textOf: (id: TranscriptId) => string,
  { id, madeAt, reviewer }: Making,
  t: Translate,
  formats: Formats,
): ReviewBundle {
  const themes = new Themes();
  const shown = { people: peopleOf(project), most: MOST_COMMENTS };
  return {
    ...{ kind: 'teema-review', version: 1, id, madeAt, reviewer },
    project: { id: project.id, name: project.settings.name },
    revision: project.revision,
    items: items.map((item) => {
      const text = textOf(item.excerpt.transcriptId);
      return itemOf(item, reviewItem(project, item, text, t, formats, shown), themes);
    }),
    themes: themes.all,
  };
}

/** Each theme once, however many excerpts carry it. */
class Themes {
  readonly all: BundleTheme[] = [];
  readonly #places = new Map<string, number>();

  placeOf(theme: BundleTheme): number {
    const key = JSON.stringify(theme);
    const known = this.#places.get(key) ?? this.all.push(theme) - 1;
    this.#places.set(key, known);
    return known;
  }
}

const itemOf = ({ excerpt }: QueueItem, shown: ReviewItem, themes: Themes): BundleItem => ({
  id: excerpt.id,
  where: shown.where,
  turns: shown.turns.map(shortened),
  themes: shown.themes.map((theme) => themes.placeOf(theme)),
  types: shown.types,
  notes: shown.notes,
  threads: shown.threads.map(({ id, reviewer, verdict, verdictName, when, comments }) => ({
    ...{ id, reviewer, verdict },
    said: `${verdictName}, ${when}`,
    comments: comments.map(({ author, when: at, parts }) => ({ author, when: at, parts })),
  })),
  judged: judgedOf(excerpt),
});

/** Characters of a turn beside the passage: where nobody told the speakers apart a turn is the whole text. */
const BESIDE = 1_200;

function shortened({ parts, ...turn }: BundleTurn): BundleTurn {
  const at = parts.findIndex(({ isMarked }) => isMarked);
  return {
    ...turn,
    parts: parts.map((part, i) => {
      if (part.isMarked || part.text.length <= BESIDE) return part;
      const isBefore = at >= 0 && i < at;
      const text = isBefore ? `… ${tail(part.text)}` : `${head(part.text)} …`;
      return { ...part, text };
    }),
  };
}

/** Cut between words, which spares surrogate pairs as well. */
const head = (text: string): string => text.slice(0, BESIDE).replace(/\S+$/, '').trimEnd();
const tail = (text: string): string => text.slice(-BESIDE).replace(/^\S+/, '').trimStart();
