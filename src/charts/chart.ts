import type { Merge } from '../domain/analysis/typification/average-linkage.ts';
import type { Language } from '../domain/project/records.ts';

/** What every chart says of itself, in the reader's language, and the numbers behind it. */
interface ChartBase {
  /** The finding's unit and what it is of: it stands above the drawing and is its name. */
  readonly title: string;
  /** Filter, rule and settings under which the numbers hold. */
  readonly note: string;
  /** What the drawing shows, for those who cannot see it. */
  readonly desc: string;
  /** The sentence that stands instead of a drawing with nothing in it. */
  readonly empty: string;
  readonly language: Language;
  /** The same numbers to read, copy and compute with. */
  readonly table: ChartTable;
}

export interface ChartTable {
  readonly columns: readonly string[];
  /** By row, then by column; null where a figure is undefined. */
  readonly rows: readonly (readonly ChartCell[])[];
  /** By row and column, where a page leads to what is behind the figure. */
  readonly links?: readonly (readonly (string | null)[])[];
  /** Likewise, why a figure is undefined. */
  readonly reasons?: readonly (readonly (string | null)[])[];
}

export type ChartCell = string | number | null;

/** Lying bars, so that long names can be read; several series stand below each other, patterned. */
export interface BarChart extends ChartBase {
  readonly kind: 'bars';
  readonly series: readonly string[];
  /** What the length means, e.g. "excerpts". */
  readonly scale: string;
  readonly items: readonly BarItem[];
}

export interface BarItem {
  readonly name: string;
  /** By series; null is drawn as "–". */
  readonly values: readonly (number | null)[];
  /** What stands at the bar's end instead of its number; by series. */
  readonly texts?: readonly string[];
  readonly href?: string;
}

/** Rows by columns, the more the darker; the figures stand in the cells where they fit. */
export interface HeatChart extends ChartBase {
  readonly kind: 'heat';
  /** What the shades mean, e.g. "excerpts". */
  readonly scale: string;
  readonly columns: readonly string[];
  readonly rows: readonly HeatRow[];
}

export interface HeatRow {
  readonly name: string;
  /** By column; null where there is nothing to show, as where a thing meets itself. */
  readonly cells: readonly (HeatCell | null)[];
}

export interface HeatCell {
  /** Null where it is undefined: drawn as "–". */
  readonly value: number | null;
  /** What stands in the cell instead of the number. */
  readonly text?: string;
  readonly href?: string;
}

/** Things on a circle in the order given, and lines between them: the more, the thicker. */
export interface NetworkChart extends ChartBase {
  readonly kind: 'network';
  readonly nodes: readonly { readonly name: string; readonly value: number }[];
  /** Nodes by their place. */
  readonly edges: readonly NetworkEdge[];
}

export interface NetworkEdge {
  readonly a: number;
  readonly b: number;
  readonly value: number;
  readonly name: string;
  readonly href?: string;
}

/** A line over items in their order, with what each adds as bars below it. */
export interface CurveChart extends ChartBase {
  readonly kind: 'curve';
  readonly items: readonly {
    readonly name: string;
    readonly value: number;
    readonly added: number;
  }[];
  /** What the line and the bars are. */
  readonly lineName: string;
  readonly barName: string;
  readonly scale: string;
  /** Stretches of items, from and to by place, both included, each with its name. */
  readonly bands: readonly { readonly from: number; readonly to: number; readonly name: string }[];
  /** Where something is reached. */
  readonly marks: readonly { readonly at: number; readonly name: string }[];
}

/** Where along a text the things of each row stand. */
export interface TimelineChart extends ChartBase {
  readonly kind: 'timeline';
  /** What is counted along the text, e.g. "words". */
  readonly scale: string;
  /** Its length in that unit. */
  readonly length: number;
  readonly rows: readonly { readonly name: string; readonly stretches: readonly Stretch[] }[];
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly href?: string;
}

/** An average-linkage tree: names at the left, distances of 0–1 to the right. */
export interface TreeChart extends ChartBase {
  readonly kind: 'tree';
  /** What the distance is of. */
  readonly scale: string;
  /** A join names them by their place here. */
  readonly names: readonly string[];
  readonly merges: readonly Merge[];
}

export type Chart = BarChart | HeatChart | NetworkChart | CurveChart | TimelineChart | TreeChart;
