/**
 * Quotes by interviewee (H1–H7) and section (4.1.1, 4.1.2, 4.1.3, 4.2, 4.3.1–4.3.4) of a Finnish
 * master's thesis, its Table 2; distances and joins computed from them with SciPy
 * (scipy.spatial.distance, scipy.cluster.hierarchy.average).
 */
export const THESIS_COUNTS = [
  [0, 0, 1, 4, 2, 0, 1, 2],
  [2, 2, 2, 1, 1, 1, 0, 1],
  [1, 1, 0, 1, 1, 0, 1, 1],
  [1, 3, 2, 1, 2, 1, 0, 2],
  [0, 3, 2, 4, 1, 0, 1, 1],
  [0, 0, 3, 1, 1, 1, 0, 1],
  [0, 1, 1, 1, 0, 1, 0, 1],
] as const;

/** The half below the diagonal, row by row. */
export const THESIS_BRAY_CURTIS = [
  [],
  [0.6],
  [0.4, 0.366667],
  [0.483333, 0.183333, 0.333333],
  [0.316667, 0.366667, 0.416667, 0.333333],
  [0.471429, 0.4, 0.571429, 0.380952, 0.52381],
  [0.5, 0.3, 0.5, 0.3, 0.35, 0.371429],
] as const;

export const THESIS_JACCARD = [
  [],
  [0.5],
  [0.428571, 0.375],
  [0.5, 0, 0.375],
  [0.166667, 0.375, 0.285714, 0.375],
  [0.333333, 0.285714, 0.625, 0.285714, 0.428571],
  [0.571429, 0.285714, 0.625, 0.285714, 0.428571, 0.333333],
] as const;

/** Cluster ids: 0–6 are H1–H7, 7 and up the joins in their order. */
export const THESIS_MERGES = [
  { a: 1, b: 3, height: 0.183333, size: 2 },
  { a: 6, b: 7, height: 0.3, size: 3 },
  { a: 0, b: 4, height: 0.316667, size: 2 },
  { a: 5, b: 8, height: 0.384127, size: 4 },
  { a: 2, b: 9, height: 0.408333, size: 3 },
  { a: 10, b: 11, height: 0.45, size: 7 },
] as const;

export const THESIS_DEVIANCE = [
  0.434127, 0.265873, 0.34127, 0.214683, 0.303968, 0.392063, 0.280952,
] as const;
