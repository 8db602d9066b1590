import { describe, expect, it } from 'vitest';
import { countWordsSpoken, keptWords } from '../../../../src/domain/analysis/words/spoken-words.ts';
import { vocabularyOf } from '../../../../src/domain/analysis/words/vocabulary.ts';
import { wordUse, type WordUseOptions } from '../../../../src/domain/analysis/words/word-use.ts';
import type { Settings } from '../../../../src/domain/project/records.ts';
import { buildProject } from '../../../support/build-project.ts';

const TEXTS = {
  H1: 'Haastattelija: Mitä asiakas haluaa?\n\nH1: Niinku asiakas on asiakas. Asiakkaan luottamus, luottamuksen takia.\n',
  H2: 'Haastattelija: Entä luottamus?\n\nH2: Asiakkaat tulevat. Kunnia ja klientti __proto__ constructor.\n',
};

function build(settings: Partial<Settings> = {}) {
  const built = buildProject({
    settings: { language: 'fi', ...settings },
    texts: Object.entries(TEXTS).map(([title, text]) => ({ title, text })),
  });
  for (const transcript of built.project.transcripts.values())
    countWordsSpoken(transcript, built.textOf(transcript.id), vocabularyOf(built.project));
  return built;
}

const usual: WordUseOptions = { by: 'interviewee', caseId: null, limit: 100 };

const told = (built: ReturnType<typeof build>, options: Partial<WordUseOptions> = {}) =>
  Object.fromEntries(
    wordUse(built.project, { ...usual, ...options }).rows.map(({ word, count }) => [word, count]),
  );

describe('words said', () => {
  it('are counted with all their forms, the interviewees’ alone, stop words left out', () => {
    const built = build();
    expect(told(built)).toMatchObject({ asiakas: 4, luottamus: 2, kunnia: 1 });
    expect(told(built)).not.toHaveProperty('niinku');
    const [first] = wordUse(built.project, usual).rows;
    expect(first).toMatchObject({
      word: 'asiakas',
      byCase: [3, 1],
      caseCount: 2,
      forms: [
        { form: 'asiakas', count: 2 },
        { form: 'asiakkaan', count: 1 },
        { form: 'asiakkaat', count: 1 },
      ],
    });
  });

  it('are all counted or stopped', () => {
    const { rows, total, stopped } = wordUse(build().project, usual);
    expect(rows.reduce((sum, { count }) => sum + count, 0) + stopped).toBe(total);
    expect(total).toBe(15);
  });

  it('may be the interviewer’s, everybody’s, or one case’s', () => {
    const built = build();
    expect(told(built, { by: 'interviewer' })).toMatchObject({ asiakas: 1, luottamus: 1 });
    expect(told(built, { by: 'everyone' })).toMatchObject({ asiakas: 5, luottamus: 3 });
    expect(told(built, { caseId: built.caseId('H2') })).toMatchObject({ asiakkaat: 1 });
  });

  it('are hidden with all their forms by a stop word of one’s own', () => {
    const words = told(build({ stopWords: ['asiakas'] }));
    expect(words).not.toHaveProperty('asiakas');
    expect(words).toMatchObject({ luottamus: 2, niinku: 1 });
  });

  it('are counted as one where they are merged', () => {
    const merges = [{ word: 'asiakas', others: ['klientti', 'nobody'] }];
    expect(told(build({ wordMerges: merges }))).toMatchObject({ asiakas: 5 });
  });

  it('may be words that objects have', () => {
    expect(told(build())).toMatchObject({ constructor: 1, proto: 1 });
  });

  it('are told up to a limit, which changes nothing else', () => {
    const { project } = build();
    const all = wordUse(project, usual);
    const two = wordUse(project, { ...usual, limit: 2 });
    expect(two.rows).toEqual(all.rows.slice(0, 2));
    expect([two.total, two.stopped, two.distinct]).toEqual([all.total, all.stopped, all.distinct]);
  });

  it('are kept until the transcript or the language changes', () => {
    const { project, run, transcriptId } = build();
    const id = transcriptId('H1');
    const kept = () => keptWords(project.transcripts.get(id)!, vocabularyOf(project));
    expect(kept()).toBe(kept());
    expect(kept()).toBeDefined();
    run({ kind: 'change-transcript', id, title: 'Another' });
    expect(kept()).toBeUndefined();
    run({ kind: 'change-project', changes: { language: 'sv' } });
    expect(
      keptWords(project.transcripts.get(transcriptId('H2'))!, vocabularyOf(project)),
    ).toBeUndefined();
  });
});
