import { expect } from 'vitest';
import { canonicalText } from '../../../src/domain/text/canonical-text.ts';
import type { ParsedTranscript } from '../../../src/formats/transcripts/format.ts';
import { readTranscript } from '../../../src/formats/transcripts/registry.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const read = (fileName: string, text: string): Promise<ParsedTranscript> =>
  readTranscript(fileName, bytesOf(text));

/** Turns as a reader sees them: when, who, in which role, says what. */
export const told = ({ text, turns }: ParsedTranscript): string[] =>
  turns.map(({ speaker, role, at, body, end }) => {
    const who = `${at ?? '–'} ${speaker ?? '–'} (${role})`;
    return `${who} ${text.slice(body, end).trim().replace(/\s+/g, ' ')}`.trim();
  });

/** What holds for every transcript, however odd its file. */
export function expectSound({ text, turns }: ParsedTranscript): void {
  expect(canonicalText(text)).toBe(text);
  expect(turns.map(({ start }) => start)).toEqual([0, ...turns.slice(0, -1).map(({ end }) => end)]);
  expect(turns.at(-1)?.end).toBe(text.length);
  for (const { start, body, end, speaker, at } of turns) {
    expect([start <= body, body <= end, start < end]).toEqual([true, true, true]);
    if (speaker !== null && body > start) expect(text.slice(start, body)).toContain(speaker);
    if (at !== undefined) expect(at).toBeGreaterThanOrEqual(0);
  }
}

export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The words of what is said, speakers left out. */
export const wordsSpoken = ({ text, turns }: ParsedTranscript): string[] =>
  turns.flatMap(({ body, end }) => wordsIn(text.slice(body, end)));
