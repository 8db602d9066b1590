import { themeTitle } from '../../domain/codebook/tree.ts';
import type { ExcerptId } from '../../domain/ids.ts';
import { lanes } from '../../domain/text/segments.ts';
import { h } from '../dom.ts';
import { t } from '../words.ts';
import { model } from './model.ts';
import { scroller, textPane } from './text-pane.ts';

const LANE_PX = 9;
const LINE_PX = 17;

let choose: (id: ExcerptId) => void = () => undefined;
const near = new Set<Element>();

/** Turns are measured when they come near the screen: a long transcript costs what is seen of it. */
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) near.delete(target);
      else if (!near.has(target)) {
        near.add(target);
        draw(target as HTMLElement);
      }
    }
  },
  { root: scroller, rootMargin: '600px 0px' },
);

/** Draws the named stripes in the margin; `onChoose` hears of a click on one. */
export function startStripes(onChoose: (id: ExcerptId) => void): void {
  choose = onChoose;
  for (const turn of textPane.children) watcher.observe(turn);
  new ResizeObserver(() => drawStripes([...near])).observe(textPane);
  void document.fonts.ready.then(() => drawStripes([...near]));
}

export function drawStripes(turns: readonly Element[]): void {
  for (const turn of turns) if (near.has(turn)) draw(turn as HTMLElement);
}

interface Stripe {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly className: string;
  /** Pixels from the top of the turn. */
  readonly start: number;
  readonly end: number;
}

function draw(turn: HTMLElement): void {
  const margin = marginOf(turn);
  const stripes = measured(turn, margin.getBoundingClientRect().top);
  const laneOf = lanes(stripes);
  const order = stripes
    .map((_, i) => i)
    .sort((a, b) => (stripes[a]?.start ?? 0) - (stripes[b]?.start ?? 0));
  const labelLeft = (Math.max(0, ...laneOf) + 1) * LANE_PX + 3;
  const drawn = order.flatMap((i) => {
    const stripe = stripes[i];
    if (!stripe) return [];
    const bar = h('i', { class: `bar ${stripe.className}`, 'data-e': stripe.id });
    place(bar, stripe.start, (laneOf[i] ?? 0) * LANE_PX);
    const height = Math.max(12, stripe.end - stripe.start);
    bar.style.height = `${height}px`;
    const label = labelOf(stripe, height);
    place(label, stripe.start, labelLeft);
    return [{ stripe, bar, label }];
  });
  margin.replaceChildren(...drawn.flatMap(({ bar, label }) => [bar, label]));
  // One look at all heights, then one move of all: a turn is laid out twice, however many stripes it has.
  const heights = drawn.map(({ label }) => label.offsetHeight);
  let free = 0;
  drawn.forEach(({ stripe, label }, i) => {
    const top = Math.max(stripe.start, free);
    free = top + (heights[i] ?? 0);
    place(label, top, labelLeft);
  });
  margin.style.minHeight = `${free}px`;
}

/** Made when it is first drawn into: the turns nobody comes near need none. */
function marginOf(turn: HTMLElement): HTMLElement {
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
      class: `stripe ${stripe.className}`,
      'data-e': stripe.id,
      title: stripe.name,
      onclick: () => choose(stripe.id as ExcerptId),
    },
    stripe.name,
  );
  label.style.setProperty(
    '--lines',
    String(Math.min(3, Math.max(1, Math.floor(height / LINE_PX)))),
  );
  return label;
}

function place(element: HTMLElement, top: number, left: number): void {
  element.style.top = `${top}px`;
  element.style.left = `${left}px`;
}

/** One stripe per theme and type of each excerpt in the turn, from its first line to its last. */
function measured(turn: HTMLElement, top: number): Stripe[] {
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
  return [...edges].flatMap(([id, edge]) =>
    namesOf(id).map((name) => ({ id, key: id + name.name, ...name, ...edge })),
  );
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
