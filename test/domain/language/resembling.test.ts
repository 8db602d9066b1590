import { describe, expect, it } from 'vitest';
import { resembling } from '../../../src/domain/language/resembling.ts';

describe('a name that may be a slip of the finger', () => {
  it.each([
    ['Luotamus', 'Luottamus'],
    ['Luottamsu', 'Luottamus'],
    ['luottamuus', 'Luottamus'],
    ['Sisaiset prosesit', 'Sisäiset prosessit'],
  ])('%s resembles %s', (name, known) => {
    expect(resembling(name, ['Asiakaspalaute', known])).toBe(known);
  });

  it.each([
    ['Luottamus', 'Luottamus'],
    ['LUOTTAMUS', 'Luottamus'],
    ['Asiakaspalvelu', 'Asiakaspalaute'],
    ['Vaihe 1', 'Vaihe 2'],
    ['Tuki', 'Tuli'],
    ['__proto__', 'constructor'],
  ])('%s is not taken for %s', (name, known) => {
    expect(resembling(name, [known])).toBeNull();
  });
});
