import { themesInOrder } from '../../codebook/tree.ts';
import type { ThemeId, TranscriptId } from '../../ids.ts';
import type { Project } from '../../project/project.ts';
import type { Theme } from '../../project/records.ts';
import type { Span } from '../../text/span.ts';
import { comparedTexts, type Comparison, type ComparedText } from './compared-texts.ts';
import { disagreements } from './disagreements.ts';
import type { MatchThreshold } from './segment-matches.ts';
import { segmentsByTheme, type LonePassage, type PairSegments } from './segments-by-theme.ts';
import { agreementByTheme, type ThemeAgreement } from './theme-agreement.ts';
import { unitizingByTheme } from './unitizing-by-theme.ts';
import type { Statistic } from '../statistic.ts';

export interface AgreementAsked extends Comparison {
  /** From which overlap on two passages are the same; of unit `segments`. */
  readonly overlap: MatchThreshold;
  /** Null: those that any of the coders used there. */
  readonly themeId: ThemeId | null;
}

/** A stretch of a transcript that some coders gave a theme and some did not. */
export interface FoundDisagreement extends Span {
  readonly transcriptId: TranscriptId;
  readonly themeId: ThemeId;
  readonly withTheme: readonly string[];
  readonly withoutTheme: readonly string[];
}

/** Units coded or not; characters have Krippendorff's unitizing α as well. */
export interface UnitFigures {
  readonly kind: 'units';
  readonly agreement: ThemeAgreement;
  /** uα; null in turns. */
  readonly unitizing: Statistic | null;
  /** |uα; null in turns. */
  readonly unitizingBinary: Statistic | null;
}

export interface SegmentFigures {
  readonly kind: 'segments';
  readonly pairs: readonly PairSegments[];
}

export type AgreementFigures = UnitFigures | SegmentFigures;

export interface ProjectAgreement {
  readonly texts: readonly ComparedText[];
  /** In the order of the codebook. */
  readonly themes: readonly { readonly theme: Theme; readonly figures: AgreementFigures }[];
  readonly pooled: AgreementFigures;
  /** In reading order. To be read before the figures. */
  readonly disagreements: readonly FoundDisagreement[];
}

/**
 * How far coders agree, theme by theme and on all together. A theme is what was given itself: its
 * subthemes are themes of their own. The pool holds every unit once for each theme.
 */
export function projectAgreement(project: Project, asked: AgreementAsked): ProjectAgreement {
  const texts = comparedTexts(project, asked);
  const themes = themesOf(project, texts, asked.themeId);
  const ids = themes.map(({ id }) => id);
  const coded = texts.map(({ text }) => text);
  if (asked.unit === 'segments') {
    const found = segmentsByTheme(coded, ids, asked.overlap);
    return {
      texts,
      themes: themes.map((theme) => ({
        theme,
        figures: { kind: 'segments', pairs: found.themes.get(theme.id) ?? [] },
      })),
      pooled: { kind: 'segments', pairs: found.pooled },
      disagreements: loneOnes(texts, found.alone),
    };
  }
  const found = agreementByTheme(coded, ids);
  const unitizing = asked.unit === 'characters' ? unitizingByTheme(coded, ids) : null;
  return {
    texts,
    themes: themes.map((theme) => {
      const alpha = unitizing?.themes.get(theme.id) ?? null;
      const agreement = found.themes.get(theme.id)!;
      return {
        theme,
        figures: { kind: 'units', agreement, unitizing: alpha, unitizingBinary: alpha },
      };
    }),
    pooled: {
      kind: 'units',
      agreement: found.pooled,
      unitizing: unitizing?.pooled ?? null,
      unitizingBinary: unitizing?.pooledBinary ?? null,
    },
    disagreements: differing(texts, new Set(ids)),
  };
}

function themesOf(
  project: Project,
  texts: readonly ComparedText[],
  themeId: ThemeId | null,
): Theme[] {
  const used = new Set(
    texts.flatMap(({ text }) => text.codings.flatMap(({ themeIds }) => themeIds)),
  );
  return themesInOrder(project.themes)
    .map(({ theme }) => theme)
    .filter(({ id }) => (themeId === null ? used.has(id) : id === themeId));
}

const differing = (
  texts: readonly ComparedText[],
  themeIds: ReadonlySet<string>,
): FoundDisagreement[] =>
  texts.flatMap(({ transcript, text, spanOf }) =>
    disagreements(text)
      .filter(({ themeId }) => themeIds.has(themeId))
      .map(({ themeId, withTheme, withoutTheme, ...stretch }) => ({
        ...{ transcriptId: transcript.id, themeId: themeId as ThemeId, withTheme, withoutTheme },
        ...spanOf(stretch),
      })),
  );

const loneOnes = (
  texts: readonly ComparedText[],
  alone: readonly LonePassage[],
): FoundDisagreement[] =>
  [...alone]
    .sort((a, b) => a.text - b.text || a.coding.start - b.coding.start)
    .map(({ text, themeId, coding, withoutTheme }) => ({
      transcriptId: texts[text]!.transcript.id,
      themeId: themeId as ThemeId,
      withTheme: [coding.coderId],
      withoutTheme: [withoutTheme],
      ...texts[text]!.spanOf(coding),
    }));
