import type { Span } from '../../domain/text/span.ts';
import { drawCarried, drawCodebook, drawCounts } from './codebook-pane.ts';
import { drawHandles } from './handles.ts';
import { paint } from './highlight.ts';
import { model, type Touched } from './model.ts';
import { state } from './state.ts';
import { drawStripes, markCurrent } from './stripes.ts';
import { redraw } from './text-pane.ts';

interface Waiting {
  readonly spans: Span[];
  codebook: boolean;
  counts: boolean;
}
let waiting: Waiting | null = null;

/** What several changes touch is drawn once, before the next picture is shown. */
export function drawSoon({ spans = [], codebook = false, counts = false }: Partial<Touched>): void {
  if (!waiting) {
    waiting = { spans: [], codebook: false, counts: false };
    requestAnimationFrame(drawWaiting);
  }
  waiting.spans.push(...spans);
  waiting.codebook ||= codebook;
  waiting.counts ||= counts;
}

/** What only writes to the page comes before what measures it: the browser then lays it out seldom. */
function drawWaiting(): void {
  if (!waiting) return;
  const { spans, codebook, counts } = waiting;
  waiting = null;
  const turns = redraw(spans);
  if (codebook) drawCodebook();
  else if (counts) drawCounts();
  drawCarried();
  const excerpt = state.current ? model.excerpt(state.current) : undefined;
  paint('current', excerpt ? [excerpt] : []);
  markCurrent();
  drawStripes(turns);
  drawHandles();
}
