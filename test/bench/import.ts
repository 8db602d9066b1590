import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { makePdf, pdfPage } from '../formats/transcripts/make-files.ts';
import { interviewText, interviewTexts } from './interview-text.ts';
import { inTurn, msOf, repeated, timed } from './measuring.ts';
import { multipart, type GivenFile } from './multipart.ts';
import { meanwhile } from './probe.ts';
import { atLeast, atMost, type Row } from './row.ts';
import type { Scenario } from './scenario.ts';
import type { Scratch } from './scratch.ts';
import { startApp, type RunningServer } from './servers.ts';
import { median, p95 } from './statistics.ts';

const FILES = 50;
const WORDS = 9_000;
const LONG_WORDS = 100_000;
const TIMES = 5;
const PAGES = 200;
const LINES = 58;
const LINE_LENGTH = 78;

/** Uploads through the API, each into a project of its own. */
export const importing: Scenario = {
  name: 'import',
  async measure(scratch) {
    const app = await startApp(scratch, scratch.path('import'));
    const other = `/api/v1/projects/${await newProject(app)}`;
    const many = await imported(scratch, app, other, interviewTexts(FILES, WORDS).map(toFile));
    const long = await imported(scratch, app, other, [interviewText(LONG_WORDS, 1)].map(toFile));
    const survey = await surveyed(app, other);
    const pdf = await imported(scratch, app, other, [pdfOf(interviewText(LONG_WORDS * 2, 2))]);
    await app.stop();
    return [
      ...manyRows(many),
      oneRow('one text of 100,000 words', long, 0.15, 'Taguette 1.4 s, QualCoder 0.005 s'),
      ...othersRows('one text of 100,000 words', long),
      oneRow(`a PDF of ${PAGES} pages`, pdf, 3),
      ...othersRows(`a PDF of ${PAGES} pages`, pdf),
      ...survey,
    ];
  },
};

const toFile = (text: string, i: number): GivenFile => ({
  name: `H${i + 1}.txt`,
  bytes: Buffer.from(text),
});

/** The first pages of a text as a typewriter would set it. */
function pdfOf(text: string): GivenFile {
  const lines = text.split('\n').flatMap(wrapped);
  const pages = Array.from({ length: PAGES }, (_, i) =>
    pdfPage(lines.slice(i * LINES, (i + 1) * LINES)),
  );
  return { name: 'H1.pdf', bytes: Buffer.from(makePdf(pages)) };
}

function wrapped(paragraph: string): string[] {
  const lines = [''];
  for (const word of paragraph.replace(/[^\u0020-\u00ff]/gu, '-').split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length < LINE_LENGTH) lines[lines.length - 1] = `${line} ${word}`.trim();
    else lines.push(word);
  }
  return lines;
}

const RESPONDENTS = 10_000;

/** A survey of two open questions and three attributes, a transcript of each question. */
async function surveyed(app: RunningServer, other: string): Promise<Row[]> {
  const rows = Array.from({ length: RESPONDENTS }, (_, i) =>
    [`V${i}`, 18 + (i % 60), `Ryhmä ${i % 4}`, i % 11, `${ANSWER} Näin ${i}.`, ANSWER].join(';'),
  );
  const bytes = Buffer.from(['Tunnus;Ikä;Ryhmä;NPS;Mikä toimi?;Mikä ei?', ...rows].join('\n'));
  const plan = JSON.stringify({ shape: 'questions' });
  const upload = multipart('file', [{ name: 'survey.csv', bytes }], { plan });
  const taken: number[] = [];
  const others: number[] = [];
  await repeated(TIMES, async () => {
    const path = `/api/v1/projects/${await newProject(app)}/import/survey`;
    const work = async (): Promise<void> =>
      void taken.push(await msOf(app.client.ask(path, upload)));
    others.push(...(await meanwhile(app.client.origin, other, work)));
  });
  const name = `a survey of ${RESPONDENTS.toLocaleString('en')} by question`;
  return [
    { name: `import ${name}`, value: median(taken) / 1_000, unit: 's', budget: atMost(2) },
    ...othersRows(name, { others }),
  ];
}

const ANSWER = 'Palvelu oli nopeaa ja selkeää, ja siksi tulen uudestaan; puhelimessa piti odottaa.';

interface Imported {
  readonly ms: number;
  readonly yardstickMs: number;
  readonly megabytes: number;
  readonly others: readonly number[];
}

async function imported(
  scratch: Scratch,
  app: RunningServer,
  other: string,
  files: readonly GivenFile[],
): Promise<Imported> {
  const upload = multipart('files', files);
  const others: number[] = [];
  const { figure, yardstick } = await inTurn(
    TIMES,
    async () => {
      const path = `/api/v1/projects/${await newProject(app)}/transcripts`;
      let ms = 0;
      const work = async (): Promise<void> => void (ms = await msOf(app.client.ask(path, upload)));
      others.push(...(await meanwhile(app.client.origin, other, work)));
      return ms;
    },
    (nth) =>
      timed(() =>
        writeSynced(
          scratch.path(`import-bare-${files.length}-${files[0]?.name ?? ''}-${nth}`),
          files,
        ),
      ),
  );
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return {
    ms: median(figure),
    yardstickMs: median(yardstick),
    megabytes: bytes / 1e6,
    others,
  };
}

async function newProject({ client }: RunningServer): Promise<string> {
  const { body } = await client.post('/api/v1/projects', { name: 'Import', language: 'fi' });
  return (JSON.parse(body.toString()) as { id: string }).id;
}

/** The least that keeping the files can cost: each written once and synced. */
async function writeSynced(folder: string, files: readonly GivenFile[]): Promise<void> {
  await mkdir(folder);
  for (const { name, bytes } of files) {
    const file = await open(join(folder, name), 'w');
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
  }
}

function manyRows({ ms, yardstickMs, megabytes, others }: Imported): Row[] {
  const name = `import ${FILES} files × 9,000 words`;
  return [
    {
      name: `${name} in one request`,
      value: ms / 1_000,
      unit: 's',
      yardstick: yardstickMs / 1_000,
      budget: atMost(2),
      peers: 'Taguette 41.6 s, QualCoder 0.058 s',
    },
    {
      name: `${name}: throughput`,
      value: (megabytes * 1_000) / ms,
      unit: 'MB/s',
      yardstick: (megabytes * 1_000) / yardstickMs,
      budget: atLeast(5),
    },
    ...othersRows(`${FILES} files × 9,000 words`, { others }),
  ];
}

const othersRows = (name: string, { others }: Pick<Imported, 'others'>): Row[] => [
  {
    name: `import ${name}: other requests meanwhile, p95`,
    value: p95(others),
    unit: 'ms',
    budget: atMost(50),
  },
  {
    name: `import ${name}: other requests meanwhile, longest`,
    value: Math.max(...others),
    unit: 'ms',
  },
];

const oneRow = (
  name: string,
  { ms, yardstickMs }: Imported,
  seconds: number,
  peers?: string,
): Row => ({
  name: `import ${name}`,
  value: ms / 1_000,
  unit: 's',
  yardstick: yardstickMs / 1_000,
  budget: atMost(seconds),
  ...(peers === undefined ? {} : { peers }),
});
