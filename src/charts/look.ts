/** What a stroke or an area is for; its colour is the look's. */
export type Paint = 'ink' | 'soft' | 'line' | 'paper' | 'mark' | 'pale' | 'band';

/** How a chart is dressed: for the page, whose style sheets colour it, or for a file of its own. */
export interface Look {
  /** Begins every id in the drawing: several may stand on a page. */
  readonly id: string;
  readonly paint: Readonly<Record<Paint, string>>;
  /** From nothing to the most: the area's colour and that of figures on it. */
  readonly shades: readonly { readonly fill: string; readonly ink: string }[];
  /** Whether title and note are drawn; a page has them above the drawing. */
  readonly heading: boolean;
  readonly links: boolean;
  readonly font: string | undefined;
}

/** Shades of a heat map beside "nothing". */
export const SHADE_STEPS = 9;
/** From this shade on a figure is legible only in the light colour. */
const REVERSED_FROM = 6;

const PAINTS = ['ink', 'soft', 'line', 'paper', 'mark', 'pale', 'band'] as const;

/** Coloured by the custom properties `--chart-…`, light and dark; `id` is the chart's on its page. */
export const pageLook = (id: string): Look => ({
  id,
  paint: Object.fromEntries(
    PAINTS.map((paint) => [paint, `var(--chart-${paint})`]),
  ) as Look['paint'],
  shades: Array.from({ length: SHADE_STEPS + 1 }, (_, step) => ({
    fill: `var(--chart-shade-${step})`,
    ink: step < REVERSED_FROM ? 'var(--chart-ink)' : 'var(--chart-reversed)',
  })),
  heading: false,
  links: true,
  font: undefined,
});

/** Ever darker, so that a grey print keeps the order; between 5 and 6 there is none on which neither colour could be read. */
const FILE_SHADES = [
  '#ffffff',
  '#e4f0ef',
  '#cfe4e2',
  '#b5d6d4',
  '#98c5c3',
  '#78b1af',
  '#2a7878',
  '#196364',
  '#0b4f50',
  '#033a3b',
];

/** Dark on white, with everything in it: for a document, a print, a picture. */
export const fileLook = (id = 'chart'): Look => ({
  id,
  paint: {
    ink: '#22201c',
    soft: '#5d574e',
    line: '#d9d4ca',
    paper: '#ffffff',
    mark: '#0b5d5e',
    pale: '#9cc7c5',
    band: '#f1eee7',
  },
  shades: FILE_SHADES.map((fill, step) => ({
    fill,
    ink: step < REVERSED_FROM ? '#22201c' : '#ffffff',
  })),
  heading: true,
  links: false,
  font: "Inter, 'Inter Variable', 'Segoe UI', system-ui, sans-serif",
});
