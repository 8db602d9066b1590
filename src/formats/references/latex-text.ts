/** Combining marks by the command that sets one. */
const ACCENTS: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  k: '\u0328',
  r: '\u030a',
  d: '\u0323',
  b: '\u0331',
};

const SIGNS: Readonly<Record<string, string>> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  o: 'ø',
  O: 'Ø',
  oe: 'œ',
  OE: 'Œ',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  ng: 'ŋ',
  NG: 'Ŋ',
  i: 'ı',
  j: 'ȷ',
  S: '§',
  P: '¶',
  copyright: '©',
  textcopyright: '©',
  textregistered: '®',
  texttrademark: '™',
  pounds: '£',
  euro: '€',
  texteuro: '€',
  textdegree: '°',
  dots: '…',
  ldots: '…',
  textellipsis: '…',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  guillemotleft: '«',
  guillemotright: '»',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textunderscore: '_',
  slash: '/',
  TeX: 'TeX',
  LaTeX: 'LaTeX',
};

/** Commands that only say how their argument looks. */
const LOOKS = new Set(
  'emph textit textbf textsc textsf texttt textrm textsl textup textmd textnormal underline enquote mkbibquote mkbibemph mkbibbold em it bf sc sf tt rm sl normalfont ensuremath mathrm mathit mathbf text mbox protect noopsort relax url path uppercase lowercase'.split(
    ' ',
  ),
);

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/---/g, '—'],
  [/--/g, '–'],
  [/``/g, '“'],
  [/''/g, '”'],
];

const TOKEN = /\\(?:([a-zA-Z]+)\*?[ \t\n]*|([^a-zA-Z]))|[{}$~]|[^\\{}$~]+/gsu;

export interface PlainText {
  readonly text: string;
  /** Commands that mean nothing here; their arguments are in the text. */
  readonly unknown: readonly string[];
}

/** The text that TeX would set, as far as bibliographies need it: accents, signs, dashes, quotes. */
export function latexText(latex: string): PlainText {
  const dashed = WORDS.reduce((text, [pattern, sign]) => text.replace(pattern, sign), latex);
  const setter = new Setter();
  for (const [token, command, sign] of dashed.matchAll(TOKEN)) {
    if (command !== undefined) setter.command(command);
    else if (sign !== undefined) setter.escaped(sign);
    else setter.sign(token);
  }
  return { text: setter.text(), unknown: [...setter.unknown] };
}

class Setter {
  readonly unknown = new Set<string>();
  readonly #parts: string[] = [];
  /** The mark that the next letter gets. */
  #accent = '';

  command(name: string): void {
    const accent = own(ACCENTS, name);
    const sign = own(SIGNS, name);
    if (accent) this.#accent = accent;
    else if (sign) this.#put(sign);
    else if (!LOOKS.has(name)) this.unknown.add(name);
  }

  escaped(sign: string): void {
    const accent = own(ACCENTS, sign);
    if (accent) this.#accent = accent;
    else this.#put(sign === '\\' || /[\s,;:!/-]/.test(sign) ? spacing(sign) : sign);
  }

  sign(sign: string): void {
    if (sign === '}') this.#accent = '';
    else if (sign === '~') this.#put(' ');
    else if (sign !== '{' && sign !== '$') this.#put(sign);
  }

  text(): string {
    return this.#parts.join('').normalize('NFC');
  }

  #put(text: string): void {
    const set = this.#accent === '' ? text : text.trimStart();
    const [first = ''] = set;
    if (this.#accent === '') this.#parts.push(text);
    else if (first !== '') {
      const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
      this.#parts.push(base, this.#accent, set.slice(first.length));
      this.#accent = '';
    }
  }
}

/** `\\` breaks a line; `\-` and `\/` set nothing; the others are spaces of some width. */
const spacing = (sign: string): string => (/[-/!]/.test(sign) ? '' : ' ');

const own = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** An address as it is: only what TeX needs escaped is freed, and a wrapping `\url{}` taken off. */
export const verbatimText = (latex: string): string =>
  latex
    .replace(/\\(?:url|path|nolinkurl)\b/g, '')
    .replace(/\\([_&%#~{}$-])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
