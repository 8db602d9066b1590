import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../../src/formats/transcripts/registry.ts';
import { refusalOf, spoken } from './read.ts';

const corpus = path.join(import.meta.dirname, '../../../../shared/corpus');
const isThere = existsSync(corpus);
const bytesOf = (file: string): Uint8Array => readFileSync(path.join(corpus, file));
const filesIn = (folder: string, ending: string): string[] =>
  isThere
    ? readdirSync(path.join(corpus, folder))
        .filter((name) => name.endsWith(ending))
        .map((name) => `${folder}/${name}`)
    : [];

const title = isThere
  ? 'the documents of the corpus'
  : 'the documents of the corpus (not tried: ../shared/corpus is not there)';

describe.skipIf(!isThere)(title, () => {
  it.each(filesIn('formats', '').filter((file) => !file.endsWith('.doc')))(
    '%s has the turns and words of the text it was made from',
    async (file) => {
      const text = await readTranscript('H5.txt', bytesOf('kt-interior/H5.txt'));
      expect(text.turns.length).toBeGreaterThan(20);
      expect(spoken(await readTranscript(file, bytesOf(file)))).toEqual(spoken(text));
    },
  );

  it.each(filesIn('formats', '.doc'))('%s is refused', async (file) => {
    expect(await refusalOf(file, bytesOf(file))).toBe('file-doc');
  });

  it.each(filesIn('haski-de', '.docx'))('%s has an interviewer and two students', async (file) => {
    const { turns, warnings } = await readTranscript(file, bytesOf(file));
    const told = turns.filter(({ speaker }) => speaker !== null);
    expect(warnings).toEqual([]);
    expect(new Set(told.map(({ speaker, role }) => `${speaker?.[0] ?? ''} ${role}`))).toEqual(
      new Set(['I interviewer', 'S interviewee']),
    );
    expect(new Set(told.map(({ speaker }) => speaker)).size).toBe(3);
  });
});
