import { overlaps } from '../domain/text/span.ts';
import { turnIndexAt, type Turn } from '../domain/text/turns.ts';
import { escapeHtml } from './escape.ts';
import { markedText, type Layer } from './marked-text.ts';

/** The part of a turn that is shown and can be selected: what was said, without trailing space. */
export function saidSpan(text: string, turn: Turn): { start: number; end: number } {
  let end = turn.end;
  while (end > turn.body && /\s/.test(text.charAt(end - 1))) end--;
  return { start: turn.body, end };
}

/** One turn of the coding view; `number` counts from 1. */
export function turnHtml(
  text: string,
  turn: Turn,
  number: number,
  layers: readonly Layer[],
): string {
  const said = saidSpan(text, turn);
  const inside = layers.filter((layer) => overlaps(layer, said));
  const who = turn.speaker === null ? '' : `<span class="who">${escapeHtml(turn.speaker)}</span>`;
  return (
    `<section class="turn ${turn.role}" id="t-${number}">` +
    `<a class="number" href="#t-${number}" tabindex="-1">${number}</a>` +
    `<div class="speech">${who}<p class="said" data-start="${said.start}" data-end="${said.end}">` +
    `${markedText(text, said, inside)}</p></div></section>`
  );
}

/** A few turns that the browser lays out together, and only when they come near the screen. */
const STRETCH_LENGTH = 3_000;
/** What a turn's speaker and margins take of the height, as characters of text. */
const TURN_LENGTH = 90;

/**
 * Every turn of a transcript, each with the layers that reach into it, in stretches of about the
 * same height: what a long text costs the browser is what is seen of it.
 */
export function turnsHtml(text: string, turns: readonly Turn[], layers: readonly Layer[]): string {
  const byTurn = layersByTurn(turns, layers);
  let html = '';
  let length = Infinity;
  turns.forEach((turn, i) => {
    if (length >= STRETCH_LENGTH) {
      html += i === 0 ? '<div class="stretch">' : '</div><div class="stretch">';
      length = 0;
    }
    html += turnHtml(text, turn, i + 1, byTurn[i] ?? []);
    length += TURN_LENGTH + turn.end - turn.body;
  });
  return turns.length === 0 ? '' : `${html}</div>`;
}

function layersByTurn(turns: readonly Turn[], layers: readonly Layer[]): Layer[][] {
  const byTurn: Layer[][] = turns.map(() => []);
  for (const layer of layers)
    for (
      let i = turnIndexAt(turns, layer.start);
      i >= 0 && (turns[i]?.start ?? Infinity) < layer.end;
      i++
    )
      byTurn[i]?.push(layer);
  return byTurn;
}
