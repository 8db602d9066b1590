import { agreement } from './agreement.ts';
import { analysis } from './analysis.ts';
import { charts } from './charts.ts';
import { codebook } from './codebook.ts';
import { coding } from './coding.ts';
import { importing } from './import.ts';
import { memory } from './memory.ts';
import { open } from './open.ts';
import type { Row } from './row.ts';
import type { Scenario } from './scenario.ts';
import { Scratch } from './scratch.ts';
import { reductions } from './reductions.ts';
import { search } from './search.ts';
import { select } from './select.ts';
import { start } from './start.ts';
import { table, verdict } from './table.ts';
import { team } from './team.ts';
import { writers } from './writers.ts';

// Usage: npm run bench [-- NAME…] [--minutes=N, of the team] [--FLAG-FOR-THE-APPS-NODE…]

const SCENARIOS: readonly Scenario[] = [
  coding,
  writers,
  team,
  open,
  select,
  search,
  codebook,
  reductions,
  analysis,
  charts,
  agreement,
  start,
  memory,
  importing,
];

async function bench(chosen: readonly Scenario[]): Promise<void> {
  const scratch = await Scratch.make();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void scratch.remove().finally(() => process.exit(1)));
  try {
    const rows: Row[] = [];
    for (const { name, measure } of chosen) {
      const begun = performance.now();
      rows.push(...(await measure(scratch)));
      console.error(`${name}: ${((performance.now() - begun) / 1_000).toFixed(1)} s`);
    }
    console.log(`${table(rows)}\n\n${verdict(rows)}`);
  } finally {
    await scratch.remove();
  }
}

function named(names: readonly string[]): readonly Scenario[] {
  const unknown = names.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name));
  if (unknown.length > 0) {
    const known = SCENARIOS.map(({ name }) => name).join(' ');
    throw new RangeError(`no rows are named ${unknown.join(' ')}; there are: ${known}`);
  }
  return names.length === 0 ? SCENARIOS : SCENARIOS.filter(({ name }) => names.includes(name));
}

try {
  await bench(named(process.argv.slice(2).filter((arg) => !arg.startsWith('--'))));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
