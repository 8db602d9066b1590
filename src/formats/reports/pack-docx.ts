import {
  Document,
  Packer,
  type FileChild,
  type IPropertiesOptions,
  type ISectionOptions,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { DocxFootnotes } from './docx-footnotes.ts';
import { PLACE_XML, XmlBlock, type Xml } from './docx-xml.ts';
import { zipped } from './zipped.ts';

const TEXT = 'word/document.xml';
const NOTES = 'word/footnotes.xml';

/** A part of the document with pages of its own. */
export interface DocxSection extends ISectionOptions {
  readonly children: readonly FileChild[];
}

/**
 * A Word file. docx writes everything but the blocks and the footnotes, which are put where they
 * belong: going over them again and again would take most of the time. Blocks in a row are one.
 */
export async function packDocx(
  options: Omit<IPropertiesOptions, 'sections'> & { readonly sections: readonly DocxSection[] },
  footnotes = new DocxFootnotes(),
): Promise<Uint8Array> {
  const sections = options.sections.map((section) => ({
    ...section,
    children: joinedBlocks(section.children),
  }));
  const files = unzipSync(await Packer.toBuffer(new Document({ ...options, sections })));
  const blocks = sections
    .flatMap(({ children }) => children)
    .filter((child) => child instanceof XmlBlock);
  const textOf = (name: string): string => (files[name] ? strFromU8(files[name]) : '');
  return zipped({
    ...files,
    [TEXT]: Buffer.from(withBlocks(plainApostrophes(footnotes.inPlace(textOf(TEXT))), blocks)),
    [NOTES]: Buffer.from(footnotes.within(textOf(NOTES))),
  });
}

function joinedBlocks(children: readonly FileChild[]): FileChild[] {
  const joined: FileChild[] = [];
  let row: Xml[] = [];
  const endRow = (): void => {
    if (row.length > 0) joined.push(new XmlBlock(row.join('') as Xml));
    row = [];
  };
  for (const child of children) {
    if (child instanceof XmlBlock) row.push(child.xml);
    else {
      endRow();
      joined.push(child);
    }
  }
  endRow();
  return joined;
}

function withBlocks(frame: string, blocks: readonly XmlBlock[]): string {
  const parts = frame.split(PLACE_XML);
  if (parts.length !== blocks.length + 1)
    throw new RangeError(`${blocks.length} blocks for ${parts.length - 1} places`);
  return parts.map((part, i) => part + (blocks[i]?.xml ?? '')).join('');
}

/**
 * Text that says ' as itself. docx's `&apos;` is right, too, but a script that looks a quote up in
 * the file, word for word, does not find it. Attributes stand in double quotes, so that an
 * apostrophe ends none.
 */
const plainApostrophes = (xml: string): string => xml.replaceAll('&apos;', "'");
