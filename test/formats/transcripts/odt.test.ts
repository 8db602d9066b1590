import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeOdt } from './make-files.ts';
import { refusalOf, textOf } from './read.ts';

const P = (text: string): string => `<text:p>${text}</text:p>`;
const row = (...cells: string[]): string =>
  `<table:table-row>${cells.map((text) => `<table:table-cell>${P(text)}</table:table-cell>`).join('')}</table:table-row>`;

describe('an OpenDocument text', () => {
  it.each([
    ['paragraphs', P('A') + P('') + P('B'), 'A\n\nB'],
    ['headings', '<text:h>Teema</text:h>' + P('B'), 'Teema\n\nB'],
    [
      'spans, tabs and spaces',
      P('<text:span>H1:</text:span><text:tab/>a<text:s text:c="2"/>b'),
      'H1:\ta  b',
    ],
    ['line breaks', P('I: A<text:line-break/>H1: B'), 'I: A\nH1: B'],
    ['white space of the file as one space', P('\n  a\n  b<text:span> c</text:span>\n'), 'a b c'],
    [
      'no notes and comments',
      P(
        'A<text:note><text:note-body>' +
          P('n') +
          '</text:note-body></text:note>B<office:annotation>' +
          P('k') +
          '</office:annotation>',
      ),
      'AB',
    ],
    [
      'nothing that was deleted',
      '<text:tracked-changes>' + P('pois') + '</text:tracked-changes>' + P('A'),
      'A',
    ],
    ['rows', `<table:table>${row('A', 'B')}${row('C', 'D')}</table:table>`, 'A B\n\nC D'],
    [
      'counted spaces, whatever their count',
      P('a<text:s text:c="-1"/>b<text:s text:c="x"/>c'),
      'a b c',
    ],
    ['entities', P('1 &lt; 2 &amp;amp; &#228;'), '1 < 2 &amp; ä'],
  ])('gives %s', async (_name, body, text) => {
    expect(await textOf('a.odt', makeOdt(body))).toBe(text);
  });

  const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}">]>`;

  it.each<[string, Uint8Array, string]>([
    ['declares entities', makeOdt(P('&b;'), laughs), 'xml-entities'],
    ['uses an entity nobody declared', makeOdt(P('&b;')), 'file-damaged'],
    ['is no XML inside', makeOdt('<text:p>'), 'file-damaged'],
    ['nests without end', makeOdt('<text:span>'.repeat(600)), 'file-damaged'],
    [
      'has a password and one part for all others',
      zipSync({
        'META-INF/manifest.xml': strToU8('<a><manifest:encryption-data/></a>'),
        'encrypted-package': strToU8('x'),
      }),
      'file-locked',
    ],
    [
      'has a password',
      makeOdt(P('A'), '', {
        'META-INF/manifest.xml': strToU8('<a><manifest:encryption-data/></a>'),
      }),
      'file-locked',
    ],
  ])('that %s is refused with its reason', async (_name, bytes, code) => {
    expect(await refusalOf('a.odt', bytes)).toBe(code);
  });
});
