import type { Language, Origin, Relation, TypeKind } from '../../domain/project/records.ts';
import {
  TEXT_FIELDS,
  type CodebookEntry,
  type TextField,
} from '../../domain/codebook/codebook-file.ts';
import {
  FACET_TERMS,
  facetNamed,
  folded,
  ORIGIN_TERMS,
  RELATION_TERMS,
  readOrigin,
  readRelation,
  readTypeKind,
  TYPE_TERMS,
  YES,
  type Facet,
} from './terms.ts';

/** What a description says of a theme. */
export type Described = Readonly<Partial<Record<TextField, string>>> & {
  readonly origin: Origin | null;
  readonly type: TypeKind | null;
  readonly relation: Relation | null;
  readonly retired: boolean;
};

type Describable = Pick<CodebookEntry, Facet>;

const LONG: readonly TextField[] = [
  ...['include', 'exclude', 'example', 'memo', 'rationale', 'relationNote'],
  ...['questions', 'features'],
] as const satisfies readonly TextField[];
const SHORT: readonly TextField[] = ['label', 'level', 'concept', 'citation'];

/** A line that would be read as a heading, or as one that was kept from it. */
const HEADING = /^(\\*)\[([^\]\n]{1,40})\](?: (.*))?$/;

/**
 * All that QDC has no place for, as a text that people read in any program and
 * `describedBy` takes apart again: the definition, then each other part below its name in brackets.
 *
 *     What the theme means.
 *
 *     [When to use]
 *     Only of their own experience.
 *
 *     [Level] main category
 */
export function descriptionOf(theme: Describable, language: Language): string | null {
  const heading = (facet: Facet): string => `[${FACET_TERMS[facet][language]}]`;
  const short = (facet: Facet, value: string | null | undefined): string[] =>
    value ? [`${heading(facet)} ${guarded(value)}`] : [];
  const parts = [
    ...(theme.definition ? [guarded(theme.definition)] : []),
    ...LONG.flatMap((field) => {
      const text = theme[field];
      return text ? [`${heading(field)}\n${guarded(text)}`] : [];
    }),
    [
      ...SHORT.flatMap((field) => short(field, theme[field])),
      ...short('type', theme.type && TYPE_TERMS[theme.type][language]),
      ...short('origin', theme.origin && ORIGIN_TERMS[theme.origin][language]),
      ...short('relation', theme.relation && RELATION_TERMS[theme.relation][language]),
      ...short('retired', theme.retired ? YES[language] : null),
    ].join('\n'),
  ];
  return parts.filter(Boolean).join('\n\n') || null;
}

const isHeading = (line: string): boolean => facetNamed(HEADING.exec(line)?.[2] ?? '') !== null;

const guarded = (text: string): string =>
  text
    .split('\n')
    .map((line) => (isHeading(line) ? `\\${line}` : line))
    .join('\n');

const unguarded = (line: string): string =>
  line.startsWith('\\') && isHeading(line) ? line.slice(1) : line;

/**
 * The parts of a description. One without our headings, as other programs write them, is all
 * definition; a heading that makes no sense where it stands is text.
 */
export function describedBy(description: string): Described {
  const reader = new DescriptionReader();
  for (const line of description.split('\n')) reader.take(line);
  return reader.described();
}

class DescriptionReader {
  readonly #texts = new Map<TextField, string[]>();
  #current: TextField = 'definition';
  #origin: Origin | null = null;
  #type: TypeKind | null = null;
  #relation: Relation | null = null;
  #retired = false;

  take(line: string): void {
    const [, guard, name = '', rest = ''] = HEADING.exec(line) ?? [];
    const facet = guard === '' ? facetNamed(name) : null;
    if (facet && this.#states(facet, rest)) return;
    if (isText(facet) && !this.#texts.has(facet)) {
      this.#current = facet;
      this.#add(unguarded(rest));
    } else this.#add(unguarded(line));
  }

  described(): Described {
    const texts = [...this.#texts].map(([field, lines]) => [field, lines.join('\n')] as const);
    return {
      ...Object.fromEntries(texts),
      origin: this.#origin,
      type: this.#type,
      relation: this.#relation,
      retired: this.#retired,
    };
  }

  #add(line: string): void {
    const lines = this.#texts.get(this.#current);
    if (lines) lines.push(line);
    else this.#texts.set(this.#current, [line]);
  }

  /** Whether the line states a fact that was not known. */
  #states(facet: Facet, value: string): boolean {
    const before = [this.#origin, this.#type, this.#relation, this.#retired];
    if (facet === 'origin') this.#origin ??= readOrigin(value);
    if (facet === 'type') this.#type ??= readTypeKind(value);
    if (facet === 'relation') this.#relation ??= readRelation(value);
    if (facet === 'retired') this.#retired ||= Object.values(YES).includes(folded(value));
    const now = [this.#origin, this.#type, this.#relation, this.#retired];
    return now.some((value, i) => value !== before[i]);
  }
}

const isText = (facet: Facet | null): facet is TextField =>
  TEXT_FIELDS.some((field) => field === facet);
