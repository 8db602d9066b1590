import { describe, expect, it } from 'vitest';
import { reportModel } from '../../../src/domain/reports/report-model.ts';
import { methodDraft } from '../../../src/domain/reports/method-draft.ts';
import { methodFacts } from '../../../src/formats/reports/wording.ts';
import { buildProject } from '../../support/build-project.ts';
import { reportWords } from './report-words.ts';

const built = buildProject({
  settings: { language: 'fi' },
  texts: [{ title: 'H1', text: 'H1: yksi kaksi kolme' }],
  themes: [
    { name: 'Arki', label: '1' },
    { name: 'Aamut', label: '1.1', parent: '1' },
    { name: 'Illat', label: '1.2', parent: '1' },
  ],
  codings: [{ transcript: 'H1', quote: 'yksi', themes: ['1.1'] }],
});

describe('what the files tell of the material', () => {
  it('counts the themes of the codebook, as the drafted paragraph does, whatever is hidden', () => {
    built.run({
      kind: 'change-report-sections',
      sections: ['1.1', '1.2'].map((label) => ({
        id: built.themeId(label),
        changes: { hidden: true },
      })),
    });
    const words = reportWords('fi');
    const model = reportModel(built.project);
    const coding = methodFacts(model, words).find(({ term }) => term === 'Koodaus');
    expect(coding?.text).toContain('3 teemaa');
    expect(methodDraft(built.project, model.method, words)).toContain('kolme teemaa');
    expect(model.method.themeCount).toBe(3);
  });
});
