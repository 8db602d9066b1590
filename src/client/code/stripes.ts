import { themeTitle } from '../../domain/codebook/tree.ts';
import type { ExcerptId } from '../../domain/ids.ts';
import { lanes } from '../../domain/text/segments.ts';
import { withSoftHyphens } from '../../domain/text/soft-hyphens.ts';
import { h } from '../dom.ts';
import { t } from '../words.ts';
import { model } from './model.ts';
import { state } from './state.ts';
import { scroller, textPane } from './text-pane.ts';
import { openCount } from './threads.ts';

const LANE_PX = 9;
const LINE_PX = 17;

let choose: (id: ExcerptId) => void = () => undefined;
const near = new Set<Element>();

/** Turns are measured when their stretch comes near the screen: a long transcript costs what is seen of it. */
const watcher = new IntersectionObserver(
  (entries) => {
    const come = entries.filter((entry) => entry.isIntersecting && !near.has(entry.target));
    for (const { target, isIntersecting } of entries)
      if (isIntersecting) near.add(target);
      else near.delete(target);
    draw(come.flatMap(({ target }) => [...target.children]));
  },
  { root: scroller, rootMargin: '600px 0px' },
);

/** Draws the named stripes in the margin; `onChoose` hears of a click on one. */
export function startStripes(onChoose: (id: ExcerptId) => void): void {
  choose = onChoose;
  for (const stretch of textPane.children) watcher.observe(stretch);
  whenWidthChanges(drawAll);
  void document.fonts.ready.then(drawAll);
}

/** The height changes whenever a stretch is laid out for the first time, and moves no line of a turn. */
function whenWidthChanges(run: () => void): void {
  let known: number | undefined;
  new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width;
    if (known !== undefined && width !== known) run();
    known = width;
  }).observe(textPane);
}

export const drawAll = (): void => draw([...near].flatMap((stretch) => [...stretch.children]));

export function drawStripes(turns: readonly Element[]): void {
  draw(turns.filter((turn) => turn.parentElement && near.has(turn.parentElement)));
}

/** Shows which stripes are the opened excerpt's. */
export function markCurrent(): void {
  for (const stretch of near)
    for (const stripe of stretch.querySelectorAll('.stripe'))
      stripe.classList.toggle('current', stripe.getAttribute('data-e') === state.current);
}

interface Stripe {
  readonly id: string;
  readonly name: string;
  readonly className: string;
  /** Pixels from the top of the turn. */
  readonly start: number;
  readonly end: number;
}

/** All are measured before any is changed, so that the browser lays the page out twice for all of them. */
function draw(turns: readonly Element[]): void {
  const margins = turns.map(marginOf);
  const measuredTurns = turns.map((turn, i) =>
    measured(turn, margins[i]?.getBoundingClientRect().top ?? 0),
  );
  const labelled = measuredTurns.map((stripes, i) => put(stripes, margins[i]));
  const heights = labelled.map((labels) => labels.map(({ label }) => label.offsetHeight));
  labelled.forEach((labels, i) => {
    let free = 0;
    labels.forEach(({ label, start }, nth) => {
      const top = Math.max(start, free);
      free = top + (heights[i]?.[nth] ?? 0);
      label.style.top = `${top}px`;
    });
    const margin = margins[i];
    if (margin) margin.style.minHeight = `${free}px`;
  });
}

interface Label {
  readonly label: HTMLElement;
  readonly start: number;
}

/** Puts bars and names into a margin, each name beside its bar's beginning, from the top down. */
function put(stripes: readonly Stripe[], margin: HTMLElement | undefined): Label[] {
  const laneOf = lanes(stripes);
  const labelLeft = (Math.max(0, ...laneOf) + 1) * LANE_PX + 3;
  const drawn = stripes.map((stripe, i) => {
    const bar = h('i', { class: `bar ${stripe.className}`, 'data-e': stripe.id });
    place(bar, stripe.start, (laneOf[i] ?? 0) * LANE_PX);
    const height = Math.max(12, stripe.end - stripe.start);
    bar.style.height = `${height}px`;
    const label = labelOf(stripe, height);
    place(label, stripe.start, labelLeft);
    return { bar, label, start: stripe.start };
  });
  drawn.sort((a, b) => a.start - b.start);
  margin?.replaceChildren(...drawn.flatMap(({ bar, label }) => [bar, label]));
  return drawn;
}

/** Made when it is first drawn into: the turns nobody comes near need none. */
function marginOf(turn: Element): HTMLElement {
  const known = turn.querySelector<HTMLElement>(':scope > .stripes');
  if (known) return known;
  const margin = h('div', { class: 'stripes' });
  turn.append(margin);
  return margin;
}

/** A name takes as many lines as its bar has, three at most. */
function labelOf(stripe: Stripe, height: number): HTMLButtonElement {
  const label = h(
    'button',
    {
      type: 'button',
      tabindex: -1,
      class: `stripe ${stripe.className}${stripe.id === state.current ? ' current' : ''}`,
      'data-e': stripe.id,
      title: stripe.name,
      onclick: () => choose(stripe.id as ExcerptId),
    },
    // First, so that a long name does not push it out of sight.
    threadMark(stripe.id as ExcerptId),
    withSoftHyphens(stripe.name, textPane.lang),
  );
  label.style.setProperty(
    '--lines',
    String(Math.min(3, Math.max(1, Math.floor(height / LINE_PX)))),
  );
  return label;
}

function threadMark(id: ExcerptId): HTMLElement | null {
  const count = openCount(id);
  if (count === 0) return null;
  const about = t('code.threads', { count });
  return h(
    'span',
    { class: 'thread-mark', title: about },
    String(count),
    h('span', { class: 'out' }, about),
  );
}

function place(element: HTMLElement, top: number, left: number): void {
  element.style.top = `${top}px`;
  element.style.left = `${left}px`;
}

/** One stripe per theme and type of each excerpt in the turn, from its first line to its last. */
function measured(turn: Element, top: number): Stripe[] {
  const edges = new Map<string, { start: number; end: number }>();
  for (const mark of turn.querySelectorAll<HTMLElement>('mark')) {
    const id = mark.dataset['e'] ?? '';
    for (const rect of mark.getClientRects()) {
      const edge = edges.get(id);
      if (!edge) edges.set(id, { start: rect.top - top, end: rect.bottom - top });
      else {
        edge.start = Math.min(edge.start, rect.top - top);
        edge.end = Math.max(edge.end, rect.bottom - top);
      }
    }
  }
  return [...edges].flatMap(([id, edge]) => namesOf(id).map((name) => ({ id, ...name, ...edge })));
}

function namesOf(id: string): { name: string; className: string }[] {
  const excerpt = model.excerpt(id as ExcerptId);
  if (!excerpt) return [];
  const deviant = excerpt.deviant ? ' deviant' : '';
  const { themes, types } = model.project;
  const names = [
    ...excerpt.themeIds.flatMap((theme) => {
      const record = themes.get(theme);
      return record
        ? [{ name: themeTitle(record), className: `theme c${record.colour}${deviant}` }]
        : [];
    }),
    ...excerpt.typeIds.flatMap((type) => {
      const record = types.get(type);
      return record ? [{ name: record.name, className: `type c${record.colour}${deviant}` }] : [];
    }),
  ];
  return names.length > 0
    ? names
    : [
        {
          name: excerpt.memo ? `${t('code.memo')}: ${excerpt.memo}` : t('code.memo'),
          className: 'memo',
        },
      ];
}
