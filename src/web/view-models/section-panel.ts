import { themeTitle } from '../../domain/codebook/tree.ts';
import type { ExcerptId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import { entryOf, FIGURES, NO_CHOICE, QUOTE_RULES } from '../../domain/project/report-records.ts';
import { methodDraft } from '../../domain/reports/method-draft.ts';
import type { OutlineEntry } from '../../domain/reports/outline.ts';
import { quoteForEdit } from '../../domain/reports/quote-for-edit.ts';
import { quoteStyle } from '../../domain/reports/quote-style.ts';
import type { QuotesInOrder } from '../../domain/reports/quotes-in-order.ts';
import type { ReportModel } from '../../domain/reports/report-model.ts';
import { themesBelow } from '../../domain/reports/report-sections.ts';
import type { ReportQuote } from '../../domain/reports/report-quote.ts';
import { quotePlace } from '../../domain/reports/section-parts.ts';
import { sectionQuotes } from '../../domain/reports/section-quotes.ts';
import { draftState, type DraftState } from '../../domain/reports/with-draft.ts';
import type { Translate } from '../i18n.ts';

interface Option {
  readonly id: string;
  readonly name: string;
  readonly current: boolean;
}

export interface PanelQuote {
  readonly id: string;
  readonly who: string;
  readonly text: string;
  /** Its example, edited, a deviant case …, in words. */
  readonly marks: readonly string[];
  readonly editHref: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** What stands for it in a text. */
  readonly place: string;
}

/** What is chosen for one section, beside the sheet. */
export interface SectionPanel {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly isHidden: boolean;
  readonly moves: { readonly up: boolean; readonly down: boolean };
  readonly draft: { readonly sentence: string; readonly state: DraftState } | null;
  readonly figures: readonly Option[];
  readonly rules: readonly Option[];
  readonly max: string;
  readonly chosen: readonly PanelQuote[];
  readonly others: readonly PanelQuote[];
  /** Others that are not listed. */
  readonly unlisted: number;
}

/** A quote's edits, with the words as they were said. */
export interface QuotePanel {
  readonly id: string;
  readonly section: string;
  readonly who: string;
  readonly address: string;
  readonly closeHref: string;
  readonly verbatim: string;
  readonly printed: string;
  /** What stands for words left out, as the settings say. */
  readonly omission: string;
  readonly edits: readonly { readonly index: number; readonly text: string }[];
  /** Edits whose words were changed since. */
  readonly lost: readonly string[];
}

/** More quotes than these are not looked through in a list. */
const LISTED = 100;

export interface PanelMaterial {
  readonly project: Project;
  readonly model: ReportModel;
  readonly quotes: QuotesInOrder;
  readonly base: string;
  readonly t: Translate;
  /** Of the report's language. */
  readonly words: Translate;
}

/** Null where the report has no such section. */
export function sectionPanel(material: PanelMaterial, id: string): SectionPanel | null {
  const { project, model, base, t } = material;
  const entry = model.outline.find((one) => one.id === id);
  if (!entry) return null;
  const choice = entryOf(project.report.sections, id) ?? NO_CHOICE;
  const beside = model.outline.filter(({ parentId }) => parentId === entry.parentId);
  const shown = sectionQuotes(project, model.outline, material.quotes, id);
  const quote = panelQuotes(material, entry);
  return {
    id,
    address: `${base}/report/sections/${encodeURIComponent(id)}`,
    title: outlineTitle(entry, t),
    isHidden: entry.hidden,
    moves: { up: beside[0]?.id !== id, down: beside.at(-1)?.id !== id },
    draft: draftOf(material, id),
    figures: FIGURES.map((one) => ({
      id: one,
      name: t(`report-page.figures.${one}`),
      current: one === choice.figure,
    })),
    rules: rulesOf(entry, choice.quotes?.rule ?? null, t),
    max: String(choice.quotes?.max ?? ''),
    chosen: shown.chosen.map((one, i, all) => quote(one, i === 0, i === all.length - 1)),
    others: shown.others.slice(0, LISTED).map((one) => quote(one, true, true)),
    unlisted: Math.max(0, shown.others.length - LISTED),
  };
}

export const outlineTitle = ({ kind, title }: OutlineEntry, t: Translate): string =>
  kind === 'no-question' ? t('report.section.noQuestion') : title;

function rulesOf({ kind }: OutlineEntry, rule: string | null, t: Translate): Option[] {
  const rules = kind === 'theme' ? ['', ...QUOTE_RULES] : ['', 'hand'];
  return rules.map((one) => ({
    id: one,
    name: t(`report-page.rules.${one || 'report'}`),
    current: one === (rule ?? ''),
  }));
}

function draftOf({ project, model }: PanelMaterial, id: string): SectionPanel['draft'] {
  const section = model.sections.find((one) => one.id === id);
  if (!section || section.sentence === '') return null;
  const { sentence, text, drafted } = section;
  return project.cases.size === 0 ? null : { sentence, state: draftState(text, drafted, sentence) };
}

/** The drafted paragraph of the part on material and method. */
export function methodPanel({
  project,
  model,
  words,
}: PanelMaterial): NonNullable<SectionPanel['draft']> {
  const sentence = methodDraft(project, model.method, words);
  const drafted = entryOf(project.report.sections, 'method')?.drafted ?? null;
  return { sentence, state: draftState(model.methodText, drafted, sentence) };
}

function panelQuotes(
  { project, model, base, t, words }: PanelMaterial,
  { id, themeId }: OutlineEntry,
): (quote: ReportQuote, isFirst: boolean, isLast: boolean) => PanelQuote {
  const anchorId = themeId && project.themes.get(themeId)?.anchorId;
  const theme = themeId && project.themes.get(themeId);
  const own = theme ? themeTitle(theme) : '';
  const places = otherPlaces(model, id);
  const below = new Set(
    themesBelow(model.outline, id).flatMap((one) => {
      const known = project.themes.get(one);
      return known ? [themeTitle(known)] : [];
    }),
  );
  return (quote, isFirst, isLast) => {
    const named =
      own && !quote.themes.includes(own)
        ? (quote.themes.find((one) => below.has(one)) ?? quote.themes[0] ?? '')
        : '';
    const elsewhere = (places.get(quote.excerptId) ?? []).filter(
      (place) => !`${named} `.startsWith(`${place} `),
    );
    return {
      id: quote.excerptId,
      who: quote.caseName,
      text: quote.printed,
      marks: [
        ...(quote.excerptId === anchorId ? [t('report-page.marks.anchor')] : []),
        ...(quote.deviant ? [t('report-page.marks.deviant')] : []),
        ...(quote.edits.length > 0 ? [t('report-page.marks.edited')] : []),
        ...(quote.lostEdits.length > 0 ? [t('report-page.marks.lost')] : []),
        ...(quote.status === 'anchored' ? [] : [t('report-page.marks.altered')]),
        named,
        // The sub-theme it has in this section is named already.
        ...(elsewhere.length > 0
          ? [t('report-page.marks.also', { where: elsewhere.join(', ') })]
          : []),
      ].filter(Boolean),
      editHref: editHref(base, id, quote.excerptId),
      isFirst,
      isLast,
      place: quotePlace(words('report-page.place-word'), quote.excerptId),
    };
  };
}

/** By quote, where else it is printed: readers notice when they meet it twice. */
function otherPlaces({ sections }: ReportModel, id: string): Map<ExcerptId, string[]> {
  const places = new Map<ExcerptId, string[]>();
  for (const { id: other, label, name, quotes } of sections)
    if (other !== id)
      for (const { excerptId } of quotes)
        places.set(excerptId, [...(places.get(excerptId) ?? []), label ?? name]);
  return places;
}

const editHref = (base: string, section: string, quote: ExcerptId): string =>
  `${base}/report?${new URLSearchParams({ section, quote }).toString()}#q-${quote}`;

/** Null where there is no such excerpt. */
export function quotePanel(
  { project, quotes, base, t }: PanelMaterial,
  section: string,
  id: ExcerptId,
): QuotePanel | null {
  const quote = quotes.byId.get(id);
  if (!quote) return null;
  const { verbatim, printed, edits, lost } = quoteForEdit(project, id);
  return {
    ...{ id, section, verbatim, printed },
    omission: quoteStyle(project).omission,
    who: quote.caseName,
    address: `${base}/report/quotes/${id}`,
    closeHref: `${base}/report?${new URLSearchParams({ section }).toString()}#q-${id}`,
    edits: edits.map(({ kind, start, end, text }, index) => ({
      index,
      text:
        kind === 'omit'
          ? t('report-page.edit-quote.omitted', { words: verbatim.slice(start, end) })
          : start === end
            ? t('report-page.edit-quote.added', { text })
            : t('report-page.edit-quote.replaced', { words: verbatim.slice(start, end), text }),
    })),
    lost: lost.map(({ words, text }) => (text ? `${words} → [${text}]` : words)),
  };
}
