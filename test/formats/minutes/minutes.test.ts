import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { MINUTES_FORMATS, type PrintedMinutes } from '../../../src/formats/minutes/registry.ts';
import { HOSTILE } from '../reports/hostile.ts';
import { unzip } from '../reports/unzip.ts';

const write = async (extension: string, minutes: PrintedMinutes): Promise<string | Uint8Array> =>
  (await MINUTES_FORMATS.find((one) => one.extension === extension)?.write(minutes)) ?? '';

/** Minutes in which every text that people write is hostile. */
const minutes: PrintedMinutes = {
  language: 'en',
  title: HOSTILE[0],
  subtitle: HOSTILE[3],
  people: { term: 'There', text: HOSTILE.join(', ') },
  notes: {
    heading: 'Notes',
    markdown: `<script>alert(3)</script>\n\n<b onclick=x>bold</b> [bad](javascript:alert(4)) ![p](http://x/y.png)\n\n${HOSTILE[1]}`,
  },
  decisions: {
    heading: 'Decided',
    made: HOSTILE.map((text) => ({ text, by: text })),
  },
  discussed: {
    heading: 'Discussed',
    about: HOSTILE[0],
    groups: HOSTILE.map((text, i) => ({
      title: text,
      threads: [
        {
          excerptId: String(i),
          quote: text,
          tag: `(${HOSTILE[0]})`,
          verdict: text,
          notes: [text],
          comments: [{ author: text, when: '8 Dec 2026', text }],
          state: text,
        },
      ],
    })),
  },
};

const flat = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const unescaped = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:#39|apos);/g, "'")
    .replace(/&amp;/g, '&');

describe('minutes that say what somebody would like to be run', () => {
  it('are text in Markdown, whatever reads it', async () => {
    const html = marked.parse(String(await write('md', minutes)), { async: false });
    expect(html).not.toMatch(/<(?:script|img|iframe)\b|<[^>]*\son\w+=|href="javascript/i);
    const text = flat(unescaped(html));
    expect(HOSTILE.filter((one) => !text.includes(flat(one)))).toEqual([]);
  });

  it('are text in Word, and what its links lead to are addresses', async () => {
    const files = unzip((await write('docx', minutes)) as Uint8Array);
    const xml = files.get('word/document.xml') ?? '';
    expect(xml).not.toMatch(/<script|<img|<b>|<i>|<iframe|<!--|<!\[CDATA/);
    expect(files.get('word/_rels/document.xml.rels')).not.toContain('javascript');
    const open: string[] = [];
    for (const [, closing, name = '', rest = ''] of xml.matchAll(/<(\/?)([\w:]+)([^>]*)>/g))
      if (closing) expect(open.pop()).toBe(name);
      else if (!rest.endsWith('/')) open.push(name);
    expect(open).toEqual([]);
    const text = flat(unescaped(xml.replace(/<\/w:p>/g, '\n')));
    expect(HOSTILE.filter((one) => !text.includes(flat(one)))).toEqual([]);
  });
});
