import * as z from 'zod';
import { caseOfSpeaker } from '../../domain/cases/speakers.ts';
import type { TranscriptId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import { line } from './form.ts';

/** What a row speaks of: the role, and the names of its turns. */
const rowKey = z.tuple([z.string()], z.string().nullable());

interface Correction {
  readonly speaker: string | null;
  readonly was: string;
  readonly rename?: string;
  readonly role?: string;
  readonly caseName?: string;
}

interface FileCorrections {
  readonly id: string;
  readonly speakers: Correction[];
  readonly labels: string[];
  readonly swapRoles: boolean;
  readonly eachIsCase: boolean;
}

/**
 * The rows of the form that say something else than the project, as the API takes them. A field of
 * the row `<transcript>.<n>` is called `key.`, `name.`, `role.`, `case.` and `everywhere.` before it;
 * the buttons `swap` and `each` name a transcript.
 */
export function readSpeakersForm(
  project: Project,
  body: unknown,
): { transcripts: FileCorrections[]; everywhere: Correction[] } {
  const fields = textFields(body);
  const files = new Map<string, FileCorrections>();
  const fileOf = (id: string): FileCorrections => {
    const swapRoles = fields.get('swap') === id;
    const eachIsCase = fields.get('each') === id;
    const file = files.get(id) ?? { id, speakers: [], labels: [], swapRoles, eachIsCase };
    files.set(id, file);
    return file;
  };
  const everywhere: Correction[] = [];
  for (const [field, value] of fields) {
    const [kind, id = '', n = ''] = field.split('.');
    if (kind === 'label' && value.trim()) fileOf(id).labels.push(value.trim().replace(/:$/u, ''));
    if (kind !== 'key') continue;
    const row = `${id}.${n}`;
    const corrections = correctionsOf(project, id, row, fields);
    if (corrections.length > 0) fileOf(id).speakers.push(...corrections);
    if (fields.has(`everywhere.${row}`))
      everywhere.push(...corrections.map(({ caseName, ...one }) => one));
  }
  for (const button of ['swap', 'each']) {
    const id = fields.get(button);
    if (id) fileOf(id);
  }
  return { transcripts: [...files.values()], everywhere };
}

const textFields = (body: unknown): Map<string, string> =>
  new Map(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  );

/** One for each name of the row, where anything of it is new. */
function correctionsOf(
  project: Project,
  id: string,
  row: string,
  fields: ReadonlyMap<string, string>,
): Correction[] {
  const [was, ...names] = keyIn(fields.get(`key.${row}`) ?? '');
  const name = (fields.get(`name.${row}`) ?? '').trim();
  const role = fields.get(`role.${row}`);
  const caseName = (fields.get(`case.${row}`) ?? '').trim();
  const transcript = project.transcripts.get(id as TranscriptId);
  return names.flatMap((speaker) => {
    const own = transcript && project.cases.get(caseOfSpeaker(transcript, speaker))?.name;
    const isInterviewee = (role ?? was) === 'interviewee';
    const changes = {
      ...(name && name !== speaker ? { rename: name } : {}),
      ...(role !== undefined && role !== was ? { role } : {}),
      ...(isInterviewee && caseName && caseName !== own ? { caseName } : {}),
    };
    return Object.keys(changes).length === 0 ? [] : [{ speaker, was, ...changes }];
  });
}

const keyIn = (json: string): z.infer<typeof rowKey> => {
  try {
    return rowKey.parse(JSON.parse(json));
  } catch {
    return ['other'];
  }
};

const quick = z.object({
  do: z.enum(['merge', 'asks', 'each', 'text']),
  transcript: line,
  name: line,
  into: line,
});

/** What a button beside something to look at does. */
export function quickCorrection(body: unknown): object {
  const { do: what, transcript: id, name: speaker, into } = quick.parse(body ?? {});
  switch (what) {
    case 'merge':
      return { everywhere: [{ speaker, rename: into }] };
    case 'asks':
      return { everywhere: [{ speaker, role: 'interviewer' }] };
    case 'each':
      return { transcripts: [{ id, eachIsCase: true }] };
    case 'text':
      return { transcripts: [{ id, speakers: [{ speaker, role: 'text' }] }] };
  }
}
