import { reportModel, type ReportModel } from '../../../src/domain/reports/report-model.ts';
import { APPENDICES } from '../../../src/domain/project/report-records.ts';
import type { ReportWords } from '../../../src/domain/reports/report-words.ts';
import type { ConceptId, FrameworkId } from '../../../src/domain/ids.ts';
import { buildProject, type BuiltProject } from '../../support/build-project.ts';

/** Texts that would do something if a format let them. */
export const HOSTILE = [
  '<script>alert(1)</script> and <img src=x onerror=alert(2)>',
  '&lt;b&gt; &amp; &#65; & co',
  "=cmd|' /C calc'!A0",
  '+1 @x -- ... [link](javascript:alert(1)) ![i](http://x/y.png)',
  '| a | b |',
  '`code` ``more`` ~~~ ~gone~ $x$ **bold** __b__ *i* _i_ \\* \\',
  '# heading #',
  '1. list 2) list',
  '- item',
  '> quote',
  '--- dashes',
  '😀 👩‍👩‍👧 \u00e9 \u202eabc',
  'שלום עולם (abc) טקסט',
  'first line\nsecond line\n\n- third paragraph\n=====\nlast',
  '"double" \'single\' ”curly”',
  'https://example.com/?a=1&b=2 www.example.com a@b.example',
  ']]> <!-- x --> <![CDATA[ y',
  '{{name}} $t(report.table.total) %s $' + '{x}',
] as const;

const name = (text: string): string => text.replace(/\s+/g, ' ');

/** The texts that stand in the appendices and between the words of quotes. */
function addBeside({ run, project, transcriptId, excerptIds, themeId }: BuiltProject): void {
  const questions = HOSTILE.map((text, i) => ({ number: `=${i + 1}`, text }));
  run({
    kind: 'set-guide',
    guide: { parts: [{ name: name(HOSTILE[0]), questions }] },
    said: new Map(),
  });
  const frameworkId = 'framework' as FrameworkId;
  const conceptId = 'concept' as ConceptId;
  run({
    kind: 'add-framework',
    framework: { id: frameworkId, name: name(HOSTILE[2]), citation: name(HOSTILE[0]) },
    concepts: [{ id: conceptId, name: name(HOSTILE[2]), definition: HOSTILE[0] }],
    sources: HOSTILE.map((text) => ({ title: name(text), authors: [name(text)] })),
  });
  const sourceIds = [...project.sources.keys()];
  run({ kind: 'change-framework', id: frameworkId, changes: { sourceIds } });
  run({ kind: 'change-theme', id: themeId('Sub'), changes: { conceptId } });
  const interview = { place: name(HOSTILE[2]) };
  run({ kind: 'change-transcript', id: transcriptId('T <u>'), interview });
  HOSTILE.forEach((text, i) => {
    const excerptId = excerptIds[i];
    const edits = [{ kind: 'insert' as const, start: 0, end: 0, text: name(text) }];
    // One quote in three keeps its words as they were said.
    if (excerptId && i % 3 === 0) run({ kind: 'edit-quote', excerptId, edits });
  });
}

/** A report in which every text that people write is hostile. */
export function hostileReport(words?: ReportWords): ReportModel {
  const said = HOSTILE.map((text) => `H1: ${text} #`).join('\n\n');
  const built = buildProject({
    settings: {
      name: 'Project <b>&"\'',
      language: 'en',
      researchQuestions: ['=Why <i>so</i>?\n# not a heading', '1. **What**'],
    },
    texts: [{ title: 'T <u>', caseName: '<H1>|"*', text: said }],
    themes: [
      ...HOSTILE.map((text) => ({ name: name(text), definition: text })),
      { name: 'Sub', label: '1.*', parent: name(HOSTILE[0]) },
    ],
    types: [{ name: '<i>|=type', kind: 'broadest', description: HOSTILE[13] }],
    codings: [
      ...HOSTILE.map((quote) => ({
        transcript: 'T <u>',
        quote,
        themes: [name(quote), 'Sub'],
        types: ['<i>|=type'],
        coder: '=Coder <b>',
        reduction: quote,
        memo: quote,
        deviant: true,
        deviantReason: quote,
        question: '=1',
      })),
      { transcript: 'T <u>', quote: '#', start: said.length - 1, memo: HOSTILE[13] },
    ],
    report: {
      title: HOSTILE[0],
      introduction:
        '# Big\n\n<script>alert(3)</script>\n\n<b onclick=x>**bold**</b> [bad](javascript:alert(4)) [good](https://example.com)\n\n```\nopen fence',
      texts: { Sub: '[ref]\n\n[ref]: javascript:alert(5)\n\n<iframe src=//x>\n\n## Small' },
    },
  });
  addBeside(built);
  built.run({ kind: 'change-report', changes: { settings: { appendices: APPENDICES } } });
  return reportModel(built.project, { textOf: built.textOf, ...(words && { words }) });
}
