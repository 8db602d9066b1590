import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../src/domain/project/records.ts';
import { readCatalogues } from '../src/system/read-catalogues.ts';
import { root } from './support/start-app.ts';

const sources = filesBelow('src', '.ts').map((file) => ({ file, text: read(file) }));
const views = filesBelow('views', '.ejs').map((file) => ({ file, text: read(file) }));

/** The words by language, one entry per key; plural forms under the key they are forms of. */
let words: Record<string, Map<string, string[]>>;
beforeAll(async () => {
  const catalogues = await readCatalogues(path.join(root, 'src/locales'));
  words = Object.fromEntries(LANGUAGES.map((language) => [language, flat(catalogues[language])]));
});

const keysOf = (language: string): string[] => [...words[language]!.keys()].sort();
const all = (): string[] => keysOf('fi');

describe('the words', () => {
  it('are the same in every language', () => {
    for (const language of LANGUAGES) expect(keysOf(language)).toEqual(keysOf('fi'));
  });

  it('leave the same gaps in every language', () => {
    for (const language of LANGUAGES)
      for (const key of all()) {
        const gaps = (one: string): string[] => gapsOf(words[one]!.get(key)!);
        expect([language, key, gaps(language)]).toEqual([language, key, gaps('fi')]);
      }
  });

  it('are never blank, and never begin or end with space', () => {
    for (const language of LANGUAGES)
      for (const [key, forms] of words[language]!)
        for (const form of forms) expect([key, form, form.trim()]).toEqual([key, form, form]);
    expect(LANGUAGES.flatMap((one) => [...words[one]!.values()].flat())).not.toContain('');
  });

  it('are there for everything that is said', () => {
    const missing = said().filter(({ means }) => !all().some((key) => means.test(key)));
    expect(missing.map(({ file, literal }) => `${file}: ${literal}`)).toEqual([]);
  });

  it('are there for every reason to refuse', () => {
    const reasons = new Set(sources.flatMap(({ text }) => reasonsIn(text)));
    expect(reasons.size).toBeGreaterThan(30);
    expect([...reasons].filter((reason) => !all().includes(`errors.${reason}`))).toEqual([]);
  });

  it('are there for every command: undo says what it took back', () => {
    const kinds = [...read('src/domain/project/decide.ts').matchAll(/case '([a-z-]+)'/g)];
    expect(kinds.length).toBeGreaterThan(50);
    const missing = kinds.filter(([, kind]) => !all().includes(`client.commands.${kind}`));
    expect(missing.map(([, kind]) => kind)).toEqual([]);
  });

  it('are all said somewhere', () => {
    const spoken = said();
    const literals = new Set(
      [...sources, ...views].flatMap(({ text }) =>
        [...text.matchAll(/'([\w.-]+)'/g)].map((m) => m[1]),
      ),
    );
    const reasons = new Set(sources.flatMap(({ text }) => reasonsIn(text)));
    const unused = all().filter(
      (key) =>
        !spoken.some(
          ({ means, dynamic }) => means.test(key) && !(dynamic && /^errors\./.test(key)),
        ) &&
        !reasons.has(key.replace(/^errors\./, '')) &&
        !literals.has(key) &&
        !/^errors\.title\.\d+$/.test(key),
    );
    expect(unused).toEqual([]);
  });
});

describe('the views', () => {
  it.each(views.map(({ file }) => file))('%s holds no words of its own', (file) => {
    const text = read(file);
    const bare = text
      .replace(/<%[\s\S]*?%>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .match(/\p{L}{2,}/gu);
    expect(bare).toBeNull();
    const attributes = text.matchAll(/\b(?:title|aria-label|placeholder|alt)="([^"]*)"/g);
    for (const [, value = ''] of attributes)
      expect(value.replace(/<%[\s\S]*?%>/g, '')).not.toMatch(/\p{L}{2,}/u);
  });

  it.each(views.map(({ file }) => file))('%s escapes what people wrote', (file) => {
    // What is put in as HTML is made by us: partials, JSON, text that was escaped or cleaned.
    const raw = [...read(file).matchAll(/<%-\s*([\s\S]*?)\s*%>/g)].map(([, code]) => code!);
    for (const code of raw) expect(code).toMatch(/^include\(|^scriptJson\(|Html$|\.html$/);
  });
});

interface Spoken {
  readonly file: string;
  readonly literal: string;
  readonly means: RegExp;
  /** A part of the key is known only when it is said. */
  readonly dynamic: boolean;
}

/** Every key that is looked up; the client's lie below `client.`. */
function said(): Spoken[] {
  return [...sources, ...views].flatMap(({ file, text }) => {
    const prefix = file.startsWith('src/client/') ? 'client.' : '';
    return firstArguments(text).flatMap((argument) =>
      [...argument.replace(/[!=]== '[^']*'/g, '').matchAll(/'([^']+)'|`([^`]+)`/g)]
        .map(([, plain, template]) => plain ?? template ?? '')
        .filter((literal) => /^[\w.:-]+$/.test(literal.replace(/\$\{[^}]*\}/g, 'x')))
        .map((literal) => ({
          file,
          literal,
          dynamic: literal.includes('${') || literal.endsWith('.'),
          means: new RegExp(`^${patternOf(prefix + literal)}$`),
        })),
    );
  });
}

const patternOf = (literal: string): string =>
  (literal.endsWith('.') ? `${literal}\${x}` : literal)
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replace(/[.]/g, '\\.'))
    .join('[\\w.-]+');

/** What stands as first argument of `t(…)` and `words(…)`. */
function firstArguments(text: string): string[] {
  return [...text.matchAll(/(?<![\w.])(?:t|words)\(/g)].map((call) => {
    const start = call.index + call[0].length;
    let depth = 0;
    let quote = '';
    for (let i = start; i < text.length; i++) {
      const c = text[i]!;
      if (quote) quote = c === quote ? '' : quote;
      else if (c === "'" || c === '`') quote = c;
      else if (c === '(') depth++;
      else if (depth === 0 && (c === ')' || c === ',')) return text.slice(start, i);
      else if (c === ')') depth--;
    }
    return '';
  });
}

/** Codes of rejections, of rows that were left out, and of problems. */
function reasonsIn(text: string): string[] {
  const literal =
    /(?:new Rejection\(\s*'[\w-]+',|problem\(row,|said\(\s*t,\s*[^,]+,)\s*'([\w-]+)'/g;
  const choice = /said\(\s*t,[^;]*?\? '([\w-]+)' : '([\w-]+)'/g;
  const found = /\bfound(?:<[^>]*>)?\([^;]*?,\s*'([\w-]+)'\)/g;
  const coded = /\bcode: '([a-z]+(?:-[a-z]+)+)'/g;
  return [
    ...[...text.matchAll(literal)].map((m) => m[1]!),
    ...[...text.matchAll(choice)].flatMap((m) => [m[1]!, m[2]!]),
    ...[...text.matchAll(found)].map((m) => `${m[1]!}-not-found`),
    ...[...text.matchAll(coded)].map((m) => m[1]!),
    ...(text.includes('`nothing-to-${') ? ['nothing-to-undo', 'nothing-to-redo'] : []),
  ];
}

const gapsOf = (forms: readonly string[]): string[] =>
  [
    ...new Set(forms.flatMap((form) => [...form.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1]!))),
  ].sort();

function flat(node: object, path = '', into = new Map<string, string[]>()): Map<string, string[]> {
  for (const [name, value] of Object.entries(node)) {
    const key = path ? `${path}.${name}` : name;
    if (typeof value === 'object' && value !== null) flat(value as object, key, into);
    else {
      const base = key.replace(/_(?:zero|one|two|few|many|other)$/, '');
      into.set(base, [...(into.get(base) ?? []), String(value)]);
    }
  }
  return into;
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
