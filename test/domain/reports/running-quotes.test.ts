import { describe, expect, it } from 'vitest';
import type { ExcerptId } from '../../../src/domain/ids.ts';
import { QUOTE_PRESETS } from '../../../src/domain/reports/quote-style.ts';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { withRunningQuotes } from '../../../src/domain/reports/section-parts.ts';
import { REPORT_FORMATS } from '../../../src/formats/reports/registry.ts';
import { buildProject } from '../../support/build-project.ts';
import { reportWords } from '../../formats/reports/report-words.ts';
import { unzip } from '../../formats/reports/unzip.ts';

const LONG = Array.from({ length: 41 }, (_, i) => `sana${i}`).join(' ');

const build = () =>
  buildProject({
    settings: { language: 'fi' },
    texts: [{ title: 'H1', text: `H1: a < b & c . <b>*pitkä*</b> . ${LONG} . poikkeus` }],
    themes: [{ name: 'A' }],
    codings: [
      { transcript: 'H1', quote: 'a < b & c', themes: ['A'] },
      { transcript: 'H1', quote: '<b>*pitkä*</b>', themes: ['A'] },
      { transcript: 'H1', quote: LONG, themes: ['A'] },
      { transcript: 'H1', quote: 'poikkeus', themes: ['A'], deviant: true, deviantReason: 'Syy' },
    ],
  });
type Built = ReturnType<typeof build>;

const placeOf = ({ project }: Built, quote: string): string => {
  const id = [...project.excerpts.values()].find((one) => one.quote === quote)?.id;
  return `{{sitaatti ${(id ?? ('' as ExcerptId)).slice(-6)}}}`;
};

const write = (built: Built, text: string): void => {
  built.run({
    kind: 'change-report-sections',
    sections: [{ id: built.themeId('A'), changes: { text } }],
  });
};

/** What is read, from top to bottom: running text as it is printed, quotes that stand apart. */
const readOf = ({ project }: Built): string[] | undefined =>
  reportModel(project).sections[0]?.parts.map((part) =>
    part.kind === 'text'
      ? withRunningQuotes(part.markdown, part.inline, ({ printed, tag }) => `${printed} ${tag}`)
      : `> ${part.quote.printed}`,
  );

const running = (built: Built): void => {
  const style = { ...QUOTE_PRESETS.fi, shortInline: true };
  const settings = { ...built.project.report.settings, style };
  built.run({ kind: 'change-report', changes: { settings } });
};

describe('a quote placed within a line', () => {
  it('runs in the text between quotation marks, once, whatever the style', () => {
    const built = build();
    write(built, `H1 sanoo: ${placeOf(built, 'a < b & c')}, eikä muuta.`);
    expect(readOf(built)).toEqual([
      'H1 sanoo: ”a < b & c” (H1), eikä muuta.',
      ...['> <b>*pitkä*</b>', `> ${LONG}`, '> poikkeus'],
    ]);
    expect(reportModel(built.project).sections[0]?.quotes).toHaveLength(4);
  });

  it('stands apart where it is longer than the limit, and on a line of its own', () => {
    const built = build();
    write(built, `Näin ${placeOf(built, LONG)} siis.\n\n${placeOf(built, 'a < b & c')}`);
    expect(readOf(built)?.slice(0, 4)).toEqual(['Näin', `> ${LONG}`, 'siis.', '> a < b & c']);
  });
});

describe('where short quotes run in the text', () => {
  it('they go on after its last sentence, but a deviant case and its reason stand apart', () => {
    const built = build();
    running(built);
    write(built, 'Yksi puhui.');
    expect(readOf(built)).toEqual([
      'Yksi puhui. ”a < b & c” (H1) ”<b>*pitkä*</b>” (H1)',
      ...[`> ${LONG}`, '> ”poikkeus”'],
    ]);
  });

  it.each(['- yksi\n- kaksi', '# Otsikko', '> lainaus'])('they do not go on %j', (text) => {
    const built = build();
    running(built);
    write(built, text);
    expect(readOf(built)?.[0]).toBe(`${text}\n\n”a < b & c” (H1) ”<b>*pitkä*</b>” (H1)`);
  });

  it('every format prints them as text, never as marks of its own', async () => {
    const built = build();
    running(built);
    write(built, 'Yksi puhui.');
    const files = await Promise.all(
      REPORT_FORMATS.map(async ({ id, write: made }) => {
        const bytes = await made(reportModel(built.project), reportWords('fi'));
        return [id, bytes] as const;
      }),
    );
    const file = new Map(files);
    const html = '&lt;b&gt;*pitkä*&lt;/b&gt;”';
    expect(file.get('html')).toContain(html);
    expect(file.get('markdown')).toContain('”\\<b>\\*pitkä\\*\\</b>” (H1)');
    const word = unzip(file.get('docx') as Uint8Array).get('word/document.xml');
    expect(word).toContain('”&lt;b&gt;*pitkä*&lt;/b&gt;”');
  });
});
