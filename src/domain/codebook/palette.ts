/** The palette of public/css/base.css in the light, place 1 first: what a theme's colour is elsewhere. */
export const PALETTE = [
  '#0f766e',
  '#7c3aed',
  '#c2410c',
  '#1d4ed8',
  '#be185d',
  '#8a6100',
  '#3d7a1c',
  '#475569',
  '#0e7490',
  '#7c4a2d',
  '#b91c1c',
  '#a21caf',
] as const;

export const hexOf = (colour: number): string => PALETTE[colour - 1] ?? PALETTE[0];

/** The place whose colour is nearest to `#rrggbb`, by distance in RGB. */
export function nearestColour(hex: string): number {
  const distances = PALETTE.map((one) => distance(channels(one), channels(hex)));
  return distances.indexOf(Math.min(...distances)) + 1;
}

const channels = (hex: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

const distance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0);
