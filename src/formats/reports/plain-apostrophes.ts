import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const TEXT = 'word/document.xml';

/**
 * A Word file whose text says ' as itself. The writer's `&apos;` is right, too, but a script that
 * looks a quote up in the file, word for word, does not find it.
 */
export function plainApostrophes(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx);
  const text = files[TEXT] && strFromU8(files[TEXT]);
  // Attributes stand in double quotes, so that an apostrophe ends none.
  if (!text?.includes('&apos;')) return docx;
  return zipSync({ ...files, [TEXT]: strToU8(text.replaceAll('&apos;', "'")) });
}
