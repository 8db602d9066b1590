import { wordFile } from '../codebooks/word-file.ts';
import { docxProse } from '../reports/docx-prose.ts';
import { lineRuns, paragraph, run, type Xml } from '../reports/docx-xml.ts';
import { NO_BREAK_SPACE, oneLine } from '../reports/wording.ts';
import type { PrintedMinutes, PrintedThread } from './registry.ts';

/** Minutes as a Word document in the styles of the report. */
export function writeMinutesDocx(minutes: PrintedMinutes): Promise<Uint8Array> {
  const { title, subtitle, people, notes, decisions, discussed, language } = minutes;
  const person = people && [run(`${people.term}: `, { style: 'FactTerm' }), run(people.text)];
  return wordFile(title, language, [
    paragraph('Title', [run(oneLine(title))]),
    paragraph('Subtitle', [run(oneLine(subtitle))]),
    ...(person ? [paragraph('Facts', person)] : []),
    ...(decisions
      ? [heading(1, decisions.heading), ...decisions.made.map((one, i) => decision(one, i + 1))]
      : []),
    ...(notes ? [heading(1, notes.heading), ...docxProse(notes.markdown, 1)] : []),
    heading(1, discussed.heading),
    paragraph('Counts', [run(discussed.about)]),
    ...discussed.groups.flatMap((group) => [
      heading(2, group.title),
      ...group.threads.flatMap(threadBlocks),
    ]),
  ]);
}

const heading = (level: number, text: string): Xml =>
  paragraph(`Heading${level}`, [run(oneLine(text))], { keepNext: true });

const decision = ({ text, by }: { text: string; by: string | null }, number: number): Xml =>
  paragraph('Facts', [
    run(`${number}. `),
    ...lineRuns(text.split('\n')),
    ...(by ? [run(` (${oneLine(by)})`, { style: 'FactTerm' })] : []),
  ]);

function threadBlocks({ quote, tag, verdict, notes, comments, state }: PrintedThread): Xml[] {
  const source = tag ? [run(`${NO_BREAK_SPACE}${oneLine(tag)}`, { style: 'QuoteSource' })] : [];
  const said = comments.map(({ author, when, text }) =>
    paragraph(
      'Facts',
      [run(`${oneLine(author)}, ${when}: `, { style: 'FactTerm' }), ...lineRuns(text.split('\n'))],
      { indent: 567 },
    ),
  );
  const about = [verdict, ...notes, ...(state ? [state] : [])].map(oneLine).join(' · ');
  return [
    paragraph('Quote', [...lineRuns(quote.split('\n')), ...source], { keepNext: true, after: 40 }),
    paragraph('QuoteNote', [run(about)], { keepNext: said.length > 0 }),
    ...said,
  ];
}
