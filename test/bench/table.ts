import { isMet, ratioOf, type Budget, type Row, type Unit } from './row.ts';

const HEAD = ['row', 'figure', 'yardstick', 'ratio', 'budget', 'met', 'peers'];

/** The rows as a Markdown table whose columns stand under each other. */
export function table(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [head = HEAD, ...body] = cells;
  return [line(head), rule, ...body.map(line)].join('\n');
}

/** How many budgets are met, and which are not. */
export function verdict(rows: readonly Row[]): string {
  const judged = rows.filter((row) => isMet(row) !== null);
  const missed = judged.filter((row) => isMet(row) === false);
  const count = `${judged.length - missed.length} of ${judged.length} budgets are met`;
  return missed.length === 0
    ? `${count}.`
    : [`${count}; not met:`, ...missed.map(({ name }) => `- ${name}`)].join('\n');
}

const NONE = '–';

function cellsOf(row: Row): string[] {
  const met = { true: 'met', false: 'NOT MET', null: NONE }[String(isMet(row))] ?? NONE;
  if ('remark' in row) return [row.name, row.remark, NONE, NONE, NONE, met, NONE];
  const { name, value, unit, yardstick, budget, peers = NONE } = row;
  const ratio = ratioOf(row);
  return [
    name,
    amount(value, unit),
    yardstick === undefined ? NONE : amount(yardstick, unit),
    ratio === null ? NONE : significant(ratio),
    budget ? bound(budget, unit) : NONE,
    met,
    peers,
  ];
}

const bound = ({ of, bound, limit }: Budget, unit: Unit): string =>
  `${bound === 'at most' ? '≤' : '≥'} ${of === 'ratio' ? `${limit} ×` : amount(limit, unit)}`;

const amount = (value: number, unit: Unit): string =>
  `${significant(value)}${unit === '/s' ? '' : ' '}${unit}`;

/** Three significant digits: what is behind them is not the same twice. */
const significant = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 6 });
