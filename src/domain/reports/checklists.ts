import type { AppendixId } from '../project/report-records.ts';
import type { AppendixBlock } from './report-appendix.ts';
import type { AppendixMaterial } from './appendices.ts';
import { checklistFacts, type FactName } from './checklist-facts.ts';

export type ChecklistId = Extract<AppendixId, 'coreq' | 'srqr' | 'braun-clarke'>;

/**
 * What of a checklist the data can say something about, by item; the items' names are this project's
 * own words. Aids for writing, never a score.
 *
 * COREQ: Tong, Sainsbury & Craig 2007, Int. J. Qual. Health Care 19(6), 349–357. SRQR: O'Brien et
 * al. 2014, Academic Medicine 89(9), 1245–1251. Braun & Clarke 2006, Qual. Res. Psych. 3(2), 77–101.
 */
const ITEMS: Readonly<Record<ChecklistId, Readonly<Record<string, readonly FactName[]>>>> = {
  coreq: {
    '9': ['approach', 'frameworks'],
    '12': ['cases'],
    '16': ['attributes'],
    '17': ['guide'],
    '19': ['times'],
    '20': ['memos'],
    '21': ['durations'],
    '22': ['saturation'],
    '24': ['coders'],
    '25': ['themes', 'definitions'],
    '26': ['origins'],
    '27': ['software'],
    '29': ['quotes'],
    '31': ['topThemes'],
    '32': ['subThemes', 'deviants'],
  },
  srqr: {
    '10': ['interviews', 'dates'],
    '11': ['guide'],
    '12': ['cases', 'excerpts'],
    '13': ['words'],
    '14': ['approach', 'themes', 'coders'],
    '15': ['versions', 'memos', 'deviants'],
    '17': ['quotes', 'quotedCases'],
  },
  'braun-clarke': {
    '1': ['words'],
    '2': ['perInterview', 'coverage'],
    '3': ['oneCase'],
    '4': ['excerpts'],
    '5': ['versions'],
    '6': ['definitions'],
    '7': [],
    '8': ['quotes'],
    '9': [],
    '10': ['balance'],
    '11': ['span'],
    '12': ['approach', 'frameworks'],
    '13': [],
    '14': [],
    '15': ['memos'],
  },
};

/** A row an item: its number, what it asks, and what the data say; empty where a person has to. */
export function checklistOf(
  id: ChecklistId,
  caption: string,
  material: AppendixMaterial,
): AppendixBlock[] {
  const { words } = material;
  const facts = checklistFacts(material);
  const rows = Object.entries(ITEMS[id]).map(([number, names]) => [
    number,
    words(`report.aid.${id}.${number}`),
    names
      .map((name) => facts[name]())
      .filter(Boolean)
      .join(' ') || words('report.aid.yourself'),
  ]);
  return [
    { kind: 'paragraph', text: words(`report.aid.${id}.about`) },
    {
      kind: 'table',
      caption,
      columns: ['item', 'asks', 'here'].map((column) => words(`report.appendix.columns.${column}`)),
      rows,
    },
  ];
}
