import type { Language } from '../../domain/project/records.ts';
import { Rejection } from '../../domain/rejection.ts';
import { tidyLine, tidyText } from '../tidy-text.ts';
import type {
  Codebook,
  CodebookEntry,
  CodebookSet,
  Loss,
  WrittenCodebook,
} from '../../domain/codebook/codebook-file.ts';
import { derivedGuid, readGuid } from './guid.ts';
import { descriptionOf } from './qdc-description.ts';
import { tag, xmlText } from './xml-writer.ts';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/**
 * A codebook as REFI-QDA Codebook 1.0 (.qdc), which all large programs of the field open. GUIDs are
 * kept; a theme without one gets the same each time. What the format has no place for stands in the
 * descriptions, in the words of `language`, from where `readQdc` takes it back.
 *
 * @throws Rejection `codebook-empty`: the format knows no codebook without a theme.
 */
export function writeQdc(codebook: Codebook, language: Language): WrittenCodebook {
  if (codebook.themes.length === 0) throw new Rejection('invalid', 'codebook-empty');
  const writer = new QdcWriter(language);
  writer.codes(codebook.themes);
  if (codebook.sets.length > 0) writer.sets(codebook.sets);
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<${tag('CodeBook', { xmlns: NAMESPACE, origin: 'Teema' })}>\n${writer.lines.join('\n')}\n</CodeBook>\n`,
    losses: writer.losses,
  };
}

/** Deeper levels are not indented further. */
const DEEPEST_INDENT = 20;

class QdcWriter {
  readonly lines: string[] = [];
  readonly losses: Loss[] = [];
  readonly #language: Language;
  readonly #used = new Set<string>();
  readonly #counts = new Map<string, number>();
  /** The GUID that was written, by the one that was given. */
  readonly #written = new Map<string, string>();

  constructor(language: Language) {
    this.#language = language;
  }

  codes(themes: readonly CodebookEntry[]): void {
    this.#line(1, '<Codes>');
    for (const theme of themes) this.#code(theme, '', 2);
    this.#line(1, '</Codes>');
  }

  sets(sets: readonly CodebookSet[]): void {
    this.#line(1, '<Sets>');
    for (const set of sets) this.#set(set);
    this.#line(1, '</Sets>');
  }

  #code(theme: CodebookEntry, parentGuid: string, depth: number): void {
    const name = tidyLine(theme.name);
    const guid = this.#guidOf(theme.guid, name, `${parentGuid}\n${name}`);
    if (theme.guid !== null && !this.#written.has(theme.guid)) this.#written.set(theme.guid, guid);
    const isCodable = String(theme.codable);
    const open = tag('Code', { guid, name, isCodable, color: theme.colour });
    const description = descriptionOf(theme, this.#language);
    if (description === null && theme.children.length === 0) this.#line(depth, `<${open}/>`);
    else {
      this.#line(depth, `<${open}>`);
      this.#description(description, depth + 1);
      for (const child of theme.children) this.#code(child, guid, depth + 1);
      this.#line(depth, '</Code>');
    }
  }

  #set(set: CodebookSet): void {
    const name = tidyLine(set.name);
    const guid = this.#guidOf(set.guid, name, `set\n${name}`);
    this.#line(2, `<${tag('Set', { guid, name })}>`);
    this.#description(set.description, 3);
    const members = set.memberGuids.flatMap((guid) => this.#written.get(guid) ?? []);
    for (const guid of members) this.#line(3, `<${tag('MemberCode', { guid })}/>`);
    const count = set.memberGuids.length - members.length;
    if (count > 0)
      this.losses.push({
        row: null,
        code: 'codebook-members-unknown',
        details: { set: name, count },
      });
    this.#line(2, '</Set>');
  }

  #description(text: string | null, depth: number): void {
    const tidy = tidyText(text ?? '');
    if (tidy) this.#line(depth, `<Description>${xmlText(tidy)}</Description>`);
  }

  /** The GUID that is known, else one made from `words`; no two are the same. */
  #guidOf(known: string | null, name: string, words: string): string {
    const valid = readGuid(known ?? '');
    const isTwice = valid !== null && this.#used.has(valid);
    if (isTwice)
      this.losses.push({
        row: null,
        code: 'codebook-guid-twice',
        details: { theme: name, value: valid },
      });
    let guid = isTwice ? null : valid;
    while (guid === null || this.#used.has(guid))
      guid = this.#made(valid ? words : (known ?? words));
    this.#used.add(guid);
    return guid;
  }

  /** The next GUID for these words. */
  #made(words: string): string {
    const count = (this.#counts.get(words) ?? 0) + 1;
    this.#counts.set(words, count);
    return derivedGuid(`${words}\n${count}`);
  }

  #line(depth: number, text: string): void {
    this.lines.push('  '.repeat(Math.min(depth, DEEPEST_INDENT)) + text);
  }
}
