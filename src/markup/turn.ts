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

/** Every turn of a transcript, each with the layers that reach into it. */
export function turnsHtml(text: string, turns: readonly Turn[], layers: readonly Layer[]): string {
  const byTurn = layersByTurn(turns, layers);
  return turns.map((turn, i) => turnHtml(text, turn, i + 1, byTurn[i] ?? [])).join('');
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
