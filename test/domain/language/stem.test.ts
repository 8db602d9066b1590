import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/domain/language/stem.ts';
import { usualStopWords } from '../../../src/domain/language/stop-words.ts';
import { LANGUAGES } from '../../../src/domain/project/records.ts';

describe('forms of a word', () => {
  it.each([
    ['fi', 'asiakas asiakkaan asiakkaat asiakasta asiakkaita asiakkaille'],
    ['fi', 'luottamus luottamuksen luottamusta luottamukseen luottamuksesta'],
    ['fi', 'mahdollisuus mahdollisuuden mahdollisuuksia mahdollisuutta mahdollisuudet'],
    ['fi', 'yritys yrityksen yrityksiä yritykset yritystä'],
    ['fi', 'kokemus kokemuksen kokemuksia kokemukset kokemusta'],
    ['fi', 'ihminen ihmisen ihmiset ihmisiä ihmisille'],
    ['fi', 'suomalainen suomalaisen suomalaiset suomalaisia'],
    ['fi', 'nainen naisen naiset naisia'],
    ['fi', 'palvelu palvelun palveluita palveluissa palveluiden'],
    ['sv', 'kund kunden kunder kunderna kundernas'],
    ['sv', 'möjlighet möjligheten möjligheter möjligheterna'],
    ['en', 'customer customers'],
    ['en', 'connect connected connecting connection connections'],
  ] as const)('%s: %s have one stem', (language, forms) => {
    const stems = new Set(forms.split(' ').map((form) => stem(form, language)));
    expect([...stems]).toHaveLength(1);
  });

  it.each([
    ['fi', 'asiakas', 'asia'],
    ['fi', 'luottamus', 'luotto'],
    ['fi', 'nainen', 'nais-ala'],
    ['fi', 'hyvä', 'hyvin-vointi'],
    ['sv', 'kund', 'kunskap'],
    ['en', 'customer', 'consumer'],
  ] as const)('%s: %s is not %s', (language, one, other) => {
    expect(stem(one, language)).not.toBe(stem(other, language));
  });

  it('are never nothing', () => {
    for (const language of LANGUAGES)
      for (const form of ['a', 'en', 'se', 'uks', '2000', 'nen', 'ä'])
        expect(stem(form, language)).not.toBe('');
  });
});

describe('stop words', () => {
  it.each(LANGUAGES)('of %s stand in lower case, each once', (language) => {
    const words = usualStopWords(language);
    expect(words.length).toBeGreaterThan(200);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/^[\p{Ll}'-]+$/u);
  });

  it('hold spoken Finnish and leave words of content in', () => {
    const words = new Set(usualStopWords('fi'));
    for (const word of ['niinku', 'tota', 'tuota', 'silleen', 'mä', 'sä', 'elikkä'])
      expect(words.has(word)).toBe(true);
    for (const word of ['hyvä', 'asia', 'apu', 'asiakas', 'luottamus'])
      expect(words.has(word)).toBe(false);
  });
});
