import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/domain/project/records.ts';
import { Rejection } from '../../../src/domain/rejection.ts';
import {
  codebookEntry,
  type Codebook,
  type CodebookSet,
} from '../../../src/domain/codebook/codebook-file.ts';
import { readQdc } from '../../../src/formats/codebooks/read-qdc.ts';
import { writeQdc } from '../../../src/formats/codebooks/write-qdc.ts';
import { anyCodebook } from './any-codebook.ts';
import { hasQdcSchema, qdcFaults } from './qdc-schema.ts';

const GUID = 'f0000000-0000-4000-8000-000000000001';
const read = (text: string) => readQdc('codebook.qdc', Buffer.from(text));
const inEnglish = (codebook: Codebook) => writeQdc(codebook, 'en');
const only = (theme: Parameters<typeof codebookEntry>[0]): Codebook => ({
  themes: [codebookEntry(theme)],
  sets: [],
});

const anyLanguage = fc.constantFrom(...LANGUAGES);

/** The themes with the GUIDs that were made for those that had none. */
const guided = (written: Codebook['themes'], read: Codebook['themes']): Codebook['themes'] =>
  written.map((theme, i) => ({
    ...theme,
    guid: theme.guid ?? read[i]?.guid ?? null,
    children: guided(theme.children, read[i]?.children ?? []),
  }));

const guidsOf = (themes: Codebook['themes']): (string | null)[] =>
  themes.flatMap(({ guid, children }) => [guid, ...guidsOf(children)]);

describe('a codebook as QDC', () => {
  it('comes back as it was, in whatever language it was written', () => {
    fc.assert(
      fc.property(anyCodebook, anyLanguage, (codebook, language) => {
        const { themes, losses } = read(writeQdc(codebook, language).text);
        expect(themes).toEqual(guided(codebook.themes, themes));
        expect(new Set(guidsOf(themes)).size).toBe(guidsOf(themes).length);
        expect(guidsOf(themes)).not.toContain(null);
        expect(losses.filter(({ code }) => code !== 'codebook-twins')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it.skipIf(!hasQdcSchema())(
    'is what the schema of REFI-QDA allows',
    async () => {
      const files = fc
        .sample(fc.tuple(anyCodebook, anyLanguage), 60)
        .map(([codebook, language]) => writeQdc(codebook, language).text);
      const sets = [{ guid: null, name: '"<&', description: 'a\nb', memberGuids: [GUID] }];
      const withSets = inEnglish({ ...only({ name: 'A', guid: GUID }), sets }).text;
      expect(withSets).toContain('<MemberCode');
      expect(await qdcFaults([...files, withSets])).toEqual([]);
    },
    60_000,
  );

  it.skipIf(!hasQdcSchema())('is checked by a schema that finds faults', async () => {
    const { text } = inEnglish(only({ name: 'A', colour: '#123456' }));
    expect(await qdcFaults([text.replace('#123456', 'rgba(1,2,3,1)')])).not.toEqual([]);
  });

  it('reads well where a program shows nothing but the description', () => {
    const codebook = only({
      name: 'Trust',
      label: '4.1',
      level: 'main category',
      definition: 'Reliance on the other.\n\nAlso in advance.',
      include: 'Only of their own experience.',
      exclude: 'Not of hearsay.',
      origin: 'abductive',
      concept: 'Relational cohesion',
      citation: 'Lemon & Verhoef 2016',
      guid: GUID,
      colour: '#0b5d5e',
    });
    expect(inEnglish(codebook).text).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Teema">
  <Codes>
    <Code guid="${GUID}" name="Trust" isCodable="true" color="#0b5d5e">
      <Description>Reliance on the other.

Also in advance.

[When to use]
Only of their own experience.

[When not to use]
Not of hearsay.

[Number] 4.1
[Level] main category
[Concept] Relational cohesion
[Source] Lemon &amp; Verhoef 2016
[Origin] abductive</Description>
    </Code>
  </Codes>
</CodeBook>
`,
    );
  });

  it('holds what XML can hold: control characters and halves of pairs are left out', () => {
    const { text } = inEnglish(
      only({ name: 'a\u0000\u000b\ud800\uffff\n"<', memo: 'b\u001b ]]> \r\n\t&c' }),
    );
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/);
    expect(read(text).themes[0]).toMatchObject({ memo: 'b ]]> \n\t&c' });
  });

  it('gives a theme without a GUID the same one each time, and no other theme', () => {
    const themes = ['A', 'A', 'B'].map((name) =>
      codebookEntry({ name, children: [codebookEntry({ name: 'A' })] }),
    );
    const [first, second] = [1, 2].map(() =>
      guidsOf(read(inEnglish({ themes, sets: [] }).text).themes),
    );
    expect(first).toEqual(second);
    expect(new Set(first).size).toBe(6);
  });

  it('tells of two themes with one GUID, and keeps it for the first', () => {
    const theme = (name: string) => codebookEntry({ name, guid: GUID });
    const { text, losses } = inEnglish({ themes: [theme('A'), theme('B')], sets: [] });
    expect(losses).toEqual([
      { row: null, code: 'codebook-guid-twice', details: { theme: 'B', value: GUID } },
    ]);
    const [first, second] = guidsOf(read(text).themes);
    expect(first).toBe(GUID);
    expect(second).not.toBe(GUID);
  });

  it('keeps sets with their members, whatever ids the themes have, and tells of strangers', () => {
    const themes = ['x1', GUID].map((guid) => codebookEntry({ name: guid, guid }));
    const set: CodebookSet = {
      guid: 'f0000000-0000-4000-8000-000000000009',
      name: 'Both',
      description: 'Why',
      memberGuids: ['x1', GUID, 'x9'],
    };
    const { text, losses } = inEnglish({ themes, sets: [set] });
    expect(losses).toEqual([
      { row: null, code: 'codebook-members-unknown', details: { set: 'Both', count: 1 } },
    ]);
    const back = read(text);
    expect(back.losses).toEqual([]);
    expect(back.sets).toEqual([{ ...set, memberGuids: guidsOf(back.themes) }]);
  });

  it('of no theme is refused: the format has none', () => {
    const refused = () => inEnglish({ themes: [], sets: [] });
    expect(refused).toThrow(Rejection);
    expect(refused).toThrow(expect.objectContaining({ code: 'codebook-empty' }) as Error);
  });
});
