import { readLabel } from '../text/speaker-label.ts';
import { rolesOf } from '../text/speakers.ts';
import type { Role, Turn } from '../text/turns.ts';

/** What is said anew of one speaker of a transcript. */
export interface SpeakerCorrection {
  /** As the turns name the speaker now; null for those that name nobody. */
  readonly speaker: string | null;
  /** Only the turns of this role, where the same speaker has several. */
  readonly was?: Role | undefined;
  /** The name from now on; two speakers of one name are one. Null names nobody. */
  readonly rename?: string | null | undefined;
  /** `text`: the label is no speaker's, so what it opened goes on with the turn before. */
  readonly role?: Role | 'text' | undefined;
  /** Whose case an interviewee is, by name; the case is made when there is none. */
  readonly caseName?: string | undefined;
}

/** Whether a correction speaks of a turn. */
export const concerns = (
  { speaker, was }: Pick<SpeakerCorrection, 'speaker' | 'was'>,
  turn: Pick<Turn, 'speaker' | 'role'>,
): boolean => turn.speaker === speaker && (was === undefined || was === turn.role);

/**
 * The turns with the names and roles that the corrections give them; the first that concerns a turn
 * counts. They tile the text as before: a false label's turn is joined to the one before it.
 */
export function correctTurns(
  turns: readonly Turn[],
  corrections: readonly SpeakerCorrection[],
): Turn[] {
  const corrected: Turn[] = [];
  for (const turn of turns) {
    const correction = corrections.find((one) => concerns(one, turn));
    const before = corrected.at(-1);
    if (correction?.role !== 'text') corrected.push(renamed(turn, correction));
    else if (before) corrected[corrected.length - 1] = { ...before, end: turn.end };
    else corrected.push(unspoken(turn));
  }
  return corrected;
}

function renamed(turn: Turn, { rename, role }: Partial<SpeakerCorrection> = {}): Turn {
  const speaker = rename === undefined ? turn.speaker : rename;
  return { ...turn, speaker, role: role === undefined || role === 'text' ? turn.role : role };
}

/** What begins the text is a turn of its own, label and all. */
const unspoken = ({ start, end }: Turn): Turn => ({
  start,
  end,
  body: start,
  speaker: null,
  role: 'other',
});

/** Lets a turn begin wherever a line opens with one of the labels that nobody took for a speaker's. */
export function splitAtLabels(
  text: string,
  turns: readonly Turn[],
  labels: ReadonlySet<string>,
): Turn[] {
  if (labels.size === 0) return [...turns];
  const roles = rolesOf([...turns.flatMap(({ speaker }) => speaker ?? []), ...labels]);
  return turns.flatMap((turn) => {
    const openings = openingsIn(text, turn, labels).map((opening): Turn => ({
      ...opening,
      end: turn.end,
      role: roles.get(opening.speaker) ?? 'interviewee',
    }));
    // A turn that begins with the label itself is replaced by it.
    const all = openings[0]?.start === turn.start ? openings : [turn, ...openings];
    return all.map((one, i): Turn => {
      const end = all[i + 1]?.start ?? turn.end;
      return { ...one, end, body: Math.min(one.body, end) };
    });
  });
}

interface Opening {
  readonly start: number;
  readonly body: number;
  readonly speaker: string;
  readonly at?: number;
}

function openingsIn(text: string, turn: Turn, labels: ReadonlySet<string>): Opening[] {
  const found: Opening[] = [];
  // What a turn's own label says is not read as another.
  const first = turn.speaker === null ? turn.start : text.indexOf('\n', turn.body) + 1 || turn.end;
  for (let start = first; start < turn.end;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline + 1;
    const label = readLabel(text.slice(start, end));
    if (label && labels.has(label.name)) {
      const at = label.at === undefined ? {} : { at: label.at };
      found.push({ start, body: start + label.length, speaker: label.name, ...at });
    }
    start = end;
  }
  return found;
}
