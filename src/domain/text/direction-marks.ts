const MARKS = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A name without the marks that turn the direction of writing, and without spaces of no width: they
 * make two of one name, and turn the text behind it. Joiners stay, which emoji and scripts need.
 */
export const withoutDirectionMarks = (name: string): string => name.replace(MARKS, '');
