import { describe, expect, it } from 'vitest';
import { createProject } from '../../src/app/create-project.ts';
import { uploadTranscripts } from '../../src/app/upload-transcripts.ts';
import { Workspace } from '../../src/app/workspace.ts';
import type { ExcerptId, ProjectId } from '../../src/domain/ids.ts';
import type { NewExcerpt } from '../../src/domain/project/commands.ts';
import type { Transcript } from '../../src/domain/project/records.ts';
import { describeQuote } from '../../src/domain/text/quote.ts';
import { readTranscript } from '../../src/formats/transcripts/registry.ts';
import { MemoryStore } from '../../src/storage/memory.ts';
import { systemClock, uuidSource } from '../../src/system/clock-and-ids.ts';

const ACTOR = { id: 'local' };
const TEXT = 'a'.repeat(400);
const AT_ONCE = 1_000;

class Noting extends MemoryStore {
  snapshots = 0;

  override saveSnapshot(): Promise<void> {
    this.snapshots++;
    return Promise.resolve();
  }
}

/** So many passages, no two alike. */
const passages = ({ id, textHash }: Transcript, from: number): NewExcerpt[] =>
  Array.from({ length: AT_ONCE }, (_, i) => {
    const start = (from + i) % 200;
    const span = { start, end: start + 1 + Math.floor((from + i) / 200) };
    return {
      ...{ id: `e${from + i}` as ExcerptId, transcriptId: id, textHash, themeIds: [], typeIds: [] },
      anchor: describeQuote(TEXT, span),
      memo: 'm',
    };
  });

async function interview(workspace: Workspace): Promise<{ id: ProjectId; transcript: Transcript }> {
  const settings = { name: 'P', language: 'fi', approach: 'theory-guided' } as const;
  const id = await createProject(workspace, { ...settings, researchQuestions: [] }, ACTOR);
  const files = [{ name: 'H1.txt', bytes: Buffer.from(TEXT) }];
  const reader = { read: readTranscript, filesIn: () => null };
  const { imported } = await uploadTranscripts(workspace, reader, id, files, ACTOR);
  return { id, transcript: imported[0]!.transcript };
}

describe('snapshots', () => {
  it('come every two thousand events, and seldomer where a quarter of the excerpts is more', async () => {
    const store = new Noting();
    const workspace = new Workspace({ store, clock: systemClock, ids: uuidSource });
    const { id, transcript } = await interview(workspace);
    const taken: number[] = [];
    for (let made = 0; made < 11_000; made += AT_ONCE) {
      const before = store.snapshots;
      const excerpts = passages(transcript, made);
      await workspace.execute(id, { kind: 'import-codings', coder: 'C', excerpts }, ACTOR);
      if (store.snapshots > before) taken.push(made + AT_ONCE);
    }
    expect(taken).toEqual([2_000, 4_000, 6_000, 8_000, 11_000]);
  });
});
