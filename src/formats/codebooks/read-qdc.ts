import { Rejection } from '../../domain/rejection.ts';
import { readXml, type XmlHandlers } from '../xml.ts';
import { excerptOf, tidyLine, tidyText } from '../tidy-text.ts';
import type { CodebookFile, CodebookSet, Loss } from '../../domain/codebook/codebook-file.ts';
import { newDraft, setColour, setGuid, setTexts, tellTwins, type Draft } from './draft.ts';
import { readGuid } from './guid.ts';
import { ensureFew, ensureFits, ensureShallow } from './limits.ts';
import { describedBy } from './qdc-description.ts';
import { withoutProgramRoot } from './program-root.ts';
import { UnreadXml } from './unread-xml.ts';

/**
 * Reads a REFI-QDA codebook (.qdc), of version 1.0, of the drafts before it, or of none. What the
 * schema does not allow is mended where its meaning is plain, and told.
 *
 * @throws Rejection `qdc-root` {file, root} for other XML, `xml-broken`, `xml-entities`,
 * `file-binary`, `file-empty`, and those of the limits: `codebook-too-large`, `codebook-too-many`,
 * `codebook-too-deep`.
 */
export function readQdc(file: string, bytes: Uint8Array): CodebookFile {
  ensureFits(file, bytes);
  const reader = new QdcReader(file);
  readXml(file, bytes, reader);
  return reader.codebook();
}

const NAMESPACE = /^urn:QDA-XML:codebook:\d+[:.]\d+$/i;

type Attribute = (name: string) => string | undefined;

type SetDraft = { -readonly [Key in keyof CodebookSet]: CodebookSet[Key] } & {
  memberGuids: string[];
};

/** A theme or a set that is open, with the texts of its descriptions. */
interface Holder {
  readonly theme: Draft | null;
  readonly set: SetDraft | null;
  readonly texts: string[];
}

class QdcReader implements XmlHandlers {
  readonly #file: string;
  readonly #losses: Loss[] = [];
  readonly #unread = new UnreadXml();
  readonly #themes: Draft[] = [];
  readonly #sets: SetDraft[] = [];
  readonly #guids = new Set<string>();
  readonly #setGuids = new Set<string>();
  readonly #open: Holder[] = [];
  /** By element that is open: whether it is the last holder. */
  readonly #holds: boolean[] = [];
  #isOurs = false;
  #themeCount = 0;
  /** With the colon; null before the first element. */
  #prefix: string | null = null;
  /** Elements that are open from a description on. */
  #describing = 0;
  #text: string[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  open(name: string, attribute: Attribute): void {
    if (this.#describing > 0) {
      this.#describing++;
      this.#unread.element(name);
      return;
    }
    const holders = this.#open.length;
    if (this.#prefix === null) this.#begin(name, attribute);
    else if (!this.#opens(this.#localName(name), attribute)) this.#unread.element(name);
    if (this.#describing === 0) this.#holds.push(this.#open.length > holders);
  }

  close(): void {
    if (this.#describing > 0) {
      if (--this.#describing === 0) this.#open.at(-1)?.texts.push(this.#text.join(''));
    } else if (this.#holds.pop()) {
      const holder = this.#open.pop();
      if (holder) this.#describe(holder);
    }
  }

  text(text: string): void {
    if (this.#describing > 0) this.#text.push(text);
    else this.#unread.text(text);
  }

  codebook(): CodebookFile {
    const sets = this.#sets.map((set) => this.#withKnownMembers(set));
    const themes = this.#isOurs
      ? this.#themes
      : withoutProgramRoot(this.#themes, sets, this.#losses);
    tellTwins(themes, this.#losses);
    return { themes, sets, losses: [...this.#losses, ...this.#unread.losses()] };
  }

  #begin(name: string, attribute: Attribute): void {
    const colon = name.indexOf(':') + 1;
    this.#prefix = name.slice(0, colon);
    if (this.#localName(name) !== 'codebook')
      throw new Rejection('invalid', 'qdc-root', { file: this.#file, root: excerptOf(name) });
    this.#isOurs = attribute('origin') === 'Teema';
    const namespace = attribute(colon > 0 ? `xmlns:${name.slice(0, colon - 1)}` : 'xmlns');
    if (namespace && !NAMESPACE.test(namespace))
      this.#losses.push({
        row: null,
        code: 'qdc-namespace',
        details: { namespace: excerptOf(namespace) },
      });
  }

  /** In small letters; empty for what is of another name space. */
  #localName(name: string): string {
    const prefix = this.#prefix ?? '';
    const local = name.startsWith(prefix) ? name.slice(prefix.length) : ':';
    return local.includes(':') ? '' : local.toLowerCase();
  }

  /** Whether the element is one of the format's, where it may stand. */
  #opens(local: string, attribute: Attribute): boolean {
    const holder = this.#open.at(-1);
    if (local === 'codes' || local === 'sets') return true;
    if (local === 'code' && !holder?.set) this.#openTheme(holder?.theme ?? null, attribute);
    else if (local === 'set' && !holder) this.#openSet(attribute);
    else if (local === 'membercode' && holder?.set)
      holder.set.memberGuids.push(attribute('guid') ?? attribute('targetGUID') ?? '');
    else if (local === 'description' && holder) {
      this.#describing = 1;
      this.#text = [];
    } else return false;
    return true;
  }

  #openTheme(parent: Draft | null, attribute: Attribute): void {
    ensureShallow(this.#file, this.#open.length + 1);
    ensureFew(this.#file, ++this.#themeCount);
    const theme = newDraft(this.#nameOf(attribute, this.#themeCount), null, this.#losses);
    setGuid(theme, attribute('guid') ?? null, this.#guids, this.#losses);
    setColour(theme, attribute('color') ?? attribute('colour') ?? null, this.#losses);
    theme.codable = this.#isCodable(theme.name, attribute('isCodable')?.trim().toLowerCase());
    (parent?.children ?? this.#themes).push(theme);
    this.#open.push({ theme, set: null, texts: [] });
  }

  #openSet(attribute: Attribute): void {
    ensureFew(this.#file, this.#sets.length + 1);
    // Told like a theme where it is not as it should be.
    const draft = newDraft(this.#nameOf(attribute, this.#sets.length + 1), null, this.#losses);
    setGuid(draft, attribute('guid') ?? null, this.#setGuids, this.#losses);
    const { guid, name } = draft;
    const set: SetDraft = { guid, name, description: null, memberGuids: [] };
    this.#sets.push(set);
    this.#open.push({ theme: null, set, texts: [] });
  }

  #describe({ theme, set, texts }: Holder): void {
    const text = tidyText(texts.join('\n\n'));
    if (set) set.description = text;
    if (!theme || !text) return;
    const { origin, type, relation, retired, ...described } = describedBy(text);
    Object.assign(theme, { origin, type, relation, retired });
    setTexts(theme, described, this.#losses);
  }

  #withKnownMembers(set: SetDraft): CodebookSet {
    const guids = set.memberGuids.map((guid) => readGuid(guid) ?? '');
    const known = guids.filter((guid) => this.#guids.has(guid));
    const count = guids.length - known.length;
    if (count > 0)
      this.#losses.push({
        row: null,
        code: 'codebook-members-unknown',
        details: { set: set.name, count },
      });
    return { ...set, memberGuids: [...new Set(known)] };
  }

  #nameOf(attribute: Attribute, number: number): string {
    const name = tidyLine(attribute('name') ?? '');
    if (name !== '') return name;
    const theme = `?${number}`;
    this.#losses.push({ row: null, code: 'codebook-name-missing', details: { theme } });
    return theme;
  }

  #isCodable(theme: string, written: string | undefined): boolean {
    if (written === 'false' || written === '0') return false;
    if (written !== undefined && written !== 'true' && written !== '1') {
      const details = { theme, field: 'isCodable', value: excerptOf(written) };
      this.#losses.push({ row: null, code: 'codebook-value', details });
    }
    return true;
  }
}
