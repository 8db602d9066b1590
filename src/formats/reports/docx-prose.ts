import type { FileChild } from 'docx';
import { htmlToContent } from 'docx/html';
import { xmlText } from './docx-xml.ts';
import { markdownHtml } from './markdown-html.ts';

/** A text in Markdown: its headings come out as Word's, below `level`. */
export const docxProse = (markdown: string, level: number): readonly FileChild[] =>
  markdown.trim() === ''
    ? []
    : htmlToContent(xmlText(markdownHtml(markdown, level)), {
        styleMap: { 'blockquote p': 'Quote' },
      });
