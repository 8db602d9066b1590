import type { CommentId, ReviewId } from '../../domain/ids.ts';
import type { Verdict } from '../../domain/project/review-records.ts';
import type {
  AnswerComment,
  BundleItem,
  ReviewAnswer,
  ReviewAnswers,
} from '../../domain/reviews/bundle.ts';
import { newId } from '../new-id.ts';
import { bundle } from './bundle-data.ts';

/** What is said in one thread: the reviewer's own (its key is empty) or somebody's. */
interface Said {
  readonly id: CommentId;
  readonly text: string;
  readonly at: string;
}

interface Answer {
  readonly id: ReviewId;
  readonly verdict: Verdict | null;
  readonly at: string;
  /** Times of verdicts that went into a saved file and were replaced. */
  readonly earlier: readonly string[];
  readonly said: Readonly<Record<string, Said>>;
}

interface Kept {
  readonly reviewer: string;
  readonly answers: Readonly<Record<string, Answer>>;
  /** When the answers were last saved as a file (ISO 8601). */
  readonly savedAt: string | null;
  /** Changes since. */
  readonly unsaved: readonly string[];
}

const KEY = `teema-review:${bundle.id}`;
export const OWN = '';

/** What the reviewer has answered: kept by the browser where it lets us, else until the page is closed. */
class Answers {
  #kept: Kept = { reviewer: bundle.reviewer, answers: {}, savedAt: null, unsaved: [] };
  /** Whether the browser keeps it. */
  isKept = true;
  readonly #listeners = new Set<() => void>();

  constructor() {
    this.#load();
    // The same file may be open twice: what is answered there is not overwritten here.
    window.addEventListener('storage', ({ key }) => {
      if (key === KEY) {
        this.#load();
        this.#tell();
      }
    });
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  get reviewer(): string {
    return this.#kept.reviewer;
  }

  get savedAt(): string | null {
    return this.#kept.savedAt;
  }

  /** Excerpts whose answers are in no saved file. */
  get unsavedCount(): number {
    return this.#kept.unsaved.length;
  }

  verdictOn({ id }: BundleItem): Verdict | null {
    return this.#kept.answers[id]?.verdict ?? null;
  }

  saidOn({ id }: BundleItem, thread: string): string {
    return this.#kept.answers[id]?.said[thread]?.text ?? '';
  }

  isAnswered({ id }: BundleItem): boolean {
    const answer = this.#kept.answers[id];
    return answer !== undefined && (answer.verdict !== null || hasText(answer));
  }

  name(reviewer: string): void {
    this.#keep({ ...this.#kept, reviewer });
  }

  judge(item: BundleItem, verdict: Verdict): void {
    const old = this.#answerOn(item);
    if (old.verdict === verdict) return;
    const earlier = old.verdict === null ? old.earlier : [...old.earlier, old.at];
    this.#put(item, { ...old, verdict, at: now(), earlier });
  }

  say(item: BundleItem, thread: string, text: string): void {
    const old = this.#answerOn(item);
    const id = old.said[thread]?.id ?? newId<CommentId>();
    this.#put(item, { ...old, said: { ...old.said, [thread]: { id, text, at: now() } } });
  }

  /** Everything that was answered, as the file that goes back. */
  asFile(): ReviewAnswers {
    return {
      ...{ kind: 'teema-review-answers', version: 1, bundle: bundle.id },
      project: bundle.project.id,
      revision: bundle.revision,
      madeAt: bundle.madeAt,
      reviewer: this.reviewer,
      answers: bundle.items
        .filter((item) => this.isAnswered(item))
        .map((item) => this.#answerInFile(item)),
    };
  }

  saved(): void {
    this.#keep({ ...this.#kept, savedAt: now(), unsaved: [] });
  }

  /** A comment without a verdict asks something, unless it goes into a thread of the reviewer's that is there. */
  isQuestion(item: BundleItem): boolean {
    return (
      this.verdictOn(item) === null &&
      this.saidOn(item, OWN).trim() !== '' &&
      !item.threads.some(({ reviewer }) => reviewer === this.reviewer)
    );
  }

  #answerInFile(item: BundleItem): ReviewAnswer {
    const { id, verdict, at, earlier, said } = this.#answerOn(item);
    const comments = Object.entries(said)
      .filter(([, { text }]) => text.trim() !== '')
      .map(([thread, one]): AnswerComment => ({
        ...one,
        text: one.text.trim(),
        reviewId: thread === OWN ? null : (thread as ReviewId),
      }));
    return {
      ...{ excerptId: item.id, id, at, earlier, comments, judged: item.judged },
      verdict: this.isQuestion(item) ? 'question' : verdict,
    };
  }

  #answerOn({ id }: BundleItem): Answer {
    return (
      this.#kept.answers[id] ?? {
        ...{ id: newId<ReviewId>(), verdict: null, at: now() },
        ...{ earlier: [], said: {} },
      }
    );
  }

  #put({ id }: BundleItem, answer: Answer): void {
    const unsaved = [...new Set([...this.#kept.unsaved, id])];
    this.#keep({ ...this.#kept, answers: { ...this.#kept.answers, [id]: answer }, unsaved });
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
      this.isKept = true;
    } catch {
      this.isKept = false;
    }
    this.#tell();
  }

  #load(): void {
    try {
      const text = localStorage.getItem(KEY);
      if (text !== null) this.#kept = { ...this.#kept, ...(JSON.parse(text) as Kept) };
    } catch {
      this.isKept = false;
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const now = (): string => new Date().toISOString();
const hasText = ({ said }: Answer): boolean =>
  Object.values(said).some(({ text }) => text.trim() !== '');

export const answers = new Answers();
