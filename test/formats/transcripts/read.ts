import { Rejection } from '../../../src/domain/rejection.ts';
import type { ParsedTranscript } from '../../../src/formats/transcripts/format.ts';
import { readTranscript } from '../../../src/formats/transcripts/registry.ts';

export const textOf = async (file: string, bytes: Uint8Array): Promise<string> =>
  (await readTranscript(file, bytes)).text;

/** The code with which a file is refused, `taken` when it is not. */
export async function refusalOf(file: string, bytes: Uint8Array): Promise<string> {
  try {
    await readTranscript(file, bytes);
    return 'taken';
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
}

/** Who says what, label left out and white space evened: what must be alike in every format. */
export const spoken = ({ text, turns }: ParsedTranscript): string[] =>
  turns.map(({ speaker, role, body, end }) => {
    const words = text.slice(body, end).replace(/\s+/g, ' ').trim();
    return `${speaker ?? ''} (${role}): ${words}`;
  });
