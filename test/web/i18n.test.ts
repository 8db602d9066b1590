import { describe, expect, it } from 'vitest';
import { loadWords, type Catalogue } from '../../src/web/i18n.ts';

const catalogue: Catalogue = {
  hello: 'Hello',
  same: 'same',
  deep: { greeting: 'Hello, {{name}}' },
  files_one: '{{count}} file',
  files_other: '{{count}} files',
};

const words = await loadWords({ en: catalogue, fi: { ...catalogue, hello: 'Hei' }, sv: {} });
const t = words.translate('en');

describe('words', () => {
  it.each([
    ['plain', 'hello', undefined, 'Hello'],
    ['that are their own key', 'same', undefined, 'same'],
    [
      'with something filled in, as it is',
      'deep.greeting',
      { name: '<b>Aino & co</b>' },
      'Hello, <b>Aino & co</b>',
    ],
    ['for one', 'files', { count: 1 }, '1 file'],
    ['for several', 'files', { count: 2 }, '2 files'],
  ])('%s', (_, key, values, text) => {
    expect([t(key, values), t(key, values)]).toEqual([text, text]);
  });

  it('are each language’s own', () => {
    expect([words.translate('fi')('hello'), t('hello')]).toEqual(['Hei', 'Hello']);
  });

  it.each([
    ['a key nobody wrote', 'nothing', undefined],
    ['a key nobody wrote, with values', 'deep.nothing', { name: 'x' }],
    ['a number’s words without a number', 'files', undefined],
  ])('are missed aloud: %s', (_, key, values) => {
    for (const _time of [1, 2]) expect(() => t(key, values)).toThrow(`no words for ${key} in en`);
  });
});
