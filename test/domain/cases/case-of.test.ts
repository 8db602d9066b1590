import { describe, expect, it } from 'vitest';
import { caseOf, casesIn } from '../../../src/domain/cases/case-of.ts';
import type { CaseId } from '../../../src/domain/ids.ts';
import { applyEvent } from '../../../src/domain/project/evolve.ts';
import { Journal } from '../project/journal.ts';
import { newTranscript } from '../project/moves.ts';

const TURNS = [
  { start: 0, end: 10, body: 0, speaker: 'Leader', role: 'interviewer' },
  { start: 10, end: 20, body: 12, speaker: 'S1', role: 'interviewee' },
  { start: 20, end: 40, body: 22, speaker: 'S2', role: 'interviewee' },
] as const;

function group() {
  const journal = new Journal();
  journal.run({
    kind: 'add-transcripts',
    transcripts: [
      {
        ...newTranscript(1, 'Group'),
        turns: TURNS,
        length: 40,
        speakers: [
          { speaker: 'S1', caseName: 'Anna', wordCount: 2 },
          { speaker: 'S2', caseName: 'Bertta', wordCount: 3 },
        ],
      },
    ],
  });
  const { project } = journal;
  const [transcript] = project.transcripts.values();
  return { journal, project, transcript: transcript! };
}

describe('the case of a passage', () => {
  it.each([
    ['in one speaker’s turn', 12, 15, 'Anna'],
    ['in another’s', 25, 30, 'Bertta'],
    ['over both', 15, 30, 'Anna'],
    ['from the question into the answer', 5, 15, 'Anna'],
    ['in the question alone, the transcript’s own', 2, 8, 'Anna'],
  ])('%s', (_, start, end, name) => {
    const { project, transcript } = group();
    const id = caseOf(project, { transcriptId: transcript.id, start, end });
    expect(project.cases.get(id!)?.name).toBe(name);
  });

  it('is the transcript’s where one person speaks', () => {
    const { journal, project, transcript } = group();
    journal.run({
      kind: 'correct-speakers',
      transcripts: [{ ...transcript, caseName: 'Carola', speakers: [] }],
    });
    const [one] = project.cases.values();
    expect(project.cases.size).toBe(1);
    expect(one?.name).toBe('Carola');
    const passage = { transcriptId: transcript.id, start: 25, end: 30 };
    expect(caseOf(project, passage)).toBe(one?.id);
    expect(casesIn(project.transcripts.get(transcript.id)!)).toEqual([one?.id]);
  });
});

describe('a group interview given to another case', () => {
  it('is that case’s where it was the first speaker’s; the others stay who they are', () => {
    const { journal, project, transcript } = group();
    journal.run({ kind: 'change-transcript', id: transcript.id, caseName: 'Carola' });
    const { caseId, speakerCases } = project.transcripts.get(transcript.id)!;
    const nameOf = (id: CaseId) => project.cases.get(id)?.name;
    expect(nameOf(caseId)).toBe('Carola');
    expect(speakerCases.map((one) => nameOf(one.caseId))).toEqual(['Carola', 'Bertta']);
    expect([...project.cases.values()].map(({ name }) => name)).toEqual(['Bertta', 'Carola']);
  });
});

describe('speakers', () => {
  it('are not corrected in a text that has changed', () => {
    const { journal, transcript } = group();
    const corrected = { ...transcript, caseName: 'Anna', speakers: [] };
    for (const wrong of [{ textHash: 'other' }, { turns: TURNS.slice(1) }])
      expect(() =>
        journal.run({ kind: 'correct-speakers', transcripts: [{ ...corrected, ...wrong }] }),
      ).toThrow(expect.objectContaining({ code: 'text-changed' }));
  });

  it('keep a case that something was written about', () => {
    const { journal, project, transcript } = group();
    const bertta = [...project.cases.values()].find(({ name }) => name === 'Bertta')!;
    applyEvent(project, {
      ...{ kind: 'case-changed', id: bertta.id },
      ...{ before: { memo: null }, after: { memo: 'x' } },
    });
    journal.run({
      kind: 'correct-speakers',
      transcripts: [{ ...transcript, caseName: 'Anna', speakers: [] }],
    });
    expect([...project.cases.values()].map(({ name }) => name)).toEqual(['Anna', 'Bertta']);
  });
});
