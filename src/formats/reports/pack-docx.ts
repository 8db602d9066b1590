import {
  Document,
  Packer,
  type FileChild,
  type IPropertiesOptions,
  type ISectionOptions,
} from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { PLACE_XML, XmlBlock } from './docx-xml.ts';
import { zipped } from './zipped.ts';

const TEXT = 'word/document.xml';

/** A part of the document with pages of its own. */
export interface DocxSection extends ISectionOptions {
  readonly children: readonly FileChild[];
}

/**
 * A Word file. docx writes everything but the blocks, which are put where they belong: going over
 * them again and again would take most of the time.
 */
export async function packDocx(
  options: Omit<IPropertiesOptions, 'sections'> & { readonly sections: readonly DocxSection[] },
): Promise<Uint8Array> {
  const files = unzipSync(await Packer.toBuffer(new Document(options)));
  const blocks = options.sections
    .flatMap(({ children }) => children)
    .filter((child) => child instanceof XmlBlock);
  const frame = files[TEXT] ? strFromU8(files[TEXT]) : '';
  return zipped({ ...files, [TEXT]: strToU8(withBlocks(plainApostrophes(frame), blocks)) });
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
