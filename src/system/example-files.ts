import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExampleDescription, ExampleSource } from '../app/ports.ts';

/** The example's files, a folder per language, as a user could have them. */
export const exampleFiles = (folder: string): ExampleSource => ({
  async read(language) {
    const file = async (name: string) => ({
      name,
      bytes: await readFile(path.join(folder, language, name)),
    });
    const { bytes } = await file('example.json');
    const about = JSON.parse(bytes.toString('utf8')) as ExampleDescription & { files: string[] };
    return {
      about,
      transcripts: await Promise.all(about.files.map(file)),
      codings: await file('codings.csv'),
    };
  },
});
