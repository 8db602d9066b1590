const DEEPEST = 8;

/** The class that indents a row of a tree; deep trees stop moving to the right. */
export const indentOf = (depth: number): string => `d${Math.min(depth, DEEPEST)}`;
