import type { ExcerptId } from '../../ids.ts';
import type { Span } from '../../text/span.ts';

export const CHECK_KINDS = [
  'quantifier',
  'quantifier-low',
  'total',
  'names',
  'draft-outdated',
  'excerpt-count',
  'excerpt-total',
  'unknown-case',
  'quote-unfound',
  'single-case',
  'double-coded',
  'never-quoted',
  'under-quoted',
  'over-quoted',
  'long-quote',
  'long-citation',
  'altered',
  'lost',
  'edits-lost',
  'disputed',
  'questioned',
  'no-source',
  'deviant-unexplained',
  'case-outside',
  'identifiable',
  'named-case',
  'rare-attributes',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** Figures and words that the check's sentence is made of. */
export type CheckFacts = Readonly<Record<string, string | number>>;

/** Something in the report to be looked at before it is handed in. */
export interface ReportCheck {
  /**
   * Made of the kind, what it is about and the facts: an answer holds for as long as these do. Letters,
   * digits, dots and hyphens.
   */
  readonly key: string;
  readonly kind: CheckKind;
  /** A warning speaks of what is wrong or may harm somebody; a note of what a reader may ask. */
  readonly level: 'warning' | 'note';
  /** The section it is found in; "introduction" and "method" are places too. */
  readonly sectionId: string | null;
  readonly excerptId: ExcerptId | null;
  readonly facts: CheckFacts;
  /** In the section's text, or in the verbatim quote where an excerpt is named; UTF-16 code units. */
  readonly span: Span | null;
  /** Why it is meant so; null while nobody said. */
  readonly answer: string | null;
}

export interface Finding extends Pick<ReportCheck, 'kind' | 'level' | 'facts'> {
  /** What it is about: an id, or nothing where the facts tell. */
  readonly about?: string;
  readonly sectionId?: string | null;
  readonly excerptId?: ExcerptId | null;
  readonly span?: Span | null;
}

/** @param answers by key */
export function asChecks(
  findings: readonly Finding[],
  answers: Readonly<Record<string, string>>,
): ReportCheck[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { kind, level, facts, sectionId = null, excerptId = null, span = null } = finding;
    const about = finding.about ?? excerptId ?? sectionId ?? '';
    const base = `${kind}.${about.replace(/[^\w-]/g, '')}.${factHash(facts)}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    const key = count === 1 ? base : `${base}.${count}`;
    const answer = Object.hasOwn(answers, key) ? (answers[key] ?? null) : null;
    return { key, kind, level, sectionId, excerptId, facts, span, answer };
  });
}

/** Facts that are kept are the same object again. */
const hashes = new WeakMap<CheckFacts, string>();

function factHash(facts: CheckFacts): string {
  let hash = hashes.get(facts);
  if (hash === undefined) hashes.set(facts, (hash = hashOf(facts)));
  return hash;
}

/** FNV-1a, 2 × 32 bits: keys need not be secret, only differ. */
function hashOf(facts: CheckFacts): string {
  const text = JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x01000197) ^ (low >>> 15);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}
