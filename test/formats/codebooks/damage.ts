import fc from 'fast-check';

/** What does harm in XML, in BibTeX and in RIS. */
const SNIPPETS = [
  '\0',
  '<',
  '>',
  '</Code>',
  '<Code>',
  '<Description>',
  '&',
  '&x;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE a [<!ENTITY x "y">]>',
  '"',
  "'",
  '{',
  '}',
  '\\',
  '@',
  '#',
  ',',
  '=',
  '\n',
  '\r',
  '\ufeff',
  '\ud800',
  'TY  - JOUR\n',
  'ER  - \n',
  '@string{a = ',
];

type Change = (text: string) => string;

const stretch = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 40 }));

const change: fc.Arbitrary<Change> = fc.oneof(
  stretch.map(([at, length]): Change => {
    return (text) => text.slice(0, place(text, at)) + text.slice(place(text, at) + length);
  }),
  stretch.map(([at, length]): Change => {
    return (text) => text.slice(0, place(text, at) + length) + text.slice(place(text, at));
  }),
  fc
    .tuple(stretch, fc.constantFrom(...SNIPPETS), fc.integer({ min: 1, max: 60 }))
    .map(([[at], snippet, times]): Change => {
      return (text) =>
        text.slice(0, place(text, at)) + snippet.repeat(times) + text.slice(place(text, at));
    }),
);

const place = (text: string, share: number): number => Math.floor(share * text.length);

/** The text with one to three stretches cut out, doubled, or put in. */
export const damaged = (good: string): fc.Arbitrary<string> =>
  fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((text, apply) => apply(text), good));
