import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { Rejection } from '../../domain/rejection.ts';
import { readZip } from '../read-zip.ts';
import { ensureNoEntities } from '../xml.ts';
import type { ParsedTranscript } from './format.ts';
import { htmlParagraphs } from './html-paragraphs.ts';
import { officeKind } from './office-kind.ts';
import { transcriptOfParagraphs } from './paragraphs.ts';

/** The text, its relations and its styles: no pictures, no other documents inside. */
const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/i;

/** What belongs to the document without being said: notes, comments, pictures. */
const UNSAID = new Set(['noteReference', 'commentReference', 'image']);

/** @throws Rejection when the file is not a document of Word, or is not safe to read */
export async function readDocx(file: string, bytes: Uint8Array): Promise<ParsedTranscript> {
  const names: string[] = [];
  const parts = readZip(file, bytes, (name) => {
    names.push(name);
    return PARTS.test(name);
  });
  if (![...parts.keys()].some((name) => name.startsWith('word/')))
    throw new Rejection('invalid', 'file-mismatch', { file, kind: officeKind(names) });
  for (const part of parts.values()) ensureNoEntities(file, part);
  return transcriptOfParagraphs(file, htmlParagraphs(await htmlOf(file, parts)));
}

/** mammoth gets a zip of ours, with nothing in it but what was checked. */
async function htmlOf(file: string, parts: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const zip = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength) },
      { transformDocument: withoutUnsaid, externalFileAccess: false },
    );
    return value;
  } catch {
    throw new Rejection('invalid', 'file-damaged', { file });
  }
}

interface Element {
  readonly type: string;
  readonly children?: readonly Element[];
}

const withoutUnsaid = (element: Element): Element =>
  element.children
    ? {
        ...element,
        children: element.children.filter(({ type }) => !UNSAID.has(type)).map(withoutUnsaid),
      }
    : element;
