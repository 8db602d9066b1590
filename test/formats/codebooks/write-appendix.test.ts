import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { codebookEntry, type Codebook } from '../../../src/domain/codebook/codebook-file.ts';
import { writeCodebookDocx } from '../../../src/formats/codebooks/write-codebook-docx.ts';
import { writeCodebookMarkdown } from '../../../src/formats/codebooks/write-codebook-markdown.ts';
import { readXml } from '../../../src/formats/xml.ts';
import { HOSTILE } from '../reports/hostile.ts';
import { unzip } from '../reports/unzip.ts';
import { APPENDIX_WORDS } from './appendix-words.ts';

const nested = (depth: number): Codebook['themes'] =>
  depth === 0 ? [] : [codebookEntry({ name: `Level ${depth}`, children: nested(depth - 1) })];

const SMALL: Codebook = {
  themes: [
    codebookEntry({
      name: 'Trust',
      label: '4.1',
      definition: 'Short.\n\nLong,\ntwo lines.',
      origin: 'inductive',
      children: [codebookEntry({ name: 'In people', label: '4.1.1' })],
    }),
    codebookEntry({ name: 'Careful', type: 'general' }),
  ],
  sets: [],
};

const hostile: Codebook = {
  themes: HOSTILE.map((text) => codebookEntry({ name: text, definition: text, example: text })),
  sets: [],
};

describe('the codebook as Markdown', () => {
  it('is a heading a theme, with what there is to say below', () => {
    expect(writeCodebookMarkdown(SMALL, APPENDIX_WORDS)).toBe(`# Koodikirja

## 4.1 Trust

**Lyhyt määritelmä:** Short.

**Täysi määritelmä:** Long,  
two lines.

**Alkuperä:** aineistolähtöinen

### 4.1.1 In people

## Tyypit

### 1 Careful

**Tyyppi:** yleinen
`);
  });

  it('shows what people wrote, and nothing of it does anything', async () => {
    const html = await marked.parse(writeCodebookMarkdown(hostile, APPENDIX_WORDS));
    const tags = new Set([...html.matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(['br', 'h1', 'h2', 'p', 'strong']);
    expect(html.match(/<h2/g)).toHaveLength(HOSTILE.length);
  });

  it('has no heading below the sixth', () => {
    const text = writeCodebookMarkdown({ themes: nested(9), sets: [] }, APPENDIX_WORDS);
    expect(text).toContain('\n###### 1.1.1.1.1.1.1.1.1 Level 1\n');
    expect(text).not.toContain('#######');
  });
});

describe('the codebook as a Word document', () => {
  const parts = async (codebook: Codebook) =>
    unzip(await writeCodebookDocx(codebook, APPENDIX_WORDS));
  const textOf = (xml: string): string =>
    xml.replace(/<\/w:(?:p|tc)>/g, '|').replace(/<[^>]+>/g, '');

  it('is a heading and a table a theme', async () => {
    const xml = (await parts(SMALL)).get('word/document.xml') ?? '';
    expect(textOf(xml)).toContain(
      'Koodikirja|4.1 Trust|Lyhyt määritelmä||Short.||Täysi määritelmä||Long, two lines.||Alkuperä||aineistolähtöinen||4.1.1 In people|Tyypit|1 Careful|Tyyppi||yleinen||',
    );
    expect(
      [...xml.matchAll(/w:pStyle w:val="((?:Title|Heading)\d?)"/g)].map(([, id]) => id),
    ).toEqual(['Title', 'Heading1', 'Heading2', 'Heading1', 'Heading2']);
    expect(xml.match(/<w:tbl>/g)).toHaveLength(2);
  });

  it('uses styles that are in it, in the language of the project', async () => {
    const files = await parts({ themes: nested(9), sets: [] });
    const xml = files.get('word/document.xml') ?? '';
    const styles = files.get('word/styles.xml') ?? '';
    for (const [, id] of xml.matchAll(/<w:[pr]Style w:val="(\w+)"/g))
      expect(styles).toContain(`w:styleId="${id}"`);
    expect(styles).toContain('<w:lang w:val="fi-FI"/>');
  });

  it('is well-formed whatever people wrote', async () => {
    const wild = `${HOSTILE.join('\n')}\u0000\u000b\uffff`;
    const files = await parts({
      themes: [...hostile.themes, codebookEntry({ name: wild, memo: wild, citation: wild })],
      sets: [],
    });
    const seen: string[] = [];
    readXml('document.xml', Buffer.from(files.get('word/document.xml') ?? ''), {
      open: () => undefined,
      close: () => undefined,
      text: (text) => seen.push(text),
    });
    for (const line of HOSTILE.flatMap((text) => text.split('\n')).filter(Boolean))
      expect(seen.join('')).toContain(line);
  });
});
