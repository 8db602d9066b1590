import { Rejection } from '../domain/rejection.ts';

/** Where entities come from; no office program writes one. */
const DECLARATION = /<!(?:DOCTYPE|ENTITY)/i;

/**
 * The text of an XML file that declares no entities, which could reach outside or grow without end.
 *
 * @throws Rejection `file-unsafe`
 */
export function ensurePlainXml(file: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (DECLARATION.test(text)) throw new Rejection('invalid', 'file-unsafe', { file });
  return text;
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
