import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { writeMarkdown } from '../../../src/formats/reports/markdown.ts';
import { safeMarkdown } from '../../../src/formats/reports/safe-markdown.ts';
import { buildProject } from '../../support/build-project.ts';
import { hostileReport } from './hostile.ts';
import { reportWords } from './report-words.ts';

describe('the report as Markdown', () => {
  const html = marked.parse(writeMarkdown(hostileReport(reportWords('en')), reportWords('en')), {
    async: false,
  });

  it('makes no markup of what people wrote', () => {
    const known =
      /^<\/?(?:h[1-6]|p|ul|ol|li|table|thead|tbody|tr|th|td|blockquote|strong|em|br|pre|code|hr)(?: (?:align|start)="\w+")?>$/;
    const links = /^<\/?a(?: href="https:\/\/example\.com")?>$/;
    const tags = html.match(/<[^>]*>/g) ?? [];
    expect([...new Set(tags.filter((tag) => !known.test(tag) && !links.test(tag)))]).toEqual([]);
  });

  it('goes on after a fence that nobody closed', () => {
    expect(html).toContain('<pre><code>open fence\n</code></pre>\n<h2>Material and method</h2>');
  });

  it('quotes several lines as they were said, the tag after the last', () => {
    const built = buildProject({
      texts: [{ title: 'P1', text: 'P1: first\nsecond\n\n- third' }],
      codings: [
        {
          transcript: 'P1',
          quote: 'first\nsecond\n\n- third',
          themes: ['A'],
          deviant: true,
          deviantReason: 'Why\nnot',
        },
      ],
    });
    const markdown = writeMarkdown(reportModel(built.project), reportWords('en'));
    expect(markdown).toContain('> first  \nsecond  \n\\- third (P1)\n>\n> *Deviant case: Why not*');
    expect(marked.parse(markdown, { async: false })).toContain(
      '<blockquote>\n<p>first<br>second<br>- third (P1)</p>\n<p><em>Deviant case: Why not</em></p>\n</blockquote>',
    );
  });
});

describe('a text of the report in a Markdown file', () => {
  it.each([
    ['plain **bold** `<b>` 1 < 2', 'plain **bold** `<b>` 1 < 2'],
    ['# One\n\ntext\n\nTwo\n---\n\nmore', '#### One\n\ntext\n\n##### Two\n\nmore'],
    ['a <b onclick="x">c</b>', 'a \\<b onclick="x">c\\</b>'],
    ['<div>\nx\n</div>', '\\<div>\nx\n\\</div>'],
    [
      '[a](javascript:x) [b](https://b.fi) ![c](d.png) <javascript:x>',
      'a [b](https://b.fi) c javascript:x',
    ],
    ['~~~js\nx', '~~~js\nx\n~~~'],
    ['```\nx\n```', '```\nx\n```'],
    ['- a\n- b', '- a\n- b'],
    ['', ''],
  ])('%j becomes %j below level 3', (markdown, safe) => {
    expect(safeMarkdown(markdown, 3)).toBe(safe);
  });
});
