import { tableOf, wantsTexts } from '../../app/count-table.ts';
import type { TextOf } from '../../domain/analysis/text-of.ts';
import { codebookOf } from '../../domain/codebook/codebook-of.ts';
import type { Project } from '../../domain/project/project.ts';
import { writtenChain } from '../../domain/reduction/chain.ts';
import { reportModel } from '../../domain/reports/report-model.ts';
import type { Translate } from '../i18n.ts';
import type { Services } from '../services.ts';
import { namedTable } from '../table-words.ts';
import { figureTable } from '../view-models/figure-table.ts';
import { reductionWords } from '../view-models/reduction-words.ts';
import { summaryTable } from '../view-models/summary-table.ts';
import { tableOptions } from '../api/schemas-frequencies.ts';
import type { FileTask } from './file-task.ts';

/** The words and the writers that files are made with. */
export interface FileTools extends Pick<
  Services,
  | 'reportFormats'
  | 'figureFormats'
  | 'summaryFormats'
  | 'reductionFormats'
  | 'writeCodings'
  | 'writeAttributes'
  | 'translate'
> {
  readonly codebookFormats: Services['codebooks']['formats'];
}

/** What a file is made from. */
interface Source {
  readonly project: Project;
  readonly textOf: TextOf;
}

type Kind = FileTask['kind'];
type TaskOf<K extends Kind> = Extract<FileTask, { readonly kind: K }>;

interface Making<K extends Kind> {
  readonly needsTexts: (task: TaskOf<K>) => boolean;
  readonly make: (
    tools: FileTools,
    task: TaskOf<K>,
    source: Source,
    t: Translate,
  ) => Promise<string | Uint8Array> | string | Uint8Array;
}

const always = (): boolean => true;
const never = (): boolean => false;

const MAKINGS: { readonly [K in Kind]: Making<K> } = {
  report: {
    needsTexts: always,
    make: ({ reportFormats }, { extension }, { project, textOf }, words) =>
      withEnding(reportFormats, extension).write(reportModel(project, { words, textOf }), words),
  },
  'report-answer': {
    needsTexts: never,
    make: (_, __, { project }, words) =>
      JSON.stringify({
        ...project.report,
        model: reportModel(project, { words }),
        revision: project.revision,
      }),
  },
  frequencies: {
    needsTexts: ({ query }) => wantsTexts(query),
    make: ({ figureFormats }, { extension, query }, { project, textOf }, t) => {
      const options = tableOptions(query);
      const table = tableOf(project, options, textOf);
      const named = namedTable(project, table, options, project.settings.language, t);
      return withEnding(figureFormats, extension).write(figureTable(project, named, query, t));
    },
  },
  matrix: {
    needsTexts: never,
    make: ({ summaryFormats }, { extension, options }, { project }, t) =>
      withEnding(summaryFormats, extension).write(summaryTable(project, options, t)),
  },
  reductions: {
    needsTexts: never,
    make: ({ reductionFormats }, { extension, filter }, { project }, t) => {
      const words = { ...reductionWords(t), language: project.settings.language };
      return withEnding(reductionFormats, extension).write(writtenChain(project, filter), words);
    },
  },
  codebook: {
    needsTexts: never,
    make: async ({ codebookFormats }, { extension }, { project }, t) => {
      const format = withEnding(codebookFormats, extension);
      return (await format.write(codebookOf(project), project.settings.language, t)).body;
    },
  },
  codings: {
    needsTexts: always,
    make: ({ writeCodings }, _, { project, textOf }) => writeCodings(project, textOf),
  },
  attributes: {
    needsTexts: never,
    make: ({ writeAttributes }, _, { project }, t) =>
      writeAttributes(project, t('transcripts.case')),
  },
};

const makingOf = <K extends Kind>({ kind }: TaskOf<K>): Making<K> => MAKINGS[kind];

export const needsTexts = (task: FileTask): boolean => makingOf(task).needsTexts(task);

/** Makes a file, in the project's own language. */
export const makeFile = async (
  tools: FileTools,
  task: FileTask,
  source: Source,
): Promise<string | Uint8Array> =>
  makingOf(task).make(tools, task, source, tools.translate(source.project.settings.language));

function withEnding<Format extends { readonly extension: string }>(
  formats: readonly Format[],
  extension: string,
): Format {
  const format = formats.find((one) => one.extension === extension);
  if (!format) throw new RangeError(`no file of that kind ends in ${extension}`);
  return format;
}
