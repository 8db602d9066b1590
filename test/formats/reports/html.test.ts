import { describe, expect, it } from 'vitest';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { writeHtml } from '../../../src/formats/reports/html.ts';
import { buildProject } from '../../support/build-project.ts';
import { hostileReport } from './hostile.ts';
import { reportWords } from './report-words.ts';

const KNOWN_TAGS = new Set([
  'html',
  'head',
  'meta',
  'title',
  'style',
  'body',
  'main',
  'section',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'br',
  'dl',
  'dt',
  'dd',
  'ol',
  'ul',
  'li',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'span',
  'a',
  'blockquote',
  'cite',
  'strong',
  'em',
  'pre',
  'code',
]);

describe('the report as a web page', () => {
  const hostile = writeHtml(hostileReport(reportWords('en')), reportWords('en'));
  const body = hostile.replace(/<style>.*?<\/style>/s, '');

  it('makes no markup of what people wrote', () => {
    const tags = [...body.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag ?? '');
    expect(tags.filter((tag) => !KNOWN_TAGS.has(tag))).toEqual([]);
    expect(body).not.toMatch(/<[^>]*\son\w+=/i);
    expect(body).not.toMatch(/<script|<img|<iframe|<!--|javascript:[^<]*"/i);
  });

  it('fetches nothing and leads nowhere but where people said', () => {
    expect(hostile).not.toMatch(/<[^>]*\bsrc=|url\(|@import|<link/);
    const links = [...body.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
    expect([...new Set(links.filter((href) => !href.startsWith('#')))]).toEqual([
      'https://example.com',
    ]);
    for (const href of links.filter((one) => one.startsWith('#')))
      expect(body).toContain(`id="${href.slice(1)}"`);
  });

  it('keeps headings in order, those of the written texts below their section', () => {
    const levels = [...body.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 2));
    expect(body).toContain('<h2>Big</h2>');
    expect(body).toContain('<h6>Small</h6>');
  });

  it('is in the project’s language and numbers its table', () => {
    const built = buildProject({
      settings: { language: 'fi', name: 'Työ' },
      texts: [
        { title: 'H1', text: 'H1: eka toka' },
        { title: 'H2', text: 'H2: eka' },
      ],
      themes: [{ name: 'Ylä' }, { name: 'Ala', parent: 'Ylä' }],
      codings: [
        { transcript: 'H1', quote: 'eka', themes: ['Ala'] },
        { transcript: 'H1', quote: 'toka', themes: ['Ala'] },
      ],
    });
    const html = writeHtml(reportModel(built.project), reportWords('fi'));
    expect(html).toContain('<html lang="fi">');
    expect(html).toContain('<h2>Teemat haastateltavittain</h2>');
    expect(html).toContain(
      '<caption>Taulukko 1. Aineisto-otteiden määrä teemoittain ja haastateltavittain.</caption>',
    );
    expect(html).toContain('<th scope="row">Yhteensä</th><td>2</td><td>0</td><td>2</td>');
    expect(html).toMatch(
      />Ala<\/a><\/th><td class="heat-4">2<\/td><td class="zero">0<\/td><td class="sum">2<\/td>/,
    );
    expect(html).toContain('2 aineisto-otetta · 1/2 haastateltavasta (H1)');
    expect(html).toContain('Alateeman ote lasketaan myös yläteemaan.');
    expect(html).toContain('<span dir="auto">eka</span>\u00a0<cite>(H1)</cite>');
  });
});
