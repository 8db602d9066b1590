import colorString from 'color-string';

export interface ReadColour {
  /** `#rrggbb`, lower case. */
  readonly colour: string;
  /** The file's colour lets others shine through; this one does not. */
  readonly wasTransparent: boolean;
}

/** Nothing that names a colour is longer. */
const LONGEST = 60;

/**
 * A colour by any of the ways in which programs write them: three to eight hexadecimal digits with
 * or without a hash, `rgb()`, `rgba()`, a name of CSS. Null for what is none, or cannot be seen.
 */
export function readColour(text: string): ReadColour | null {
  const written = text.trim();
  if (written.length > LONGEST) return null;
  const [red = 0, green = 0, blue = 0, alpha = 0] =
    colorString.get.rgb(opacityLast(hashed(written))) ?? [];
  if (alpha === 0) return null;
  const colour = `#${[red, green, blue].map(twoDigits).join('')}`;
  return { colour, wasTransparent: alpha < 1 };
}

const hashed = (text: string): string =>
  /^(?:[\da-f]{6}|[\da-f]{8})$/i.test(text) ? `#${text}` : text;

/** .NET writes the opacity first, CSS last; a codebook's colours are opaque, which tells them apart. */
const opacityLast = (text: string): string =>
  /^#ff[\da-f]{6}$/i.test(text) && !/ff$/i.test(text) ? `#${text.slice(3)}` : text;

const twoDigits = (channel: number): string =>
  Math.round(Math.min(255, Math.max(0, channel)))
    .toString(16)
    .padStart(2, '0');
