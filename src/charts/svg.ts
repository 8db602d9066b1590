import { escapeHtml } from '../markup/escape.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What XML cannot hold, halves of characters among it. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Text as content or attribute of an SVG that also stands as a file of its own. */
export const svgText = (text: string): string => escapeHtml(text.replace(NOT_XML, ''));

/** An element; numbers are written with two decimals at most, attributes without value left out. */
export function el(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${valueOf(value)}"`))
    .join('');
  return content.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${content.join('')}</${name}>`;
}

const valueOf = (value: string | number): string =>
  typeof value === 'number' ? String(px(value)) : svgText(value);

export const px = (value: number): number => Math.round(value * 100) / 100;

/** A link around a part of the drawing; the table beside it is the way by keyboard. */
export const linked = (href: string | undefined, withLinks: boolean, part: string): string =>
  href !== undefined && withLinks ? el('a', { href, tabindex: -1 }, part) : part;
