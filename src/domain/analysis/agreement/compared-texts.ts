import type { CoderId, TranscriptId } from '../../ids.ts';
import { transcriptsInOrder, type Project } from '../../project/project.ts';
import type { Excerpt, Transcript } from '../../project/records.ts';
import type { Span } from '../../text/span.ts';
import type { CodedText } from './coded-texts.ts';
import { inUnits } from './in-units.ts';
import { withinSpans } from './within-spans.ts';

export const AGREEMENT_UNITS = ['characters', 'turns', 'segments'] as const;
export type AgreementUnit = (typeof AGREEMENT_UNITS)[number];

/** Whose coding is compared, and where. */
export interface Comparison {
  /** Two or more. */
  readonly coderIds: readonly CoderId[];
  /** All of the coders read these; null: those that two of them coded something in. */
  readonly transcriptIds: readonly TranscriptId[] | null;
  readonly unit: AgreementUnit;
  /** Whether what the interviewer says is there to be coded. */
  readonly interviewer: boolean;
}

/** One transcript as the coders coded it, in the unit of the comparison. */
export interface ComparedText {
  readonly transcript: Transcript;
  readonly text: CodedText;
  /** Where a stretch in that unit lies in the transcript. */
  readonly spanOf: (stretch: Span) => Span;
}

/**
 * The transcripts that two coders or more read, in order. Passages that were lost are no codings;
 * passages with types or memos alone carry no theme, but show that their coder was there.
 */
export function comparedTexts(project: Project, comparison: Comparison): ComparedText[] {
  const { coderIds, transcriptIds } = comparison;
  const excerpts = excerptsByTranscript(project, new Set(coderIds));
  const wanted = transcriptIds && new Set(transcriptIds);
  return transcriptsInOrder(project).flatMap((transcript) => {
    if (wanted && !wanted.has(transcript.id)) return [];
    const own = excerpts.get(transcript.id) ?? [];
    const there = wanted
      ? coderIds
      : coderIds.filter((id) => own.some((one) => one.coderId === id));
    if (there.length < 2) return [];
    const text = {
      length: transcript.length,
      coderIds: there,
      codings: own.map(insideOf(transcript)),
    };
    return [{ transcript, ...inUnitOf(transcript, text, comparison) }];
  });
}

function excerptsByTranscript(
  project: Project,
  coderIds: ReadonlySet<CoderId>,
): Map<TranscriptId, Excerpt[]> {
  const found = new Map<TranscriptId, Excerpt[]>();
  for (const excerpt of project.excerpts.values()) {
    if (excerpt.status === 'lost' || !coderIds.has(excerpt.coderId)) continue;
    const list = found.get(excerpt.transcriptId);
    if (list) list.push(excerpt);
    else found.set(excerpt.transcriptId, [excerpt]);
  }
  return found;
}

/** A passage as far as its text reaches. */
const insideOf =
  ({ length }: Transcript) =>
  ({ coderId, themeIds, start, end }: Excerpt) => ({
    ...{ coderId, themeIds },
    start: Math.min(start, length - 1),
    end: Math.min(end, length),
  });

function inUnitOf(
  transcript: Transcript,
  text: CodedText,
  { unit, interviewer }: Comparison,
): Omit<ComparedText, 'transcript'> {
  if (unit !== 'turns' && interviewer) return { text, spanOf: (stretch) => stretch };
  const spans = speechIn(transcript, interviewer);
  if (unit !== 'turns') return withinSpans(text, spans);
  return {
    text: inUnits(text, spans),
    spanOf: ({ start, end }) => ({ start: spans[start]!.start, end: spans[end - 1]!.end }),
  };
}

/** What is said, turn by turn, without the labels. */
const speechIn = ({ turns }: Transcript, interviewer: boolean): Span[] =>
  turns
    .filter(({ role, body, end }) => body < end && (interviewer || role !== 'interviewer'))
    .map(({ body, end }) => ({ start: body, end }));
