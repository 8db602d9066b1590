import type { Project } from '../../domain/project/project.ts';
import {
  APPENDICES,
  BRACKETS,
  entryOf,
  FOOTNOTES,
  QUOTE_RULES,
  REPORT_PARTS,
  SECTION_KINDS,
  TABLE_COUNTS,
  type QuoteStyle,
} from '../../domain/project/report-records.ts';
import { LANGUAGES } from '../../domain/project/records.ts';
import { editedQuote, printedQuote } from '../../domain/reports/printed-quote.ts';
import { OMISSION_SIGNS, QUOTE_PRESETS, quoteStyle } from '../../domain/reports/quote-style.ts';
import type { Translate } from '../i18n.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly current: boolean;
}

export interface ReportSettingsPage {
  readonly base: string;
  readonly sectionsBy: readonly Choice[];
  readonly hasQuestions: boolean;
  readonly rules: readonly Choice[];
  readonly max: string;
  readonly parts: readonly Choice[];
  readonly tells: readonly Choice[];
  readonly tableCounts: readonly Choice[];
  readonly footnotes: readonly Choice[];
  /** Chosen ones first, in their order. */
  readonly appendices: readonly (Choice & { readonly about: string; readonly place: number })[];
  readonly presets: readonly {
    readonly id: string;
    readonly name: string;
    readonly example: string;
  }[];
  readonly style: QuoteStyle;
  readonly signs: readonly string[];
  readonly brackets: readonly Choice[];
  readonly tagBrackets: readonly Choice[];
  readonly tagPlaces: readonly Choice[];
  readonly switches: readonly Choice[];
  readonly language: string;
  readonly example: string;
}

const SWITCHES = ['shortInline', 'italics', 'indent', 'marks'] as const;

export function reportSettingsPage(
  project: Project,
  words: Translate,
  t: Translate,
): ReportSettingsPage {
  const { report, settings } = project;
  const style = quoteStyle(project);
  const of =
    (group: string, current: (id: string) => boolean) =>
    (id: string): Choice => ({
      id,
      name: t(`report-settings.${group}.${id}`),
      current: current(id),
    });
  const { appendices } = report.settings;
  const inOrder = [...appendices, ...APPENDICES.filter((one) => !appendices.includes(one))];
  return {
    base: `/projects/${project.id}`,
    hasQuestions: settings.researchQuestions.length > 0,
    sectionsBy: SECTION_KINDS.map(of('by', (id) => id === report.settings.sectionsBy)),
    rules: QUOTE_RULES.filter((rule) => rule !== 'hand').map((id) => ({
      id,
      name: t(`report-page.rules.${id}`),
      current: id === report.settings.quotes.rule,
    })),
    max: report.settings.quotes.max === null ? '' : String(report.settings.quotes.max),
    parts: REPORT_PARTS.map(of('parts', (id) => !entryOf(report.sections, id)?.hidden)),
    tells: ['counts', 'definitions'].map(
      of('tells', (id) => report.settings[id as 'counts' | 'definitions']),
    ),
    tableCounts: TABLE_COUNTS.map(of('tableCounts', (id) => id === report.settings.tableCounts)),
    footnotes: FOOTNOTES.map(of('footnotes', (id) => id === report.settings.footnotes)),
    appendices: inOrder.map((id, place) => ({
      id,
      name: words(`report.appendix.${id}`),
      about: t(`report-settings.appendices.${id}`),
      current: appendices.includes(id),
      place: place + 1,
    })),
    presets: LANGUAGES.map((id) => ({
      id,
      name: t(`report-settings.presets.${id}`),
      example: exampleOf(QUOTE_PRESETS[id], id, words),
    })),
    style,
    signs: OMISSION_SIGNS,
    brackets: BRACKETS.map(of('brackets', (id) => id === style.brackets)),
    tagBrackets: ['round', 'square'].map(of('tagBrackets', (id) => id === style.tagBrackets)),
    tagPlaces: ['after', 'before'].map(of('tagPlaces', (id) => id === style.tagPlace)),
    switches: SWITCHES.map(of('switches', (id) => style[id as (typeof SWITCHES)[number]])),
    language: settings.language,
    example: exampleOf(style, settings.language, words),
  };
}

/** The same passage in every style: words left out, a clarification, whose words. */
function exampleOf(
  style: QuoteStyle,
  language: (typeof LANGUAGES)[number],
  words: Translate,
): string {
  const [said = '', left = '', put = ''] = words('report-settings.example').split('|');
  const start = said.indexOf(left);
  const end = start + left.length;
  const edits = [
    { kind: 'omit' as const, start, end, text: '' },
    { kind: 'insert' as const, start: end, end, text: put },
  ];
  const { printed, tag, tail } = printedQuote(
    editedQuote(said, edits, style),
    'H4',
    style,
    language,
  );
  return `${printed}\u00a0${tag}${tail}`;
}
