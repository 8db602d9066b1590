import type { SectionChanges } from '../project/report-commands.ts';
import { entryOf, type ReportText } from '../project/report-records.ts';

/**
 * A drafted sentence put into a section's text: in place of the one that was put there before,
 * where that still stands word for word, else before what is written.
 */
export function withDraft(report: ReportText, id: string, draft: string): SectionChanges {
  const text = entryOf(report.texts, id) ?? '';
  const before = entryOf(report.sections, id)?.drafted ?? null;
  if (before !== null && before !== '' && text.includes(before))
    return { text: text.replace(before, () => draft), drafted: draft };
  return { text: text === '' ? draft : `${draft} ${text}`, drafted: draft };
}

/** What became of a drafted sentence since it was put into the text. */
export type DraftState = 'none' | 'current' | 'outdated' | 'rewritten';

export function draftState(text: string, drafted: string | null, sentence: string): DraftState {
  if (drafted === null) return 'none';
  if (!text.includes(drafted)) return 'rewritten';
  return drafted === sentence ? 'current' : 'outdated';
}
