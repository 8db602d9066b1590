import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createProject } from '../../src/app/create-project.ts';
import type { ReadTranscript, TranscriptReader } from '../../src/app/ports.ts';
import { uploadTranscripts, type UploadResult } from '../../src/app/upload-transcripts.ts';
import { Workspace } from '../../src/app/workspace.ts';
import { Rejection } from '../../src/domain/rejection.ts';
import { splitTurns } from '../../src/domain/text/turns.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { systemClock, uuidSource } from '../../src/system/clock-and-ids.ts';

const actor = { id: 'test' };

const readAs = (text: string): ReadTranscript => ({
  format: 'text',
  text,
  turns: splitTurns(text),
  said: [],
  wordCount: 1,
  warnings: [],
});

/** Uploads files that the reader reads as what stands in them. */
async function uploadBy(
  read: TranscriptReader['read'],
  names: readonly string[],
  signal?: AbortSignal,
): Promise<UploadResult> {
  const workspace = new Workspace({
    store: new MemoryStore(),
    clock: systemClock,
    ids: uuidSource,
  });
  const about = {
    name: 'Testi',
    language: 'fi',
    approach: 'data-driven',
    researchQuestions: [],
  } as const;
  const id = await createProject(workspace, about, actor);
  const files = names.map((name) => ({ name, bytes: Buffer.from(`H1: ${name}`) }));
  const result = await uploadTranscripts(
    workspace,
    { read, filesIn: () => null },
    id,
    files,
    actor,
    signal,
  );
  await workspace.close();
  return result;
}

const titlesOf = ({ imported }: UploadResult): string[] =>
  imported.map(({ transcript }) => transcript.title);

describe('one interview in several files', () => {
  it('is told apart by the endings, and told to be the same', async () => {
    const read = () => Promise.resolve(readAs('H1: hei'));
    const names = ['H1.docx', 'H1.odt', 'b/H1.odt', 'H2.txt'];
    const result = await uploadBy(read, names);
    expect(titlesOf(result)).toEqual(['H1', 'H1 (odt)', 'H1 (2)', 'H2']);
    const same = [{ code: 'same-text', details: { title: 'H1' } }];
    expect(result.imported.map(({ warnings }) => warnings)).toEqual([[], same, same, same]);
  });
});

describe('the end of a recording', () => {
  it.each([
    [65.4, 65],
    [undefined, null],
    [0.2, null],
    [4_000_000, null],
  ])('at %s s is a duration of %s s', async (endsAt, durationSeconds) => {
    const read = (): Promise<ReadTranscript> =>
      Promise.resolve({ ...readAs('H1: hei'), ...(endsAt === undefined ? {} : { endsAt }) });
    const { imported } = await uploadBy(read, ['a.vtt']);
    expect(imported[0]?.transcript.durationSeconds).toBe(durationSeconds);
  });
});

describe('a group interview', () => {
  const group = (codes: readonly string[]) =>
    codes.map((code) => `Interviewer: And you?\n\n${code}: one two three`).join('\n\n');
  const casesOf = ({ imported }: UploadResult): string[] =>
    imported.map(({ transcript: { speakerCases } }) =>
      speakerCases.map(({ speaker, wordCount }) => `${speaker} ${wordCount}`).join(', '),
    );

  it('has a case for each code that answers, apart from those of other groups', async () => {
    const names = ['G1.txt', 'G2.txt'];
    const result = await uploadBy(() => Promise.resolve(readAs(group(['S1', 'S2']))), names);
    expect(casesOf(result)).toEqual(['S1 3, S2 3', 'S1 3, S2 3']);
    const ids = result.imported.flatMap(({ transcript }) =>
      transcript.speakerCases.map(({ caseId }) => caseId),
    );
    expect(new Set(ids).size).toBe(4);
  });

  it('is one case as long as nobody says whose the names are', async () => {
    const read = () => Promise.resolve(readAs(group(['Anna', 'Anna', 'Pekka', 'Pekka'])));
    expect(casesOf(await uploadBy(read, ['G1.txt']))).toEqual(['']);
  });
});

describe('uploaded files', () => {
  it('are read a few at once and kept in their order', async () => {
    let now = 0;
    let most = 0;
    const names = Array.from({ length: 12 }, (_, i) => `H${i + 1}.txt`);
    const result = await uploadBy(async (name) => {
      most = Math.max(most, ++now);
      await wait(name === 'H1.txt' ? 40 : 2);
      now--;
      return readAs(`H1: ${name}`);
    }, names);
    expect(titlesOf(result)).toEqual(names.map((name) => name.slice(0, -4)));
    expect(most).toBe(3);
  });

  it('are not added when whoever sent them has hung up', async () => {
    const gone = new AbortController();
    const result = await uploadBy(
      (name) => {
        gone.abort();
        return Promise.resolve(readAs(`H1: ${name}`));
      },
      ['a.txt', 'b.txt'],
      gone.signal,
    );
    expect(result.imported).toEqual([]);
    expect(result.rejected.map(({ rejection }) => rejection.code)).toEqual([
      'upload-cancelled',
      'upload-cancelled',
    ]);
  });

  it('are not read to their end when whoever sent them hangs up meanwhile', async () => {
    const gone = new AbortController();
    const untilGone = (signal?: AbortSignal): Promise<ReadTranscript> =>
      new Promise((_, reject) => {
        const stopped = (): void => reject(new Rejection('conflict', 'upload-cancelled'));
        signal?.addEventListener('abort', stopped);
      });
    const uploaded = uploadBy(
      (_name, _bytes, signal) => {
        queueMicrotask(() => gone.abort());
        return untilGone(signal);
      },
      ['a.pdf'],
      gone.signal,
    );
    expect((await uploaded).rejected.map(({ rejection }) => rejection.code)).toEqual([
      'upload-cancelled',
    ]);
  });

  it('cost the others nothing when their reader fails, and the failure is told', async () => {
    const fault = new RangeError('a reader’s own mistake');
    const result = await uploadBy(
      (name) => (name === 'b.txt' ? Promise.reject(fault) : Promise.resolve(readAs(`H1: ${name}`))),
      ['a.txt', 'b.txt', 'c.txt'],
    );
    expect(titlesOf(result)).toEqual(['a', 'c']);
    expect(result.rejected).toMatchObject([
      { file: 'b.txt', rejection: { code: 'file-damaged', details: { file: 'b.txt' } } },
    ]);
    expect(result.faults).toEqual([fault]);
  });

  it('that are refused are no faults', async () => {
    const refusal = new Rejection('invalid', 'file-doc', { file: 'a.doc' });
    const result = await uploadBy(() => Promise.reject(refusal), ['a.doc']);
    expect(result).toMatchObject({ imported: [], rejected: [{ file: 'a.doc' }], faults: [] });
  });
});

describe('the interviewee of an interview', () => {
  const caseOf = async (text: string): Promise<string[]> => {
    const workspace = new Workspace({
      store: new MemoryStore(),
      clock: systemClock,
      ids: uuidSource,
    });
    const about = {
      name: 'Testi',
      language: 'fi',
      approach: 'data-driven',
      researchQuestions: [],
    } as const;
    const id = await createProject(workspace, about, actor);
    const reader = { read: () => Promise.resolve(readAs(text)), filesIn: () => null };
    const files = ['Eka.txt', 'Toka.txt'].map((name) => ({ name, bytes: Buffer.from(name) }));
    await uploadTranscripts(workspace, reader, id, files, actor);
    const { cases } = await workspace.read(id);
    await workspace.close();
    return [...cases.values()].map(({ name }) => name);
  };

  it.each([
    ['a code that is theirs', 'I: Miksi?\n\nH5: Siksi.\n', ['H5']],
    ['the letter of whoever answers', 'H: Miksi?\n\nV: Siksi.\n', ['Eka', 'Toka']],
    ['what each of them is', 'I: Miksi?\n\nHaastateltava: Siksi.\n', ['Eka', 'Toka']],
  ])('is named by %s', async (_, text, names) => {
    expect(await caseOf(text)).toEqual(names);
  });
});
