import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeClaim } from '../../../src/domain/language/quantifier-claim.ts';
import { draftedSentence, quantifiersIn } from '../../../src/domain/language/quantifiers.ts';
import type { Language } from '../../../src/domain/project/records.ts';

const SEVEN = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7'];
const draft = (
  language: Language,
  caseNames: readonly string[],
  caseCount = 7,
  who: 'interviewee' | 'respondent' = 'interviewee',
): string =>
  draftedSentence({ language, caseNames, caseCount, excerptCount: 10, themeName: 'X', who });

describe('a drafted sentence', () => {
  it.each<[Language, string[], number, string]>([
    [
      'fi',
      SEVEN,
      7,
      'Kaikki seitsemän haastateltavaa puhuivat teemasta ”X”, yhteensä kymmenessä otteessa.',
    ],
    [
      'fi',
      ['H1', 'H2', 'H4', 'H5', 'H7'],
      7,
      'Viisi seitsemästä haastateltavasta (H1, H2, H4, H5, H7) puhui teemasta ”X”, yhteensä kymmenessä otteessa.',
    ],
    ['fi', ['H7'], 7, 'Yksi haastateltava (H7) puhui teemasta ”X”, yhteensä kymmenessä otteessa.'],
    ['fi', [], 7, 'Kukaan seitsemästä haastateltavasta ei puhunut teemasta ”X”.'],
    ['fi', ['H1'], 1, 'Ainoa haastateltava (H1) puhui teemasta ”X”, yhteensä kymmenessä otteessa.'],
    [
      'fi',
      ['H1', 'H2'],
      2,
      'Molemmat haastateltavat puhuivat teemasta ”X”, yhteensä kymmenessä otteessa.',
    ],
    [
      'fi',
      ['H1', 'H2'],
      12,
      'Kaksi kahdestatoista haastateltavasta (H1, H2) puhui teemasta ”X”, yhteensä kymmenessä otteessa.',
    ],
    [
      'fi',
      ['H1', 'H2'],
      20,
      '2 haastateltavaa 20:stä (H1, H2) puhui teemasta ”X”, yhteensä kymmenessä otteessa.',
    ],
    [
      'fi',
      ['H1', 'H2'],
      13,
      '2 haastateltavaa 13:sta (H1, H2) puhui teemasta ”X”, yhteensä kymmenessä otteessa.',
    ],
    ['fi', [], 100, 'Kukaan 100:sta haastateltavasta ei puhunut teemasta ”X”.'],
    ['en', SEVEN, 7, 'All seven interviewees spoke of the theme “X”, in ten excerpts.'],
    [
      'en',
      ['H1', 'H2'],
      7,
      'Two of the seven interviewees (H1, H2) spoke of the theme “X”, in ten excerpts.',
    ],
    ['en', ['H7'], 7, 'One interviewee (H7) spoke of the theme “X”, in ten excerpts.'],
    ['en', [], 7, 'None of the seven interviewees spoke of the theme “X”.'],
    ['sv', SEVEN, 7, 'Alla sju intervjupersoner talade om temat ”X”, i sammanlagt tio utdrag.'],
    [
      'sv',
      ['H1', 'H2'],
      7,
      'Två av sju intervjupersoner (H1, H2) talade om temat ”X”, i sammanlagt tio utdrag.',
    ],
    ['sv', ['H7'], 7, 'En intervjuperson (H7) talade om temat ”X”, i sammanlagt tio utdrag.'],
    ['sv', [], 7, 'Ingen av de sju intervjupersonerna talade om temat ”X”.'],
  ])('%s %j of %i', (language, names, total, sentence) => {
    expect(draft(language, names, total)).toBe(sentence);
  });

  it('speaks of respondents where they answered a survey', () => {
    expect(draft('fi', ['V1', 'V2'], 7, 'respondent')).toContain('Kaksi seitsemästä vastaajasta');
    expect(draft('en', ['V1', 'V2'], 7, 'respondent')).toContain('Two of the seven respondents');
    expect(draft('sv', ['V1', 'V2'], 7, 'respondent')).toContain('Två av sju respondenter');
  });

  it('says nothing of a project without interviewees', () => {
    expect(draft('fi', [], 0)).toBe('');
  });

  it('lists no more names than a reader takes in', () => {
    const many = Array.from({ length: 30 }, (_, i) => `H${i + 1}`);
    expect(draft('fi', many, 40)).toBe(
      '30 haastateltavaa 40:stä puhui teemasta ”X”, yhteensä kymmenessä otteessa.',
    );
  });

  it('is recognised, and holds for what it was drafted from', () => {
    const cases = fc
      .integer({ min: 1, max: 130 })
      .chain((total) => fc.tuple(fc.constant(total), fc.integer({ min: 0, max: total })));
    fc.assert(
      fc.property(
        fc.constantFrom<Language>('fi', 'en', 'sv'),
        fc.constantFrom('interviewee' as const, 'respondent' as const),
        cases,
        fc.integer({ min: 1, max: 300 }),
        (language, who, [total, count], excerptCount) => {
          const caseNames = Array.from({ length: count }, (_, i) => `H${i + 1}`);
          const text = draftedSentence({
            language,
            caseNames,
            caseCount: total,
            excerptCount,
            themeName: 'Kaikki kaksi',
            who,
          });
          const claims = quantifiersIn(text, language);
          // Of one interviewee alone a sentence needs no quantifier.
          if (total > 1) expect(claims, text).toHaveLength(1);
          for (const claim of claims) {
            expect(judgeClaim(claim, { caseCount: count, totalCount: total }), text).toBe('holds');
            if (count > 1 && count < total && count <= 12) expect(claim.names).toEqual(caseNames);
            if (count > 0)
              expect(judgeClaim(claim, { caseCount: 0, totalCount: total }), text).toBe('more');
          }
        },
      ),
    );
  });
});

/** How many of seven a sentence's claim allows: "0-3" and so on. */
function allowed(text: string, language: Language, total = 7): string[] {
  return quantifiersIn(text, language).map((claim) => {
    const held = Array.from({ length: total + 1 }, (_, caseCount) => caseCount).filter(
      (caseCount) => judgeClaim(claim, { caseCount, totalCount: total }) === 'holds',
    );
    return `${claim.text}: ${held.length === 0 ? 'none' : `${held[0] ?? ''}-${held.at(-1) ?? ''}`}`;
  });
}

describe('quantifiers in a text', () => {
  it.each<[Language, string, string[]]>([
    [
      'fi',
      'Jokaisella haastateltavalla oli kokemusta luottamuksesta.',
      ['Jokaisella haastateltavalla: 7-7'],
    ],
    [
      'fi',
      'Luottamus näkyi jokaisen haastateltavan vastauksissa.',
      ['jokaisen haastateltavan: 7-7'],
    ],
    ['fi', 'Kaikki haastateltavat pitivät sitä tärkeänä.', ['Kaikki haastateltavat: 7-7']],
    ['fi', 'Kaikille haastateltaville asia oli selvä.', ['Kaikille haastateltaville: 7-7']],
    [
      'fi',
      'Kaikki seitsemän haastateltavaa mainitsi sen.',
      ['Kaikki seitsemän haastateltavaa: 7-7'],
    ],
    ['fi', 'Kaikissa haastatteluissa nousi esiin hinta.', ['Kaikissa haastatteluissa: 7-7']],
    ['fi', 'Kaikki korostivat luottamusta.', ['Kaikki: 7-7']],
    ['fi', 'Jokainen mainitsi luottamuksen.', ['Jokainen: 7-7']],
    [
      'fi',
      'Lähes kaikki haastateltavat olivat samaa mieltä.',
      ['Lähes kaikki haastateltavat: 6-6'],
    ],
    ['fi', 'Eivät kaikki haastateltavat puhuneet siitä.', ['Eivät kaikki haastateltavat: 0-6']],
    ['fi', 'Kukaan haastateltavista ei maininnut hintaa.', ['Kukaan haastateltavista: 0-0']],
    ['fi', 'Kukaan ei maininnut hintaa.', ['Kukaan: 0-0']],
    ['fi', 'Yksikään haastateltava ei puhunut siitä.', ['Yksikään haastateltava: 0-0']],
    ['fi', 'Suurin osa haastateltavista korosti nopeutta.', ['Suurin osa haastateltavista: 4-7']],
    [
      'fi',
      'Suurimmalla osalla haastateltavista oli sama ajatus.',
      ['Suurimmalla osalla haastateltavista: 4-7'],
    ],
    ['fi', 'Enemmistö vastaajista oli tyytyväisiä.', ['Enemmistö vastaajista: 4-7']],
    ['fi', 'Useimmat haastateltavat kertoivat samaa.', ['Useimmat haastateltavat: 4-7']],
    ['fi', 'Useimmille haastateltaville se oli uutta.', ['Useimmille haastateltaville: 4-7']],
    ['fi', 'Haastateltavista suurin osa kehui palvelua.', ['Haastateltavista suurin osa: 4-7']],
    ['fi', 'Puolet haastateltavista oli eri mieltä.', ['Puolet haastateltavista: 3-4']],
    ['fi', 'Yli puolet haastateltavista oli eri mieltä.', ['Yli puolet haastateltavista: 4-7']],
    ['fi', 'Alle puolet haastateltavista oli eri mieltä.', ['Alle puolet haastateltavista: 0-3']],
    ['fi', 'Muutama haastateltava nosti esiin hinnan.', ['Muutama haastateltava: 2-7']],
    ['fi', 'Moni haastateltavista toivoi nopeutta.', ['Moni haastateltavista: 3-7']],
    ['fi', 'Monet haastateltavat toivoivat nopeutta.', ['Monet haastateltavat: 3-7']],
    ['fi', 'Yksi haastateltava epäili sitä.', ['Yksi haastateltava: 1-1']],
    ['fi', 'Kaksi haastateltavaa epäili sitä.', ['Kaksi haastateltavaa: 2-2']],
    [
      'fi',
      'Viisi seitsemästä haastateltavasta (H1, H2) epäili sitä.',
      ['Viisi seitsemästä haastateltavasta (H1, H2): 5-5'],
    ],
    [
      'fi',
      'Viidellä seitsemästä haastateltavasta oli epäilyksiä.',
      ['Viidellä seitsemästä haastateltavasta: 5-5'],
    ],
    ['fi', '5/7 haastateltavasta epäili sitä.', ['5/7 haastateltavasta: 5-5']],
    ['fi', 'Haastateltavista 5/7 epäili sitä.', ['Haastateltavista 5/7: 5-5']],
    ['fi', '71 % haastateltavista epäili sitä.', ['71 % haastateltavista: 5-5']],
    ['fi', 'Kolmannes haastateltavista epäili.', ['Kolmannes haastateltavista: 2-2']],
    [
      'fi',
      '**Jokaisella** haastateltavalla oli kokemusta.',
      ['Jokaisella** haastateltavalla: 7-7'],
    ],
    ['fi', 'Suurin osa haastateltavista ei puhunut siitä.', []],
    ['fi', 'Kaksi haastateltavaa (H1, H2) ei puhunut siitä.', []],
    ['en', 'Most interviewees did not mention it.', []],
    ['en', 'Several participants didn’t mention it.', []],
    ['sv', 'De flesta informanterna nämnde inte det.', []],
    ['fi', 'Jokaisella myynnin haastateltavalla oli.', []],
    ['fi', 'Kaikki haastateltavat, jotka tunsivat palvelun, kehuivat sitä.', []],
    ['fi', 'Kaikki vaiheet on kuvattu luvussa 3.', []],
    ['fi', 'Kaikkein tärkein on luottamus, ja kaikkiaan siitä on kymmenen otetta.', []],
    ['fi', 'Jokainen projekti on erilainen, ja suurin osa projekteista venyy.', []],
    ['fi', 'Puolet ajasta menee odottamiseen.', []],
    ['fi', 'Yksi keskeinen tekijä on luottamus.', []],
    ['fi', 'Kaikki piti tehdä kahdesti.', []],
    ['fi', 'H4 kuvaa: ”Kaikki haastateltavat varmaan sanovat niin.”', []],
    ['fi', '> Kaikki haastateltavat sanoivat niin. (H4)', []],
    ['fi', 'Asiakas odottaa, että häntä kuunnellaan (Löytänä & Kortesuo 2011, 45).', []],
    ['fi', 'Vuonna 2020 haastateltavat olivat töissä kotona.', []],
    ['en', 'Every interviewee mentioned trust.', ['Every interviewee: 7-7']],
    ['en', 'All seven participants mentioned trust.', ['All seven participants: 7-7']],
    ['en', 'All of the interviewees mentioned trust.', ['All of the interviewees: 7-7']],
    ['en', 'Everyone mentioned trust.', ['Everyone: 7-7']],
    ['en', 'None of the interviewees spoke of price.', ['None of the interviewees: 0-0']],
    ['en', 'Not all interviewees agreed.', ['Not all interviewees: 0-6']],
    ['en', 'Most respondents agreed.', ['Most respondents: 4-7']],
    ['en', 'The majority of the interviewees agreed.', ['The majority of the interviewees: 4-7']],
    [
      'en',
      'More than half of the interviewees agreed.',
      ['More than half of the interviewees: 4-7'],
    ],
    ['en', 'Half of the participants agreed.', ['Half of the participants: 3-4']],
    ['en', 'A few interviewees disagreed.', ['A few interviewees: 2-7']],
    ['en', 'Few interviewees disagreed.', ['Few interviewees: 0-2']],
    ['en', 'Several interviewees disagreed.', ['Several interviewees: 3-7']],
    ['en', 'One of the interviewees disagreed.', ['One of the interviewees: 1-1']],
    ['en', 'Five out of seven interviewees disagreed.', ['Five out of seven interviewees: 5-5']],
    ['en', '5/7 interviewees disagreed.', ['5/7 interviewees: 5-5']],
    ['en', '71% of interviewees disagreed.', ['71% of interviewees: 5-5']],
    ['en', 'Two-thirds of respondents agreed.', ['Two-thirds of respondents: 5-5']],
    ['en', 'All interviewees who knew the service praised it.', []],
    ['en', 'All phases are described in chapter 3, and most projects are late.', []],
    ['en', 'Most mentioned channels were e-mail and phone.', []],
    ['en', 'Everyone in the company is responsible.', []],
    ['sv', 'Alla intervjupersoner nämnde förtroende.', ['Alla intervjupersoner: 7-7']],
    ['sv', 'Samtliga sju informanter nämnde det.', ['Samtliga sju informanter: 7-7']],
    ['sv', 'Varje intervjuperson nämnde det.', ['Varje intervjuperson: 7-7']],
    ['sv', 'Alla nämnde förtroende.', ['Alla: 7-7']],
    ['sv', 'Ingen av intervjupersonerna nämnde priset.', ['Ingen av intervjupersonerna: 0-0']],
    ['sv', 'De flesta deltagarna höll med.', ['De flesta deltagarna: 4-7']],
    ['sv', 'Majoriteten av respondenterna höll med.', ['Majoriteten av respondenterna: 4-7']],
    ['sv', 'Hälften av de intervjuade höll med.', ['Hälften av de intervjuade: 3-4']],
    ['sv', 'Några informanter tvivlade.', ['Några informanter: 2-7']],
    ['sv', 'Många intervjupersoner tvivlade.', ['Många intervjupersoner: 3-7']],
    ['sv', 'Fem av de sju intervjupersonerna tvivlade.', ['Fem av de sju intervjupersonerna: 5-5']],
    ['sv', '71 % av respondenterna tvivlade.', ['71 % av respondenterna: 5-5']],
    ['sv', 'Alla skeden beskrivs i kapitel 3.', []],
    ['sv', 'En viktig sak är förtroende.', []],
  ])('%s: %s', (language, text, expected) => {
    expect(allowed(text, language)).toEqual(expected);
  });

  it('tells when a text counts other interviewees than there are', () => {
    const [claim] = quantifiersIn('Viisi kahdeksasta haastateltavasta kertoi.', 'fi');
    expect(claim && judgeClaim(claim, { caseCount: 5, totalCount: 7 })).toBe('other-total');
  });

  it('keeps its places in the text, whatever stands around', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = `${before}\n\nKaikki haastateltavat puhuivat siitä.\n\n${after}`;
        for (const claim of quantifiersIn(text, 'fi'))
          expect(text.slice(claim.start, claim.end)).toBe(claim.text);
      }),
    );
  });
});
