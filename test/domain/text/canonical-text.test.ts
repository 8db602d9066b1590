import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/domain/text/canonical-text.ts';
import { anyText } from './texts.ts';

describe('canonicalText', () => {
  it.each([
    { name: 'line ends of Windows', raw: 'a\r\nb\r\n', text: 'a\nb\n' },
    { name: 'line ends of old Macs', raw: 'a\rb', text: 'a\nb' },
    { name: 'line and paragraph separators', raw: 'a\u2028b\u2029c\u0085d', text: 'a\nb\nc\nd' },
    { name: 'line breaks and page breaks of word processors', raw: 'a\vb\fc', text: 'a\nb\nc' },
    { name: 'a byte order mark', raw: '\ufeffa', text: 'a' },
    { name: 'soft hyphens', raw: 'haas\u00adtat\u00adtelu', text: 'haastattelu' },
    { name: 'control characters', raw: 'a\u0000b\u0007c\u007fd\u0090e', text: 'abcde' },
    { name: 'tabs, which stay', raw: 'a\tb', text: 'a\tb' },
    { name: 'letters with loose marks', raw: 'a\u0308', text: 'ä' },
    { name: 'a mark that a soft hyphen kept away', raw: 'a\u00ad\u0308', text: 'ä' },
    { name: 'half a pair, which no file can hold', raw: 'a\ud83db\ude00', text: 'a\ufffdb\ufffd' },
    { name: 'a pair that a control character kept apart', raw: '\ud83d\u0000\ude00', text: '😀' },
    { name: 'a family, which stays together', raw: '👨‍👩‍👧', text: '👨‍👩‍👧' },
  ])('settles $name', ({ raw, text }) => {
    expect(canonicalText(raw)).toBe(text);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = canonicalText(raw);
        expect(canonicalText(text)).toBe(text);
      }),
    );
  });

  it('survives being written to a file', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const text = canonicalText(raw);
        expect(new TextDecoder().decode(new TextEncoder().encode(text))).toBe(text);
      }),
    );
  });
});
