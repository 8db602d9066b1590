import { v5 } from 'uuid';

const GUID = /^\{?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\}?$/i;

/** A GUID in lower case without braces; null for anything else. */
export const readGuid = (text: string): string | null =>
  GUID.exec(text.trim())?.[1]?.toLowerCase() ?? null;

/** Teema's own name space for GUIDs made from names. */
const NAME_SPACE = '5f1d3a2e-6c0b-4c59-9f0e-2b7a1c8d4e90';

/** The same GUID for the same words (UUID version 5, RFC 9562). */
export const derivedGuid = (words: string): string => v5(words, NAME_SPACE);
