import { unzipSync, zipSync } from 'fflate';

/** Numbers at random from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SNIPPETS = [
  ...['\0', '<', '>', '{', '}', '\\', '&', '"', ';', '\n', '\r', '\t', ' ', '-->', ':', '#', '@'],
  ...['<!DOCTYPE a>', '<!ENTITY x "y">', ']]>', '<![CDATA[', '<a>', '</a>', '&#x110000;', '&lt;'],
  ...['\\u', '\\bin99', '\\par', '\\trowd', 'PK\u0005\u0006', 'PK\u0003\u0004', 'obj', 'stream'],
  ...['\xff', '\xfe\xff', '\xef\xbb\xbf', '99999999999', '-1', 'NaN', '1e999', '__proto__'],
  ...[
    '00:00:01.000 --> 00:00:02.000\n',
    '<v A>',
    'H1: ',
    '[00:00:01] ',
    '\u0085',
    '@book{',
    'TY  - ',
  ],
];

/** A file with something wrong: its bytes, or those of a part inside when it is a zip. */
export function damaged(good: Uint8Array, random: () => number): Uint8Array {
  const isZip = good[0] === 0x50 && good[1] === 0x4b;
  if (isZip && random() < 0.8) return damagedInside(good, random);
  const isMarkedUp = good[0] === 0x3c || good[0] === 0x7b;
  return isMarkedUp && random() < 0.6 ? damagedParts(good, random) : damagedBytes(good, random);
}

/** A piece without others in it, of XML or of JSON; a value, a number. */
const LEAF =
  /<([\w:]+)(?:\s[^<>]*)?>[^<>]*<\/\1>|<[\w:]+(?:\s[^<>]*)?\/>|"[^"<>]*"|\{[^{}]*\}|-?\d+(?:\.\d+)?/g;
const VALUES = [
  '',
  '0',
  '-1',
  '1e308',
  '99999999999999999999',
  'null',
  'true',
  'x',
  '__proto__',
  ' ',
];

/** Still well-formed: leaves taken away, given many times, nested in themselves, with other values. */
function damagedParts(good: Uint8Array, random: () => number): Uint8Array {
  let text = Buffer.from(good).toString('utf8');
  const pick = <T>(items: readonly T[]): T | undefined =>
    items[Math.floor(random() * items.length)];
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
    const leaf = pick([...text.matchAll(LEAF)]);
    if (!leaf) break;
    const [whole, name] = leaf;
    const value = pick(VALUES) ?? '';
    const kind = random();
    let other = '';
    if (kind < 0.3)
      other = whole.startsWith('"') ? `"${value}"` : /^[-\d]/.test(whole) ? value : '';
    else if (kind < 0.5) other = whole.replace(/"[^"]*"/, `"${value}"`);
    else if (kind < 0.7) other = whole.repeat(random() < 0.1 ? 3_000 : 2);
    else if (kind < 0.8 && name)
      other = `${`<${name}>`.repeat(random() < 0.3 ? 600 : 3)}${whole}${`</${name}>`.repeat(3)}`;
    else if (kind < 0.9) other = whole.replace(/>[^<>]*</, `>${value}&amp;\u202e<`);
    text = text.slice(0, leaf.index) + other + text.slice(leaf.index + whole.length);
  }
  return Buffer.from(text);
}

/** Where a document's text stands. */
const MAIN_PART = /(?:document|content|sheet1|sharedStrings)\.xml$/;

function damagedInside(zip: Uint8Array, random: () => number): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(zip)));
  const names = [...parts.keys()];
  for (let times = 1 + Math.floor(random() * 2); times > 0; times--) {
    const isText = random() < 0.6;
    const known = isText ? names.filter((one) => MAIN_PART.test(one)) : names;
    const name = known[Math.floor(random() * known.length)] ?? names[0] ?? '';
    const part = parts.get(name) ?? new Uint8Array();
    const kind = random();
    if (kind < 0.05) parts.delete(name);
    else if (kind < 0.1) parts.set(`../${name}`, part);
    else if (kind < 0.15) parts.set(name, new Uint8Array());
    else parts.set(name, Uint8Array.from(damaged(part, random)));
  }
  return zipSync(Object.fromEntries(parts), { level: 1 });
}

/** One to eight of: a bit turned, a byte set, a stretch cut, doubled or moved, a snippet put in. */
function damagedBytes(good: Uint8Array, random: () => number): Uint8Array {
  const below = (end: number): number => Math.floor(random() * end);
  let bytes = Buffer.from(good);
  for (let times = 1 + below(8); times > 0; times--) {
    const at = below(bytes.length + 1);
    const length = 1 + below(random() < 0.2 ? bytes.length : 12);
    const [head, stretch, tail] = [
      bytes.subarray(0, at),
      bytes.subarray(at, at + length),
      bytes.subarray(at + length),
    ];
    const kind = below(6);
    if (kind === 0 && at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    else if (kind === 1 && at < bytes.length) bytes[at] = below(256);
    else if (kind === 2) bytes = Buffer.concat([head, tail]);
    else if (kind === 3) bytes = Buffer.concat([head, stretch, stretch, tail]);
    else if (kind === 4) bytes = random() < 0.3 ? head : Buffer.concat([tail, stretch, head]);
    else {
      const snippet = Buffer.from(SNIPPETS[below(SNIPPETS.length)] ?? '', 'latin1');
      const many = random() < 0.02 ? 5_000 : 1 + below(20);
      bytes = Buffer.concat([head, ...Array<Buffer>(many).fill(snippet), tail]);
    }
  }
  return bytes;
}
