import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..');

/** What a folder of src may import: its own files always, everything else by these rules. */
interface Rule {
  /** Folders and files of src, by the beginning of their path. */
  readonly own?: readonly string[];
  /** The same, for imports that leave nothing in the running code. */
  readonly types?: readonly string[];
  readonly npm?: (name: string) => boolean;
  readonly node?: (name: string) => boolean;
}

const any = (): boolean => true;
const oneOf =
  (...names: readonly string[]) =>
  (name: string): boolean =>
    names.includes(name);

const WEB_LIBRARIES = oneOf(
  'express',
  'express-rate-limit',
  'compression',
  'helmet',
  'multer',
  'ejs',
  'i18next',
  'zod',
  'marked',
  'sanitize-html',
);
const STORAGE_LIBRARIES = oneOf('lowdb');
/** `natural` by its submodules only: its root loads database drivers. */
const isLanguageLibrary = (name: string): boolean =>
  name.startsWith('natural/lib/natural/') || name.includes('stem');
const isParser = (name: string): boolean =>
  ['marked', 'sanitize-html'].includes(name) ||
  !(WEB_LIBRARIES(name) || STORAGE_LIBRARIES(name) || isLanguageLibrary(name));
const isPure = (name: string): boolean =>
  !/^(?:fs|http|https|http2|net|tls|dgram|dns|child_process|cluster)(?:\/|$)/.test(name);

/** By the beginning of the importing file's path; the longest that fits counts. */
const RULES: Readonly<Record<string, Rule>> = {
  'domain/': { own: ['domain/'] },
  'domain/language/': { own: ['domain/'], npm: isLanguageLibrary },
  'app/': { own: ['app/', 'domain/'] },
  // Work in threads of their own.
  'threads/': { own: ['threads/', 'domain/'], node: isPure },
  'formats/': { own: ['formats/', 'threads/', 'domain/', 'charts/'], npm: isParser, node: isPure },
  'storage/': {
    own: ['storage/', 'domain/', 'app/ports.ts', 'app/errors.ts'],
    npm: (name) => STORAGE_LIBRARIES(name.split('/')[0] ?? ''),
    node: any,
  },
  'markup/': { own: ['markup/', 'domain/'] },
  // Drawings as text: what pages show, files hold and documents embed.
  'charts/': {
    own: ['charts/', 'domain/', 'markup/escape.ts'],
    npm: oneOf('d3-scale', 'd3-shape'),
  },
  'web/': {
    own: ['web/', 'app/', 'domain/', 'markup/', 'charts/'],
    types: ['formats/'],
    npm: WEB_LIBRARIES,
    node: any,
  },
  'client/': { own: ['client/', 'domain/', 'markup/'] },
  // The clock, ids, the example's files, the browser: what the ports need of the machine.
  'system/': { own: ['system/', 'app/', 'domain/'], npm: oneOf('uuid'), node: any },
  // Commands speak to the app as a browser does.
  'cli/': { own: ['cli/', 'domain/'], node: any },
  'launch/': { own: ['launch/'], node: any },
  // The composition root.
  'main.ts': { own: [''], npm: any, node: any },
  'compose.ts': { own: [''], npm: any, node: any },
  'file-maker.ts': { own: [''], npm: any, node: any },
  'file-tools.ts': { own: [''], npm: any, node: any },
  'file-worker.ts': { own: [''], npm: any, node: any },
  'command-line.ts': { own: [''], npm: any, node: any },
};

interface Import {
  /** The importing file, from src. */
  readonly file: string;
  readonly line: number;
  /** As it is written. */
  readonly name: string;
  /** The imported file, from src; null for a library. */
  readonly target: string | null;
  readonly isType: boolean;
}

const filesBelow = (folder: string, ending: string): string[] =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith(ending))
        .map((file) => file.replaceAll('\\', '/'))
        .sort()
    : [];

const parsed = new Map(
  filesBelow('src', '.ts').map((file): [string, ts.SourceFile] => [
    file,
    ts.createSourceFile(file, read(`src/${file}`), ts.ScriptTarget.Latest, true),
  ]),
);
const imports = [...parsed.values()].flatMap(importsOf);

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** All nodes of a file, from top to bottom. */
function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

function lineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  for (const node of nodesOf(source)) {
    const named = importedBy(node);
    if (!named) continue;
    const name = ts.isStringLiteralLike(named.from) ? named.from.text : named.from.getText();
    const target = name.startsWith('.')
      ? path.posix.join(path.posix.dirname(source.fileName), name)
      : null;
    found.push({ file: source.fileName, line: lineOf(node), name, target, isType: named.isType });
  }
  return found;
}

/** `import … from`, `export … from`, `import()`, `require()`, `import x = require()`, `import('…').T` */
function importedBy(node: ts.Node): { from: ts.Node; isType: boolean } | null {
  if (ts.isImportDeclaration(node))
    return {
      from: node.moduleSpecifier,
      isType: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
    };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return { from: node.moduleSpecifier, isType: node.isTypeOnly };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { from: node.argument.literal, isType: true };
  if (ts.isExternalModuleReference(node)) return { from: node.expression, isType: false };
  if (!ts.isCallExpression(node)) return null;
  const called = node.expression;
  const imports =
    called.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(called) && called.text === 'require');
  const [from] = node.arguments;
  return imports && from ? { from, isType: false } : null;
}

const ruleOf = (file: string): Rule | undefined =>
  RULES[
    Object.keys(RULES)
      .filter((start) => file.startsWith(start))
      .sort((a, b) => b.length - a.length)[0] ?? ''
  ];

/** Why an import is against the rules; null where it is not. */
function faultOf({ file, name, target, isType }: Import): string | null {
  const rule = ruleOf(file);
  if (!rule) return 'no rule says what this file may import';
  const isBelow = (starts: readonly string[] | undefined): boolean =>
    starts?.some((start) => target?.startsWith(start)) === true;
  if (target === null) {
    const isNode = name.startsWith('node:');
    const allowed = isNode ? rule.node?.(name.slice(5)) : rule.npm?.(name);
    if (allowed) return null;
    return isNode ? 'Node is not for this folder' : 'this library is not for this folder';
  }
  if (!parsed.has(target) && !target.endsWith('.json')) return 'there is no such file in src';
  if (isBelow(rule.own)) return null;
  if (isBelow(rule.types)) return isType ? null : 'only its types are for this folder';
  return 'this folder may not know that one';
}

const told = ({ file, line, name }: Import, why: string): string =>
  `src/${file}:${line} imports '${name}': ${why}`;

describe('imports', () => {
  it('are found in every way in which they can be written', () => {
    const source = ts.createSourceFile(
      'web/a.ts',
      `import a from './b.ts'; import type { C } from '../c.ts'; export * from 'd'; export type { E } from 'e';
       import 'f'; const g = await import('node:g'); type H = import('h').H; const i = require('i');
       import { type J } from './j.ts'; await import(k);`,
      ts.ScriptTarget.Latest,
      true,
    );
    const found = importsOf(source).map(
      ({ name, target, isType }) => `${target ?? name}${isType ? ' (type)' : ''}`,
    );
    expect(found).toEqual([
      ...[
        'web/b.ts',
        'c.ts (type)',
        'd',
        'e (type)',
        'f',
        'node:g',
        'h (type)',
        'i',
        'web/j.ts',
        'k',
      ],
    ]);
  });

  it.each<{ name: string; given: Partial<Import>; isFault: boolean }>([
    { name: 'domain → Node', given: { file: 'domain/a.ts', name: 'node:fs' }, isFault: true },
    { name: 'domain → npm', given: { file: 'domain/a.ts', name: 'zod' }, isFault: true },
    {
      name: 'language → a submodule of natural',
      given: {
        file: 'domain/language/a.ts',
        name: 'natural/lib/natural/stemmers/porter_stemmer.js',
      },
      isFault: false,
    },
    {
      name: 'language → the root of natural',
      given: { file: 'domain/language/a.ts', name: 'natural' },
      isFault: true,
    },
    { name: 'app → express', given: { file: 'app/a.ts', name: 'express' }, isFault: true },
    {
      name: 'formats → fs',
      given: { file: 'formats/a.ts', name: 'node:fs/promises' },
      isFault: true,
    },
    {
      name: 'formats → crypto',
      given: { file: 'formats/a.ts', name: 'node:crypto' },
      isFault: false,
    },
    { name: 'formats → express', given: { file: 'formats/a.ts', name: 'express' }, isFault: true },
    {
      name: 'formats → a parser',
      given: { file: 'formats/a.ts', name: 'papaparse' },
      isFault: false,
    },
    {
      name: 'storage → lowdb/node',
      given: { file: 'storage/a.ts', name: 'lowdb/node' },
      isFault: false,
    },
    { name: 'client → npm', given: { file: 'client/a.ts', name: 'zod' }, isFault: true },
    { name: 'a folder without a rule', given: { file: 'new/a.ts', name: 'zod' }, isFault: true },
  ])('are judged: $name', ({ given, isFault }) => {
    const one: Import = { file: '', line: 1, name: '', target: null, isType: false, ...given };
    expect(faultOf(one) !== null).toBe(isFault);
  });

  it('keep to the table of layers', () => {
    const faults = imports.flatMap((one) => {
      const why = faultOf(one);
      return why === null ? [] : told(one, why);
    });
    expect(faults).toEqual([]);
  });

  it('bring no library of language into the browser', () => {
    const values = imports.filter(({ isType }) => !isType);
    const reached = new Set<string>();
    const open = [...parsed.keys()].filter((file) => file.startsWith('client/'));
    for (const file of open) reached.add(file);
    for (let file = open.pop(); file !== undefined; file = open.pop())
      for (const one of values)
        if (one.file === file && one.target !== null && !reached.has(one.target)) {
          reached.add(one.target);
          open.push(one.target);
        }
    const faults = values
      .filter(({ file, name }) => reached.has(file) && isLanguageLibrary(name))
      .flatMap((one) => told(one, 'the client would load it on the way'));
    expect(faults).toEqual([]);
  });

  it('never name the root of natural, which loads database drivers', () => {
    const tests = filesBelow('test', '.ts').filter((file) =>
      /(?:from|import|import\(|require\() ?['"]natural['"]/.test(read(`test/${file}`)),
    );
    const sources = imports.filter(({ name }) => name === 'natural').map(({ file }) => file);
    expect([...sources, ...tests.filter((file) => file !== 'architecture.test.ts')]).toEqual([]);
  });

  it.each([
    { name: 'folders of src', unit: (file: string) => file.split('/')[0] ?? file },
    { name: 'files', unit: (file: string) => file },
  ])('go round in no circle of $name', ({ unit }) => {
    const edges = imports.filter(({ isType, target }) => !isType && target !== null);
    expect(circlesIn(edges, unit)).toEqual([]);
  });
});

/** Circles among units, each told with an import that closes a part of it. */
function circlesIn(edges: readonly Import[], unit: (file: string) => string): string[] {
  const graph = new Map<string, Map<string, Import>>();
  for (const edge of edges) {
    const [from, to] = [unit(edge.file), unit(edge.target ?? '')];
    if (from === to && from !== edge.file) continue;
    const known = graph.get(from) ?? new Map<string, Import>();
    if (!known.has(to)) known.set(to, edge);
    graph.set(from, known);
  }
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (at: string, line: readonly string[]): void => {
    if (line.includes(at)) {
      const circle = [...line.slice(line.indexOf(at)), at];
      const parts = circle.slice(1).map((to, i) => graph.get(circle[i] ?? '')?.get(to));
      circles.push(
        `${circle.join(' → ')} (${parts.map((one) => `src/${one?.file ?? ''}:${one?.line ?? 0}`).join(', ')})`,
      );
    } else if (!done.has(at)) {
      for (const to of graph.get(at)?.keys() ?? []) visit(to, [...line, at]);
      done.add(at);
    }
  };
  for (const at of graph.keys()) visit(at, []);
  return circles;
}

describe('the environment and the command line', () => {
  const READS = new Set(['env', 'argv']);

  const isProcess = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === 'process') ||
    (ts.isPropertyAccessExpression(node) && node.name.text === 'process');

  function readsIn(source: ts.SourceFile): number[] {
    const lines: number[] = [];
    for (const node of nodesOf(source)) {
      const direct =
        ts.isPropertyAccessExpression(node) &&
        isProcess(node.expression) &&
        READS.has(node.name.text);
      const byName =
        ts.isElementAccessExpression(node) &&
        isProcess(node.expression) &&
        READS.has(node.argumentExpression.getText().slice(1, -1));
      const apart =
        ts.isVariableDeclaration(node) &&
        node.initializer !== undefined &&
        isProcess(node.initializer) &&
        /\b(?:env|argv)\b/.test(node.name.getText());
      const imported =
        ts.isImportDeclaration(node) &&
        /^['"](?:node:)?process['"]$/.test(node.moduleSpecifier.getText()) &&
        /\b(?:env|argv)\b/.test(node.importClause?.getText() ?? '');
      if (direct || byName || apart || imported) lines.push(lineOf(node));
    }
    return lines;
  }

  it('are noticed in every way in which they can be read', () => {
    const text = `process.env.A;\nprocess['argv'];\nglobalThis.process.env;\nconst { env } = process;\nimport { argv } from 'node:process';\nprocess.pid;`;
    const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
    expect(readsIn(source)).toEqual([1, 2, 3, 4, 5]);
  });

  it('are read by main.ts and the launcher only', () => {
    const readers = [...parsed].flatMap(([file, source]) =>
      file === 'main.ts' || file.startsWith('launch/')
        ? []
        : readsIn(source).map((line) => `src/${file}:${line}`),
    );
    expect(readers).toEqual([]);
  });
});

describe('the top level', () => {
  const OURS = new Set([
    ...['src', 'views', 'public', 'data', 'test'],
    ...['package.json', 'tsconfig.json', 'README.md', 'package-lock.json', 'LICENSE'],
  ]);

  it('holds what belongs there, dotfiles and what git ignores', () => {
    const ignored = read('.gitignore')
      .split(/\r?\n/)
      .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('!'))
      .map((line) => line.replace(/^\/|\/$/g, ''))
      .filter((pattern) => !pattern.includes('/'))
      .map(
        (pattern) =>
          new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`),
      );
    const strangers = readdirSync(root).filter(
      (name) =>
        !name.startsWith('.') && !OURS.has(name) && !ignored.some((pattern) => pattern.test(name)),
    );
    expect(strangers).toEqual([]);
  });
});

/** What the content security policy refuses in a page: code and style that stand in the HTML. */
function inlineIn(html: string): string[] {
  const bare = html.replace(/<%[\s\S]*?%>/g, (code) => code.replace(/[^\n]/g, '_'));
  const patterns = [
    /<style\b[^>]*>/gi,
    /<script\b(?![^>]*\bsrc=)(?![^>]*\btype="application\/json")[^>]*>/gi,
    /<script\b[^>]*\bsrc=[^>]*>\s*[^\s<][^<]*/gi,
    /<[a-z][^<>]*?\s(?:style|on[a-z]+)\s*=[^<>]*/gi,
    /\b(?:href|src|action)\s*=\s*["']?\s*javascript:/gi,
  ];
  return patterns.flatMap((pattern) =>
    [...bare.matchAll(pattern)].map(
      (match) => `${bare.slice(0, match.index).split('\n').length}: ${match[0].slice(0, 80)}`,
    ),
  );
}

describe('views', () => {
  it.each([
    { html: '<style>a{}</style>', isInline: true },
    { html: '<script>go()</script>', isInline: true },
    { html: '<script nonce="x">go()</script>', isInline: true },
    { html: '<script src="/js/a.js">go()</script>', isInline: true },
    { html: '<p class="a" style="color: red">', isInline: true },
    { html: '<p\n  onclick = "go()">', isInline: true },
    { html: '<a href="javascript:go()">', isInline: true },
    { html: '<% if (a > b) { %><p style="<%= c %>"><% } %>', isInline: true },
    { html: '<script type="module" src="/js/a.js"></script>', isInline: false },
    {
      html: '<script type="application/json" id="page-data"><%- data %></script>',
      isInline: false,
    },
    { html: '<link rel="stylesheet" href="/css/style.css">', isInline: false },
    { html: '<p data-style="a" data-on="b">style="a" onclick="b"</p>', isInline: false },
    { html: "<%- include('a', { style: 1, onclick = 2 }) %>", isInline: false },
  ])('are judged: $html', ({ html, isInline }) => {
    expect(inlineIn(html).length > 0).toBe(isInline);
  });

  it('and markup hold no inline script or style', () => {
    const files = [
      ...filesBelow('views', '.ejs').map((file) => `views/${file}`),
      ...filesBelow('src/markup', '.ts').map((file) => `src/markup/${file}`),
    ];
    const faults = files.flatMap((file) => inlineIn(read(file)).map((fault) => `${file}:${fault}`));
    expect(faults).toEqual([]);
  });
});
