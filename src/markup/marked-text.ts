import { lanes, segments } from '../domain/text/segments.ts';
import { bySpan, type Span } from '../domain/text/span.ts';
import { escapeHtml } from './escape.ts';

/** One coloured layer over a text: an excerpt has one for each of its themes and types. */
export interface Layer extends Span {
  readonly excerptId: string;
  /** 1–12; 0 for an excerpt that carries only a memo. */
  readonly colour: number;
  readonly shape: 'theme' | 'type' | 'memo';
}

/** What the text needs to know of an excerpt to be marked. */
export interface MarkedExcerpt extends Span {
  readonly id: string;
  readonly themeIds: readonly string[];
  readonly typeIds: readonly string[];
}

interface Coloured {
  readonly colour: number;
}

/** The layers of excerpts, in reading order. */
export function layersOf(
  excerpts: readonly MarkedExcerpt[],
  themes: ReadonlyMap<string, Coloured>,
  types: ReadonlyMap<string, Coloured>,
): Layer[] {
  return [...excerpts]
    .sort((a, b) => bySpan(a, b) || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, start, end, themeIds, typeIds }) => {
      const layer = (shape: Layer['shape'], colour: number): Layer => ({
        excerptId: id,
        start,
        end,
        shape,
        colour,
      });
      const layers = [
        ...themeIds.map((theme) => layer('theme', themes.get(theme)?.colour ?? 0)),
        ...typeIds.map((type) => layer('type', types.get(type)?.colour ?? 0)),
      ];
      return layers.length > 0 ? layers : [layer('memo', 0)];
    });
}

/** Underlines beyond so many would leave the line; what lies deeper shares the last. */
const MAX_LANE = 4;

/** A layer in its lane, with the tag that opens its marks. */
interface Drawn extends Span {
  readonly lane: number;
  readonly tag: string;
}

/**
 * The text of `frame` as HTML: each stretch wrapped in one `<mark>` per layer over it, the layer's
 * underline at the same height from end to end. Joined, the text nodes are the text again.
 */
export function markedText(text: string, frame: Span, layers: readonly Layer[]): string {
  if (layers.length === 0) return escapeHtml(text.slice(frame.start, frame.end));
  const laneOf = lanes(layers);
  const drawn = layers.map((layer, i) => inLane(layer, Math.min(laneOf[i] ?? 0, MAX_LANE)));
  let html = '';
  for (const { start, end, covering } of segments(frame, drawn)) {
    const words = escapeHtml(text.slice(start, end));
    if (covering.length === 1) html += `${covering[0]?.tag}${words}</mark>`;
    else {
      for (const { tag } of [...covering].sort((a, b) => b.lane - a.lane)) html += tag;
      html += words + '</mark>'.repeat(covering.length);
    }
  }
  return html;
}

function inLane({ start, end, shape, colour, excerptId }: Layer, lane: number): Drawn {
  const id = escapeHtml(excerptId);
  return { start, end, lane, tag: `<mark class="${shape} c${colour} l${lane}" data-e="${id}">` };
}
