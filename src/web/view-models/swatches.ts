import { COLOUR_COUNT } from '../../domain/codebook/colours.ts';
import type { Translate } from '../i18n.ts';

/** A colour of the palette by its place and its name. */
export interface Swatch {
  readonly value: number;
  readonly name: string;
}

export const swatches = (t: Translate): Swatch[] =>
  Array.from({ length: COLOUR_COUNT }, (_, i) => ({ value: i + 1, name: t(`colours.${i + 1}`) }));
