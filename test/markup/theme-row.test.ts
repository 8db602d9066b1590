import { expect, test } from 'vitest';
import { themeRowHtml, type ThemeRow } from '../../src/markup/theme-row.ts';

const row: ThemeRow = {
  id: 't1',
  name: 'Work',
  label: '',
  parentId: '',
  index: 0,
  siblings: 2,
  level: 1,
  indent: 0,
  hasChildren: false,
  colour: 3,
  count: '0',
  marks: [],
  retired: false,
  chosen: false,
};

test('What people wrote stays text in a row of the codebook', () => {
  const written = `<b onclick="x">&'`;
  const marks = [{ kind: 'twin', sign: '=', about: written }];
  const html = themeRowHtml({ ...row, name: written, label: written, marks });
  expect(html).not.toContain('<b onclick');
  expect(html.split('&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;')).toHaveLength(5);
});

test.each([
  ['a theme with sub-themes can be closed', { hasChildren: true }, 'aria-expanded="true"'],
  ['a retired theme is struck through', { retired: true }, 'class="row d0 retired"'],
  ['the chosen theme is selected', { chosen: true }, 'aria-selected="true"'],
  ['the first of two says so', { index: 0 }, 'aria-posinset="1" aria-setsize="2"'],
])('In the codebook %s', (_, difference, expected) => {
  const plain = themeRowHtml({ ...row, index: 1 });
  expect(plain).not.toContain(expected);
  expect(themeRowHtml({ ...row, ...difference })).toContain(expected);
});
