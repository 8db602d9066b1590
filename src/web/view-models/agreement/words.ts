import type {
  AgreementAsked,
  ProjectAgreement,
} from '../../../domain/analysis/agreement/project-agreement.ts';
import { sum } from '../../../domain/analysis/sum.ts';
import type { Project } from '../../../domain/project/project.ts';
import type { Translate } from '../../i18n.ts';
import type { Formats } from '../formats.ts';

/** What words, tables and pages of an agreement are made from. */
export interface AgreementContext {
  readonly project: Project;
  readonly asked: AgreementAsked;
  readonly found: ProjectAgreement;
  readonly t: Translate;
  readonly formats: Formats;
}

export interface Definition {
  readonly name: string;
  readonly text: string;
}

export const coderName = ({ project }: Pick<AgreementContext, 'project'>, id: string): string =>
  project.coders.get(id as never)?.name ?? '';

export const coderNames = (context: AgreementContext): string =>
  listed(
    context,
    context.asked.coderIds.map((id) => coderName(context, id)),
  );

const listed = ({ formats }: AgreementContext, names: readonly string[]): string =>
  new Intl.ListFormat(formats.language, { type: 'conjunction' }).format(names);

/** Units that there are to code, all texts together. */
export const unitsOf = ({ found }: AgreementContext): number =>
  sum(found.texts.map(({ text }) => text.length));

/** Unit, coders, texts and themes in a few sentences: no figure is to be read without them. */
export function definitionOf(context: AgreementContext): string {
  const { asked, found, t, formats } = context;
  const { number } = formats;
  const overlap =
    asked.overlap === 'any'
      ? t('agreement.overlap-any')
      : t('agreement.overlap-least', { share: formats.percent(asked.overlap) });
  return [
    t('agreement.of', {
      coders: coderNames(context),
      transcripts: t('common.transcripts', { count: found.texts.length }),
      themes: t('common.themes', { count: found.themes.length }),
    }),
    t(`agreement.units.${asked.unit}`, { overlap, n: number(unitsOf(context)) }),
    t(asked.interviewer ? 'agreement.interviewer-in' : 'agreement.interviewer-out'),
    t(asked.transcriptIds ? 'agreement.read-chosen' : 'agreement.read-coded'),
  ].join(' ');
}

const UNIT_DEFINITIONS = [
  'percent',
  'cohen',
  'scott',
  'fleiss',
  'gwet',
  'brennan',
  'krippendorff',
] as const;

/** What each figure is, and where it is from. */
export function definitionsOf({ asked, t }: Pick<AgreementContext, 'asked' | 't'>): Definition[] {
  const many = asked.coderIds.length > 2;
  const ids =
    asked.unit === 'segments'
      ? ['matched', 'segment-percent', 'f1', 'segment-kappa']
      : [
          ...UNIT_DEFINITIONS.filter((id) => many || id !== 'fleiss'),
          ...(asked.unit === 'characters' ? ['unitizing', 'unitizing-binary'] : []),
        ];
  return ids.map((id) => ({
    name: t(`agreement.figures.${id}`),
    text: t(`agreement.definitions.${id}`),
  }));
}
