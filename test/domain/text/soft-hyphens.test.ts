import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withSoftHyphens } from '../../../src/domain/text/soft-hyphens.ts';

const shown = (name: string): string => withSoftHyphens(name, 'fi').replaceAll('\u00ad', '|');

describe('names with soft hyphens', () => {
  it.each([
    ['Kokonaisvaltaisuus', 'Ko|ko|nais|val|tai|suus'],
    ['4.1 Asiakaskokemuksen merkitys', '4.1 Asia|kas|ko|ke|muk|sen merkitys'],
    ['Sisustussuunnittelun strategisuudesta', 'Si|sus|tus|suun|nit|te|lun stra|te|gi|suu|desta'],
    ['Työrauha', 'Työrauha'],
  ])('divide %s', (name, divided) => {
    expect(shown(name)).toBe(divided);
  });

  it('leave other languages to the browser', () => {
    expect(withSoftHyphens('Internationalisation', 'en')).toBe('Internationalisation');
  });

  it('keep every letter, and two on either side', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zåäö]{0,40}$/), (word) => {
        const parts = withSoftHyphens(word, 'fi').split('\u00ad');
        expect(parts.join('')).toBe(word);
        expect(parts.every(({ length }) => length > 1 || parts.length === 1)).toBe(true);
      }),
    );
  });
});
