import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MOST_VALUE_CHARACTERS } from '../src/domain/cases/attribute-value.ts';
import { ROLES } from '../src/domain/people/roles.ts';
import { CODEBOOK_COLUMNS } from '../src/formats/codebooks/csv-columns.ts';
import { CODEBOOK_LIMITS } from '../src/formats/codebooks/limits.ts';
import { CODING_COLUMNS } from '../src/formats/codings/columns.ts';
import { REFERENCE_LIMITS } from '../src/domain/theory/reference.ts';
import { REPORT_FORMATS } from '../src/formats/reports/registry.ts';
import { TABLE_EXTENSIONS } from '../src/formats/tables/read-table.ts';
import { TABLE_LIMITS } from '../src/formats/tables/table-of.ts';
import { transcriptExtensions } from '../src/formats/transcripts/registry.ts';
import { PATIENCE } from '../src/web/patience.ts';
import { DEFAULT_LIMITS } from '../src/web/services.ts';
import { root } from './support/start-app.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const readme = read('README.md');

/** The lines of the section with that heading. */
const section = (heading: string): string =>
  readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

describe('the README', () => {
  it('names every ending that can be uploaded, and no other', () => {
    const row = section('Formats')
      .split('\n')
      .find((line) => line.startsWith('| Transcript'));
    const named = [...(row ?? '').matchAll(/`\.(\w+)`/g)].map(([, ending]) => ending);
    expect(named).toEqual(transcriptExtensions());
  });

  it('names every report format, and no other', () => {
    const rows = section('Formats')
      .split('\n')
      .filter((line) => line.startsWith('| Report'));
    const named = rows.map((row) => /`\.(\w+)`/.exec(row)?.[1]);
    expect(named).toEqual(REPORT_FORMATS.map(({ extension }) => extension));
  });

  it('names every column of a codings file', () => {
    for (const column of CODING_COLUMNS) expect(section('Formats')).toContain(column);
  });

  it('names every column of a codebook, and states its limits as they are', () => {
    for (const column of CODEBOOK_COLUMNS) expect(section('Formats')).toContain(`\`${column}\``);
    const { megabytes, themes, levels } = CODEBOOK_LIMITS;
    const limits = `${megabytes} MB, ${themes.toLocaleString('en')} themes, ${levels} levels`;
    expect(section('Limits')).toContain(`| a codebook's file | ${limits} |`);
  });

  it('states the limits of a file of references as they are', () => {
    const { megabytes, references, authors } = REFERENCE_LIMITS;
    const limits = `${megabytes} MB, ${references.toLocaleString('en')} references, ${authors} authors each`;
    expect(section('Limits')).toContain(`| a file of references | ${limits} |`);
  });

  it('names every ending of a table, and states its limits as they are', () => {
    const row = section('Formats')
      .split('\n')
      .find((line) => line.startsWith('| Attributes'));
    const named = [...(row ?? '').matchAll(/`\.(\w+)`/g)].map(([, ending]) => ending);
    expect(named).toEqual([...TABLE_EXTENSIONS]);
    const { rows, columns } = TABLE_LIMITS;
    const limits = `${rows.toLocaleString('en')} rows, ${columns} columns`;
    expect(section('Limits')).toContain(`| a table of attributes or answers | ${limits} |`);
    const characters = MOST_VALUE_CHARACTERS.toLocaleString('en');
    expect(section('Limits')).toContain(`| a value | ${characters} characters |`);
  });

  it('names every setting that main reads, and no other', () => {
    const settings = [...read('src/main.ts').matchAll(/process\.env\['(\w+)'\]/g)].map(
      ([, name]) => name,
    );
    const named = [...section('Settings').matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(settings));
  });

  it('tells of every role, and of what a team needs', () => {
    const teams = section('Teams');
    for (const role of ROLES) expect(teams).toMatch(new RegExp(`^\\| ${role} \\|`, 'm'));
    for (const word of ['BASE_URL', 'people.json', 'reverse_proxy 127.0.0.1:4310', 'proxy_pass'])
      expect(teams).toContain(word);
    const { requestBytes } = DEFAULT_LIMITS;
    expect(teams).toContain(`client_max_body_size ${requestBytes / 1024 / 1024}m;`);
    const [headers, whole, silence] = [
      PATIENCE.headersTimeout / 1_000,
      PATIENCE.requestTimeout / 60_000,
      PATIENCE.silence / 60_000,
    ];
    expect(section('Limits')).toContain(
      `${headers} seconds, ${whole} minutes; ${silence} minutes without a byte`,
    );
  });

  it('states the limits as they are', () => {
    const { fileBytes, requestBytes, filesPerRequest, jsonBytes } = DEFAULT_LIMITS;
    const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;
    const limits = section('Limits');
    expect(limits).toContain(`| one file | ${megabytes(fileBytes)} |`);
    expect(limits).toContain(
      `| one upload | ${megabytes(requestBytes)}, ${filesPerRequest} files |`,
    );
    expect(limits).toContain(`| other requests | ${megabytes(jsonBytes)} |`);
  });

  it('names every command of package.json that people use', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const name of Object.keys(scripts))
      expect(readme).toMatch(new RegExp(`npm (run )?${name}\\b`));
  });

  it('gives every folder of src a row', () => {
    for (const folder of [
      'domain',
      'app',
      'formats',
      'storage',
      'markup',
      'web',
      'client',
      'system',
      'launch',
    ])
      expect(section('Architecture')).toContain(`| \`src/${folder}\` |`);
  });
});
