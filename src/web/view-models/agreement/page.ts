import { AGREEMENT_UNITS } from '../../../domain/analysis/agreement/compared-texts.ts';
import type { TranscriptId } from '../../../domain/ids.ts';
import { transcriptsInOrder, type Project } from '../../../domain/project/project.ts';
import type { AgreementQuery } from '../../api/schemas-agreement.ts';
import type { Translate } from '../../i18n.ts';
import { themeOptions, type ThemeOption } from '../theme-options.ts';
import { codersOf } from './asked.ts';
import { agreementParagraph } from './paragraph.ts';
import { passagesOf, shownPassage, type Passage } from './passages.ts';
import { agreementTables, type AgreementTable } from './tables.ts';
import { definitionOf, definitionsOf, type AgreementContext, type Definition } from './words.ts';

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly chosen: boolean;
}

export interface AgreementForm {
  readonly base: string;
  readonly coders: readonly Choice[];
  readonly units: readonly Choice[];
  readonly overlaps: readonly Choice[];
  readonly themes: readonly ThemeOption[];
  readonly transcripts: readonly Choice[];
  readonly leavesOutInterviewer: boolean;
  readonly isSegments: boolean;
}

export interface AgreementResult {
  readonly definition: string;
  readonly passages: readonly Passage[];
  /** "1–20 of 312"; empty where nothing differs. */
  readonly position: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly tables: readonly AgreementTable[];
  readonly definitions: readonly Definition[];
  readonly paragraph: string;
  readonly downloads: readonly { readonly name: string; readonly href: string }[];
}

const PER_PAGE = 20;
const OVERLAPS = ['any', '0.25', '0.5', '0.75', '0.9', '1'] as const;

export function agreementForm(
  project: Project,
  query: AgreementQuery,
  coderIds: readonly string[],
  t: Translate,
): AgreementForm {
  return {
    base: `/projects/${project.id}`,
    coders: codersOf(project).map(({ id, name }) => ({
      value: id,
      name,
      chosen: coderIds.includes(id),
    })),
    units: AGREEMENT_UNITS.map((value) => ({
      value,
      name: t(`agreement.unit-names.${value}`),
      chosen: value === query.unit,
    })),
    overlaps: OVERLAPS.map((value) => ({
      value,
      name: value === 'any' ? t('agreement.any-overlap') : `${Number(value) * 100} %`,
      chosen: value === String(query.overlap),
    })),
    themes: themeOptions(project, query.theme),
    transcripts: transcriptsInOrder(project).map(({ id, title }) => ({
      value: id,
      name: title,
      chosen: query.transcripts.includes(id),
    })),
    leavesOutInterviewer: query.interviewer === 'no',
    isSegments: query.unit === 'segments',
  };
}

/** @param textOf the canonical text of a transcript */
export async function agreementResult(
  context: AgreementContext,
  search: string,
  from: number,
  textOf: (id: TranscriptId) => Promise<string>,
): Promise<AgreementResult> {
  const { project, found, t, formats } = context;
  const all = passagesOf(found.disagreements);
  const first = Math.min(from, Math.max(0, all.length - 1));
  const shown = all.slice(first, first + PER_PAGE);
  const passages: Passage[] = [];
  for (const passage of shown) {
    const text = await textOf(passage[0]!.transcriptId);
    passages.push(shownPassage(project, found, passage, text, t));
  }
  const part = (at: number): string =>
    `?${[search, `from=${at}`].filter((one) => one !== '').join('&')}#disagreements`;
  const api = `/api/v1/projects/${project.id}/analysis/agreement`;
  return {
    definition: definitionOf(context),
    passages,
    position:
      all.length === 0
        ? ''
        : t('agreement.position', {
            first: formats.number(first + 1),
            last: formats.number(first + shown.length),
            count: all.length,
          }),
    previous: first > 0 ? part(Math.max(0, first - PER_PAGE)) : null,
    next: first + PER_PAGE < all.length ? part(first + PER_PAGE) : null,
    tables: agreementTables(context),
    definitions: definitionsOf(context),
    paragraph: agreementParagraph(context),
    downloads: ['xlsx', 'csv', 'txt'].map((extension) => ({
      name: t(`agreement.files.${extension}`),
      href: `${api}.${extension}${search === '' ? '' : `?${search}`}`,
    })),
  };
}
