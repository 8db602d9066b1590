import type { CaseId } from '../../ids.ts';
import { usualStopWords } from '../../language/stop-words.ts';
import { formOf } from '../../language/tokens.ts';
import { casesInOrder, transcriptsInOrder, type Project } from '../../project/project.ts';
import type { Case, Settings } from '../../project/records.ts';
import { keptWords, type SpokenBy, type SpokenWords } from './spoken-words.ts';
import { vocabularyOf, type Vocabulary } from './vocabulary.ts';

export interface WordUseOptions {
  readonly by: SpokenBy;
  /** One case's words alone; everybody's where null. */
  readonly caseId: CaseId | null;
  /** How many of the most used words are told. */
  readonly limit: number;
}

export interface WordRow {
  /** The shortest of the forms that are used often, or the word of a merge. */
  readonly word: string;
  /** The forms counted, the one used most first. */
  readonly forms: readonly { readonly form: string; readonly count: number }[];
  readonly count: number;
  /** By case, in the order of `cases`. */
  readonly byCase: readonly number[];
  readonly caseCount: number;
}

export interface WordUse {
  readonly cases: readonly Case[];
  /** The most used first; of equals, in alphabetical order. */
  readonly rows: readonly WordRow[];
  /** Words said, stop words among them. */
  readonly total: number;
  readonly stopped: number;
  /** Different words beside the stop words, forms of a word once. */
  readonly distinct: number;
}

/**
 * The words that are said most, all forms of a word together and stop words left out. Only what
 * `countWordsSpoken` has counted is there: whoever asks has every transcript counted first.
 */
export function wordUse(project: Project, { by, caseId, limit }: WordUseOptions): WordUse {
  const vocabulary = vocabularyOf(project);
  const cases = casesInOrder(project);
  const parts = transcriptsInOrder(project)
    .flatMap((transcript) => keptWords(transcript, vocabulary) ?? [])
    .filter(
      (part) => (by === 'everyone' || part.by === by) && (caseId ?? part.caseId) === part.caseId,
    );
  const counts = new Float64Array(vocabulary.forms.length);
  for (const part of parts) addTo(counts, part);
  const groups = groupsOfForms(project.settings, vocabulary);
  const { shown, distinct, said } = wordsBy(groups, counts, limit);
  const rows = shown.map((word) => rowOf(word, vocabulary, counts));
  const byCase = countsByCase(parts, groups, shown, cases);
  const order = new Intl.Collator(vocabulary.language);
  const total = sumOf(counts);
  return {
    cases,
    rows: rows
      .map((row, i) => {
        const own = byCase[i] ?? [];
        return { ...row, byCase: own, caseCount: own.filter((count) => count > 0).length };
      })
      .sort((a, b) => b.count - a.count || order.compare(a.word, b.word)),
    total,
    stopped: total - said,
    distinct,
  };
}

/** A plain loop: there are millions of forms in a thousand interviews. */
function addTo(counts: Float64Array, { forms, counts: own }: SpokenWords): void {
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] ?? 0;
    counts[form] = (counts[form] ?? 0) + (own[i] ?? 0);
  }
}

const sumOf = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);

/** Of a merge, its place below 0; of a form, its stem; `STOPPED` for what is left out. */
interface Groups {
  readonly ofForm: Int32Array;
  /** By group below 0. */
  readonly mergedAs: readonly string[];
}

const STOPPED = 0x7fffffff;

interface KeptGroups {
  readonly settings: Settings;
  readonly formCount: number;
  readonly groups: Groups;
}

const known = new WeakMap<Vocabulary, KeptGroups>();

/** Kept until a word list changes or a form comes that was not met before. */
function groupsOfForms(settings: Settings, vocabulary: Vocabulary): Groups {
  const kept = known.get(vocabulary);
  const formCount = vocabulary.forms.length;
  if (kept?.settings === settings && kept.formCount === formCount) return kept.groups;
  const groups = groupedForms(settings, vocabulary);
  known.set(vocabulary, { settings, formCount, groups });
  return groups;
}

function groupedForms(settings: Settings, vocabulary: Vocabulary): Groups {
  const { isStopped, isStemStopped } = stopped(settings, vocabulary);
  const merges = new Map<number, number>();
  settings.wordMerges.forEach(({ word, others }, i) => {
    for (const one of [word, ...others]) {
      const id = vocabulary.stemOf(formOf(one));
      if (id !== undefined) merges.set(id, -1 - i);
    }
  });
  const ofForm = new Int32Array(vocabulary.forms.length);
  vocabulary.stems.forEach((id, form) => {
    ofForm[form] = isStopped.has(form) || isStemStopped.has(id) ? STOPPED : (merges.get(id) ?? id);
  });
  return { ofForm, mergedAs: settings.wordMerges.map(({ word }) => word) };
}

/** A usual stop word is left out as it stands, one that somebody added with all its forms. */
function stopped(settings: Settings, vocabulary: Vocabulary) {
  const usual = new Set(usualStopWords(vocabulary.language));
  const isStopped = new Set<number>();
  const isStemStopped = new Set<number>();
  for (const word of settings.stopWords ?? usual) {
    const form = formOf(word);
    const id = usual.has(form) ? vocabulary.knownIdOf(form) : vocabulary.stemOf(form);
    if (id !== undefined) (usual.has(form) ? isStopped : isStemStopped).add(id);
  }
  return { isStopped, isStemStopped };
}

interface Word {
  readonly group: number;
  readonly mergedAs: string | undefined;
  readonly forms: number[];
  readonly count: number;
}

/** The words said most with their forms, how many different ones there are, and all said of them. */
function wordsBy(
  { ofForm, mergedAs }: Groups,
  counts: Float64Array,
  limit: number,
): { readonly shown: Word[]; readonly distinct: number; readonly said: number } {
  // Merges stand below 0: they come first, then the stems.
  const shift = mergedAs.length;
  const byGroup = new Float64Array(shift + ofForm.length);
  for (let form = 0; form < ofForm.length; form++) {
    const group = ofForm[form] ?? STOPPED;
    if (group !== STOPPED)
      byGroup[shift + group] = (byGroup[shift + group] ?? 0) + (counts[form] ?? 0);
  }
  const countOf = (group: number): number => byGroup[shift + group] ?? 0;
  const said: number[] = [];
  byGroup.forEach((count, i) => {
    if (count > 0) said.push(i - shift);
  });
  const shown = said
    .sort((a, b) => countOf(b) - countOf(a))
    .slice(0, limit)
    .map((group): Word => ({
      ...{ group, mergedAs: mergedAs[-1 - group], forms: [], count: countOf(group) },
    }));
  const wordOf = new Map(shown.map((word) => [word.group, word]));
  ofForm.forEach((group, form) => {
    if (counts[form]) wordOf.get(group)?.forms.push(form);
  });
  return { shown, distinct: said.length, said: sumOf(byGroup) };
}

function rowOf(
  { mergedAs, forms, count }: Word,
  vocabulary: Vocabulary,
  counts: Float64Array,
): Omit<WordRow, 'byCase' | 'caseCount'> {
  const counted = forms
    .map((form) => ({ form: vocabulary.forms[form] ?? '', count: counts[form] ?? 0 }))
    .sort(
      (a, b) => b.count - a.count || a.form.length - b.form.length || (a.form < b.form ? -1 : 1),
    );
  return { word: mergedAs ?? headword(counted), forms: counted, count };
}

/** Of the form used most, this share makes another one usual too. */
const USUAL = 0.2;

/** Most often the shortest usual form is the one in a dictionary: asiakas, not asiakkaan. */
function headword(forms: WordRow['forms']): string {
  const most = forms[0]?.count ?? 0;
  const usual = forms.filter(({ count }) => count >= USUAL * most);
  return usual.reduce(
    (best, { form }) => (form.length < best.length ? form : best),
    usual[0]?.form ?? '',
  );
}

/** By shown word, then by case. */
function countsByCase(
  parts: readonly SpokenWords[],
  { ofForm }: Groups,
  shown: readonly Word[],
  cases: readonly Case[],
): number[][] {
  const rowOfGroup = new Map(shown.map(({ group }, i) => [group, i]));
  const rowOfForm = Int32Array.from(ofForm, (group) => rowOfGroup.get(group) ?? -1);
  const columnOf = new Map(cases.map(({ id }, i) => [id, i]));
  const table = shown.map(() => new Array<number>(cases.length).fill(0));
  for (const { caseId, forms, counts } of parts) {
    const column = columnOf.get(caseId);
    if (column === undefined) continue;
    for (let i = 0; i < forms.length; i++) {
      const place = rowOfForm[forms[i] ?? 0] ?? -1;
      if (place < 0) continue;
      const row = table[place]!;
      row[column] = (row[column] ?? 0) + (counts[i] ?? 0);
    }
  }
  return table;
}
