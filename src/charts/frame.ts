import type { Chart } from './chart.ts';
import type { Look } from './look.ts';
import { el, svgText } from './svg.ts';
import { fitted, labelOf, LINE_HEIGHT } from './text.ts';

/** What a chart is drawn as, in pixels from its own left upper corner. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly string[];
  /** Whether something in it can be clicked: then it is a group, since a picture has no parts. */
  readonly hasLinks?: boolean;
}

/** The width that a page of A4 and a window of 800 pixels have room for. */
export const USUAL_WIDTH = 720;

const TITLE_SIZE = 15;
const NOTE_SIZE = 12;
const EDGE = 16;
const TITLE_LINES = 4;

/** The drawing as an SVG with its name and description, with heading and edge where it is a file. */
export function framed({ title, note, desc }: Chart, look: Look, drawn: Drawn): string {
  const heading = look.heading ? headingOf(title, note, look, drawn.width) : null;
  const edge = look.heading ? EDGE : 0;
  const width = drawn.width + 2 * edge;
  const height = drawn.height + (heading?.height ?? 0) + 2 * edge;
  const isGroup = look.links && drawn.hasLinks === true;
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart',
      role: isGroup ? 'group' : 'img',
      'aria-labelledby': `${look.id}-title`,
      'aria-describedby': `${look.id}-desc`,
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      'font-family': look.font,
    },
    el('title', { id: `${look.id}-title` }, svgText(title)),
    el('desc', { id: `${look.id}-desc` }, svgText(desc)),
    ...(look.heading
      ? [el('rect', { width: '100%', height: '100%', fill: look.paint.paper })]
      : []),
    ...(heading ? [el('g', { transform: `translate(${EDGE} ${EDGE})` }, heading.svg)] : []),
    el('g', { transform: `translate(${edge} ${edge + (heading?.height ?? 0)})` }, ...drawn.parts),
  );
}

function headingOf(
  title: string,
  note: string,
  look: Look,
  width: number,
): { svg: string; height: number } {
  const big = fitted(title, width, TITLE_SIZE, TITLE_LINES);
  const small = fitted(note, width, NOTE_SIZE, TITLE_LINES);
  const bigHeight = big.lines.length * LINE_HEIGHT + 6;
  const smallHeight = small.lines.length * LINE_HEIGHT;
  const svg =
    labelOf(look, big, title, { x: 0, y: bigHeight / 2, size: TITLE_SIZE, weight: 600 }) +
    (note === ''
      ? ''
      : labelOf(look, small, note, {
          x: 0,
          y: bigHeight + smallHeight / 2,
          size: NOTE_SIZE,
          paint: 'soft',
        }));
  return { svg, height: bigHeight + smallHeight + 14 };
}

/** A sentence where there is nothing to draw. */
export function drawnEmpty(sentence: string, look: Look): Drawn {
  const text = fitted(sentence, USUAL_WIDTH - 2 * EDGE, 14, TITLE_LINES);
  const height = text.lines.length * LINE_HEIGHT + 32;
  const place = { x: 0, y: height / 2, size: 14, paint: 'soft' as const };
  return { width: USUAL_WIDTH, height, parts: [labelOf(look, text, sentence, place)] };
}
