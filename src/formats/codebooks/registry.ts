import type { Codebook, CodebookFile, Loss } from '../../domain/codebook/codebook-file.ts';
import { ORIGINS, RELATIONS, TYPE_KINDS, type Language } from '../../domain/project/records.ts';
import type { AppendixWords } from './codebook-appendix.ts';

/** Words of the locales, by key. */
export type CodebookWords = (key: string) => string;

/** A kind of file that a codebook can be. */
export interface CodebookFormat {
  readonly id: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mime: string;
  /** Whether it can be taken in again. */
  readonly isReadable: boolean;
  write(codebook: Codebook, language: Language, words: CodebookWords): Promise<WrittenFile>;
}

export interface WrittenFile {
  readonly body: string | Uint8Array;
  /** What the format could not carry. */
  readonly losses: readonly Loss[];
}

/** A writer and its library are loaded when first asked for. */
export const CODEBOOK_FORMATS: readonly CodebookFormat[] = [
  {
    id: 'qdc',
    extension: 'qdc',
    mime: 'application/xml; charset=utf-8',
    isReadable: true,
    write: async (codebook, language) => {
      const { text, losses } = (await import('./write-qdc.ts')).writeQdc(codebook, language);
      return { body: text, losses };
    },
  },
  {
    id: 'csv',
    extension: 'csv',
    mime: 'text/csv; charset=utf-8',
    isReadable: true,
    write: async (codebook, language) => {
      const { writeCodebookCsv } = await import('./write-codebook-csv.ts');
      const { text, losses } = writeCodebookCsv(codebook, language);
      return { body: text, losses };
    },
  },
  {
    id: 'docx',
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    isReadable: false,
    write: async (codebook, language, words) => {
      const { writeCodebookDocx } = await import('./write-codebook-docx.ts');
      return {
        body: await writeCodebookDocx(codebook, appendixWords(language, words)),
        losses: [],
      };
    },
  },
  {
    id: 'markdown',
    extension: 'md',
    mime: 'text/markdown; charset=utf-8',
    isReadable: false,
    write: async (codebook, language, words) => {
      const { writeCodebookMarkdown } = await import('./write-codebook-markdown.ts');
      return { body: writeCodebookMarkdown(codebook, appendixWords(language, words)), losses: [] };
    },
  },
];

/**
 * Reads a codebook by what the file begins with: QDC where it is XML, else a table.
 *
 * @throws Rejection with the reason a person can use
 */
export async function readCodebook(file: string, bytes: Uint8Array): Promise<CodebookFile> {
  return looksLikeXml(file, bytes)
    ? (await import('./read-qdc.ts')).readQdc(file, bytes)
    : (await import('./read-codebook-csv.ts')).readCodebookCsv(file, bytes);
}

const looksLikeXml = (file: string, bytes: Uint8Array): boolean =>
  /\.(qdc|xml)$/i.test(file) ||
  /^[\uFEFF\s\0]*</.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)).slice(0, 40)) ||
  /^(\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)\0?</.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 8)),
  );

function appendixWords(language: Language, words: CodebookWords): AppendixWords {
  const word = (key: string): string => words(`codebook-file.${key}`);
  const each = <K extends string>(keys: readonly K[], group: string): Record<K, string> =>
    Object.fromEntries(keys.map((key) => [key, words(`${group}.${key}`)])) as Record<K, string>;
  return {
    language,
    title: word('title'),
    types: word('types'),
    brief: word('brief'),
    full: word('full'),
    definition: word('definition'),
    include: word('include'),
    exclude: word('exclude'),
    example: word('example'),
    label: word('label'),
    level: word('level'),
    type: word('type'),
    typeKinds: each(TYPE_KINDS, 'codebook-file.kinds'),
    origin: word('origin'),
    origins: each(ORIGINS, 'codebook-file.origins'),
    concept: word('concept'),
    rationale: word('rationale'),
    relation: word('relation'),
    relations: each(RELATIONS, 'relations'),
    questions: word('questions'),
    features: word('features'),
    retired: word('retired'),
  };
}
