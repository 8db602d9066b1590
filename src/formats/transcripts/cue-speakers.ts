import { readLabel } from '../../domain/text/speaker-label.ts';
import { mayBeName, recogniseSpeakers } from '../../domain/text/speakers.ts';
import type { Caption, Cue } from './cues.ts';

/**
 * Who says what: by the format's own means where it names anybody, else by what the captions' lines
 * open with, `Anna: Hello`, `[Anna] Hello`, `- Hello`. Behind a label, captions without one go on.
 */
export function namedCues(captions: readonly Caption[]): Cue[] {
  if (captions.some(({ speaker }) => speaker !== null))
    return captions.map(({ lines, ...cue }) => ({
      ...cue,
      speech: lines.join(' '),
      changes: false,
    }));
  const read = captions.map(({ lines }) => lines.map(readLine));
  const speakers = speakersAmong(read);
  let speaker: string | null = null;
  return captions.flatMap(({ start, end }, i): Cue[] => {
    const cues: (Cue & { speech: string })[] = [];
    for (const line of read[i] ?? []) {
      const label = line.label && speakers.has(line.label.name) ? line.label : null;
      const changes = label !== null || line.isMarked;
      if (label) speaker = fullName(label, speakers);
      else if (changes) speaker = null;
      const speech = label ? spokenBehind(label, speakers) : line.unmarked;
      const last = cues.at(-1);
      if (last && !changes) last.speech += ` ${speech}`;
      else cues.push({ start, end, speaker, speech, changes });
    }
    return cues;
  });
}

interface Label {
  readonly name: string;
  /** What stands in brackets behind the name: `(laughs)`, `(she/her)`. */
  readonly aside: string;
  readonly speech: string;
  /** It reads like a speaker's label on a line of any transcript. */
  readonly isPlain: boolean;
}

interface CueLine {
  readonly label: Label | null;
  /** The line opens with a dash or `>>`, as where two speak in one caption. */
  readonly isMarked: boolean;
  readonly unmarked: string;
}

const MARK =
  /^[\s\p{Cf}]*(?:[-–—](?=\s|\p{L}|\p{Cf}|["“”„«([¿¡…])|>{2,3})[\s\p{Cf}]*|^[\s\p{Cf}]+/u;
const BRACKETED =
  /^(?:\[(?<square>[^[\]()\n]{1,60})\](?:\s*:|(?=\s|$))|\((?<round>[^[\]()\n]{1,60})\)(?:\s*:|$))\s*/u;
/** What captions for the deaf put into square brackets. */
const SOUND =
  /musi|laugh|applau|clap|cheer|inaud|unint|nois|silen|cross ?talk|pause|sigh|cough|blank|sound|nau[rh]|taputu|kohin|hiljai|huoka|epäselv|yski|skratt|applåd|ohör|tyst|suck|host/iu;
/** Any beginning before a colon: a person's only where nearly all captions have one. */
const ANY_LABEL = /^(?<name>[^\s:][^:\n]{0,79}?)[^\S\n]*:[^\S\n]+(?=\S)/u;
const ASIDE = /^(?<name>[^:()[\]]*)[([](?<aside>[^()[\]]*)[)\]]\s*:/u;

function readLine(line: string): CueLine {
  const mark = MARK.exec(line)?.[0] ?? '';
  const unmarked = line.slice(mark.length);
  return { label: readCueLabel(unmarked), isMarked: /[-–—>]/.test(mark), unmarked };
}

function readCueLabel(line: string): Label | null {
  const bracketed = BRACKETED.exec(line);
  if (bracketed) {
    const name = (bracketed.groups?.square ?? bracketed.groups?.round ?? '').trim();
    if (SOUND.test(name) || readLabel(`${name}:`)?.name !== name) return null;
    return { name, aside: '', speech: line.slice(bracketed[0].length), isPlain: true };
  }
  const plain = readLabel(line);
  if (plain) {
    const written = line.slice(0, plain.length);
    const aside = ASIDE.exec(written)?.groups?.aside?.trim() ?? '';
    const isTime = /^[\d:.,]+$/.test(aside);
    const speech = line.slice(plain.length);
    return { name: plain.name, aside: isTime ? '' : aside, speech, isPlain: true };
  }
  const any = ANY_LABEL.exec(line);
  const name = any?.groups?.name;
  return any && name !== undefined
    ? { name, aside: '', speech: line.slice(any[0].length), isPlain: false }
    : null;
}

/** Nearly all captions open with a label: so each names whoever speaks. */
const EACH = 0.9;
/** So many open with one of those that come again: `iPhone: Yes` names a speaker there, too. */
const MOST = 0.6;
const RECURS = 2;

/** The speakers' labels, each with the bracket that always stands behind it. */
function speakersAmong(captions: readonly (readonly CueLine[])[]): Map<string, string> {
  const asides = new Map<string, string>();
  const openings = new Map<string, number>();
  const lines = captions.flatMap((one) =>
    one.flatMap(({ label }, i) => {
      if (!label || (label.speech === '' && i === one.length - 1)) return [];
      const { name, aside, speech, isPlain } = label;
      if ((asides.get(name) ?? aside) !== aside) asides.set(name, '');
      else asides.set(name, aside);
      if (i === 0) openings.set(name, (openings.get(name) ?? 0) + 1);
      return isPlain ? [{ label: name, afterBlank: i === 0, speech, name }] : [];
    }),
  );
  const parts = recogniseSpeakers(lines, new Set());
  const names = new Set([...parts].filter(([, part]) => part !== 'section').map(([name]) => name));
  const opened = [...openings.values()].reduce((sum, count) => sum + count, 0);
  if (captions.length >= RECURS && opened >= captions.length * EACH)
    for (const [name, count] of openings) if (count >= RECURS || mayBeName(name)) names.add(name);
  const recurring = [...openings].filter(([, count]) => count >= RECURS);
  const again = recurring.reduce((sum, [, count]) => sum + count, 0);
  if (recurring.length > 1 && again >= captions.length * MOST)
    for (const [name] of recurring) names.add(name);
  return new Map([...names].map((name) => [name, asides.get(name) ?? '']));
}

const fullName = ({ name }: Label, speakers: ReadonlyMap<string, string>): string => {
  const aside = speakers.get(name) ?? '';
  return aside === '' ? name : `${name} (${aside})`;
};

/** A direction that does not belong to the name stays with the words. */
const spokenBehind = (
  { name, aside, speech }: Label,
  speakers: ReadonlyMap<string, string>,
): string => (aside === '' || speakers.get(name) === aside ? speech : `(${aside}) ${speech}`);
