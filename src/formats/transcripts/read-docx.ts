import { Rejection } from '../../domain/rejection.ts';
import { readZip } from '../read-zip.ts';
import { readXml } from '../xml.ts';
import { DocxText } from './docx-text.ts';
import type { ParsedTranscript } from './format.ts';
import { officeKind } from './office-kind.ts';
import { transcriptOfParagraphs } from './paragraphs.ts';

const RELATIONS = '_rels/.rels';
/** The text, and what every document of Office has. */
const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/document\d*\.xml)$/i;
const MAIN_PART = /^word\/[^/]+\.xml$/i;

/** @throws Rejection when the file is not a document of Word, or is not safe to read */
export function readDocx(file: string, bytes: Uint8Array): ParsedTranscript {
  const names: string[] = [];
  const parts = readZip(file, bytes, (name) => {
    names.push(name);
    return NEEDED.test(name);
  });
  if (!names.some((name) => MAIN_PART.test(name)))
    throw new Rejection('invalid', 'file-mismatch', { file, kind: officeKind(names) });
  try {
    const main = mainPart(file, parts);
    if (!main) throw new Rejection('invalid', 'file-damaged', { file });
    const text = new DocxText(file);
    readXml(file, main, text);
    return transcriptOfParagraphs(file, text.paragraphs);
  } catch (error) {
    // A line inside the archive would help nobody.
    const isBroken = error instanceof Rejection && error.code === 'xml-broken';
    throw isBroken ? new Rejection('invalid', 'file-damaged', { file }) : error;
  }
}

/** The part that holds the text: the one the document names, else the usual one. */
function mainPart(file: string, parts: ReadonlyMap<string, Uint8Array>): Uint8Array | undefined {
  const relations = parts.get(RELATIONS);
  let named = '';
  if (relations)
    readXml(file, relations, {
      open(_name, attribute) {
        if (attribute('Type')?.endsWith('/officeDocument'))
          named ||= (attribute('Target') ?? '').replace(/^\//, '');
      },
      close: () => undefined,
      text: () => undefined,
    });
  return (
    parts.get(named) ??
    parts.get('word/document.xml') ??
    [...parts].find(([name]) => MAIN_PART.test(name))?.[1]
  );
}
