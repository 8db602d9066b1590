import { analysedProject, answered } from './analysis.ts';
import { makeProject, withWorkspace } from './make-project.ts';
import { msOf, timed } from './measuring.ts';
import { meanwhile } from './probe.ts';
import { randomSource } from './random.ts';
import { atMost, type Row } from './row.ts';
import type { Scenario } from './scenario.ts';
import type { Scratch } from './scratch.ts';
import { startApp, startBareServer } from './servers.ts';

/** The analyses beside the tables, and their drawings. */
export const charts: Scenario = {
  name: 'charts',
  async measure(scratch) {
    return [...(await ofThemes(scratch)), ...(await ofWords(scratch))];
  },
};

const QUERIES: readonly (readonly [string, string])[] = [
  ['co-occurrence by overlap', 'analysis/co-occurrence'],
  ['co-occurrence by turn', 'analysis/co-occurrence?rule=turn'],
  ['co-occurrence by case', 'analysis/co-occurrence?rule=case'],
  ['saturation', 'analysis/saturation'],
  ['quote spread', 'analysis/spread'],
  ['coverage of a transcript', 'analysis/coverage'],
  ['co-occurrence matrix as SVG', 'charts/co-occurrence-matrix.svg?rule=case'],
];

async function ofThemes(scratch: Scratch): Promise<Row[]> {
  const { id } = await analysedProject(scratch);
  const app = await startApp(scratch, scratch.path('analysis'));
  const bare = await startBareServer(scratch);
  const rows: Row[] = [];
  for (const [name, path] of QUERIES)
    rows.push(await answered(app, bare, name, `/api/v1/projects/${id}/${path}`));
  const png = `/api/v1/projects/${id}/charts/co-occurrence-matrix.png?rule=case`;
  await app.client.ask(png);
  rows.push({ name: 'the same as PNG', value: await msOf(app.client.ask(png)), unit: 'ms' });
  await Promise.all([app.stop(), bare.stop()]);
  return rows;
}

const TRANSCRIPTS = 1_000;
const WORDS = 9_000;

async function ofWords(scratch: Scratch): Promise<Row[]> {
  const { id } = await scratch.once('words', (folder) =>
    withWorkspace(folder, (workspace) =>
      makeProject(workspace, {
        name: 'words',
        texts: Array.from({ length: TRANSCRIPTS }, (_, i) => wordyText(WORDS, i)),
        themes: 1,
        excerpts: 0,
      }),
    ),
  );
  const app = await startApp(scratch, scratch.path('words'));
  const base = `/api/v1/projects/${id}`;
  const size = '1,000 × 9,000 words';
  await app.client.ask(base);
  const rows: Row[] = [];
  const time = async (name: string, path: string, limit?: number): Promise<void> => {
    let taken = 0;
    const others = await meanwhile(app.client.origin, base, async () => {
      taken = await timed(() => app.client.ask(base + path));
    });
    rows.push(
      {
        name: `${name}, ${size}`,
        value: taken,
        unit: 'ms',
        ...(limit && { budget: atMost(limit) }),
      },
      {
        name: `${name}: other requests meanwhile, longest`,
        value: Math.max(...others),
        unit: 'ms',
      },
    );
  };
  await time('words counted for the first time', '/analysis/words');
  await time('words counted again', '/analysis/words', 100);
  await time('concordance of a usual word', '/analysis/concordance?q=w10');
  await time('concordance of a rare word', '/analysis/concordance?q=w9999');
  await app.stop();
  return rows;
}

const ENDINGS = ['', 'n', 'a', 'ssa', 'sta', 'lle', 'lla', 'kin'];
const STEMS = 20_000;
/** The higher, the more of a text its usual words are. */
const STEEPNESS = 3;

/** Words as often as in speech: a few all the time, most of them seldom; "w10lle" is a form of "w10". */
function wordyText(words: number, seed: number): string {
  const random = randomSource(seed + 1);
  const paragraphs: string[] = [];
  for (let made = 0; made < words;) {
    const length = 1 + random(80);
    const said = Array.from({ length }, () => {
      const rank = Math.floor(STEMS * (random(STEMS) / STEMS) ** STEEPNESS);
      return `w${rank}${ENDINGS[random(ENDINGS.length)] ?? ''}`;
    });
    paragraphs.push(`${paragraphs.length % 2 === 0 ? 'Haastattelija' : 'H1'}: ${said.join(' ')}.`);
    made += length;
  }
  return paragraphs.join('\n\n');
}
