import { describe, expect, it } from 'vitest';
import { reportChecks } from '../../../../src/domain/reports/checks/report-checks.ts';
import { reportModel } from '../../../../src/domain/reports/report-model.ts';
import { buildProject } from '../../../support/build-project.ts';
import { hasKtInterior, ktInterior } from '../../../formats/reports/kt-interior.ts';

const SAID =
  'No kyllä se omaehtoisuus on siinä tärkeää, ja sitten aamut on aina ollut minulle helppoja. Niin.';
const texts = ['H1', 'H2', 'H3', 'H4'].map((title) => ({
  title,
  text: `Haastattelija: 1. Millainen on hyvä työpäivä?\n\n${title}: ${SAID}\n`,
}));
const KINDS = new Set([
  ...['quantifier', 'quantifier-low', 'total', 'names'],
  ...['excerpt-count', 'excerpt-total', 'unknown-case', 'quote-unfound'],
]);

/** What is found in a text on a theme of which all four speak, in five excerpts. */
function found(text: string): string[] {
  const { project, textOf } = buildProject({
    settings: { language: 'fi' },
    texts,
    themes: [{ name: 'Aamut', label: '3' }],
    codings: [
      ...texts.map(({ title }) => ({ transcript: title, quote: SAID, themes: ['3'] })),
      { transcript: 'H1', quote: 'omaehtoisuus on siinä tärkeää', themes: ['3'] },
    ],
    report: { texts: { '3': text } },
  });
  return reportChecks(project, reportModel(project), textOf)
    .filter(({ kind }) => KINDS.has(kind))
    .map(({ kind, level }) => `${kind} ${level}`);
}

describe('the checks of what somebody wrote on a theme', () => {
  it.each([
    ['Yksi haastateltava (H7) sanoi niin.', ['unknown-case warning']],
    ['H9:n mukaan aamut ovat helppoja.', ['unknown-case warning']],
    ['H2 ja H04 olivat samaa mieltä, kuten hypoteesi H5 oletti.', []],
    ['Teemasta on viisitoista otetta.', ['excerpt-count warning']],
    ['Tämä näkyy kahdeksassa otteessa.', ['excerpt-count warning']],
    ['Yhteensä 3 aineisto-otetta.', ['excerpt-count note']],
    ['Kahdessa otteessa puhuttiin kahvista; otteita on viisi.', []],
    ['Otteita on keskimäärin 12,5 otetta.', []],
    ['Kolme haastateltavaa puhui teemasta.', ['quantifier-low note']],
    [
      '3 haastateltavaa neljästä (H1, H2, H3), yhteensä 14 otetta.',
      ['excerpt-count warning', 'quantifier-low note'],
    ],
    ['Kolme haastateltavaa (H1, H2, H3) puhui kahvista.', []],
    ['H2 sanoi: ”Aamu on minun paras aikani.”', ['quote-unfound warning']],
    ['Eräs vastaaja kuvasi: ”Aamut eivät ole helppoja” (H2).', ['quote-unfound warning']],
    ['Toiset ajattelevat, että ”aamu on paras aika”.', ['quote-unfound note']],
    ['> En pidä aamuista ollenkaan. (H3)', ['quote-unfound warning']],
    ['H2 sanoi: ”No kyllä se omaehtoisuus on siinä tärkeää” ja jatkoi.', []],
    ['”No kyllä se [oma päätösvalta] on siinä tärkeää – – aamut on aina” (H2).', []],
    ['”omaehtoisuus (...) aamut on aina ollut [...] helppoja.” (H4)', []],
    ['> No kyllä se *omaehtoisuus* on siinä tärkeää …\n> aamut on aina. (H3)', []],
    ['Kysyttiin: ”Millainen on hyvä työpäivä?”', []],
    ['Puhuttiin ”etätyön autuudesta” ja ”Aamut” sai väriä.', []],
    ['Arvo on ”subjektiivinen kokemus jostakin hyvästä” (Holbrook 1999, 5).', []],
  ])('of “%s” are right', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('find nothing in sentences that were drafted', () => {
    for (const language of ['fi', 'en', 'sv'] as const) {
      const built = buildProject({
        settings: { language },
        texts,
        themes: [{ name: 'Se mitä he itse sanovat', label: '1' }],
        codings: [{ transcript: 'H1', quote: SAID, themes: ['1'] }],
      });
      const { sentence } = reportModel(built.project).sections[0] ?? { sentence: '' };
      const id = built.themeId('1');
      built.run({
        kind: 'change-report-sections',
        sections: [{ id, changes: { text: sentence } }],
      });
      const checks = reportChecks(built.project, reportModel(built.project), built.textOf);
      expect(sentence).not.toBe('');
      expect(checks.filter(({ kind }) => KINDS.has(kind))).toEqual([]);
    }
  });
});

describe.runIf(hasKtInterior())('the quotes of a thesis, written into its text', () => {
  it('are all found, whatever their author left out and put in', () => {
    const built = ktInterior();
    const { quotes } = built.project.excerpts.size
      ? { quotes: [...built.project.excerpts.values()].map(({ quote }) => quote) }
      : { quotes: [] };
    const words = quotes.map((quote) => quote.replace(/\s+/g, ' ').replace(/[“”„"«»]/g, ''));
    const middle = (quote: string): string => {
      const all = quote.split(' ');
      const at = Math.floor(all.length / 2);
      return all.length < 8 ? quote : [...all.slice(0, at), '– –', ...all.slice(at + 2)].join(' ');
    };
    const text = [...words, ...words.map(middle)].map((quote) => `”${quote}” (H1)`).join('\n\n');
    built.run({
      kind: 'change-report-sections',
      sections: [{ id: built.themeId('4.1.1'), changes: { text } }],
    });
    const checks = reportChecks(built.project, reportModel(built.project), built.textOf);
    const unfound = checks.filter(({ kind }) => kind === 'quote-unfound');
    expect(quotes).toHaveLength(62);
    expect(unfound.map(({ facts }) => facts['text'])).toEqual([]);
  });
});
