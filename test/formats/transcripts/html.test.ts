import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { refusalOf, textOf } from './read.ts';

describe('a web page', () => {
  it.each([
    ['paragraphs', '<p>A\n  b</p><div>C</div>D', 'A b\n\nC\n\nD'],
    ['line breaks', '<p>I: A<br>H1: B<br/>', 'I: A\nH1: B'],
    ['bold labels', '<p><b>H1:</b> <i>kyllä</i>', 'H1: kyllä'],
    ['entities', '<p>1 &lt; 2 &amp;amp; &auml;&#228;&#xe4;&euro;', '1 < 2 &amp; äää€'],
    [
      'no scripts, styles and titles',
      '<head><title>t</title><style>p{}</style></head><script>x<p>y</p></script><p>A',
      'A',
    ],
    ['no comments', '<p>A<!-- <p>x --></p>', 'A'],
    ['lines of preformatted text', '<pre>I: A\nH1: B</pre>', 'I: A\nH1: B'],
    ['rows', '<table><tr><td>A<td>B<tr><th>C<td><p>D<p>E</table>F', 'A B\n\nC D\nE\n\nF'],
    ['lists', '<ul><li>A<li>B</ul>', 'A\n\nB'],
    ['no header of a printed page', '<div title="header"><p>h</p></div><p>A', 'A'],
  ])('gives %s', async (_name, source, text) => {
    expect(await textOf('a.html', Buffer.from(source))).toBe(text);
  });

  it.each(['windows-1252', 'iso-8859-1', 'windows-1251', 'iso-8859-15'])(
    'in %s is read as it says of itself',
    async (charset) => {
      const word = charset === 'windows-1251' ? 'день' : 'päivä';
      const source = `<meta http-equiv="Content-Type" content="text/html; charset=${charset}"><p>${word}`;
      expect(await textOf('a.htm', iconv.encode(source, charset))).toBe(word);
    },
  );

  it('with more text than an interview has is refused', async () => {
    expect(await refusalOf('a.html', Buffer.from('sana '.repeat(1_000_001)))).toBe(
      'file-text-long',
    );
  });

  it('that is a picture is refused', async () => {
    expect(await refusalOf('a.html', Buffer.from('474946383961', 'hex'))).toBe('file-mismatch');
  });
});
