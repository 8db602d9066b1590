import {
  projectAgreement,
  type AgreementAsked,
  type AgreementFigures,
} from '../../domain/analysis/agreement/project-agreement.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { Translate } from '../i18n.ts';
import { localsOf } from '../middleware/language.ts';
import { asDownload } from '../files/send-file.ts';
import type { Services } from '../services.ts';
import { agreementAsked, ensureTwoCoders } from '../view-models/agreement/asked.ts';
import { agreementRows, agreementSheet } from '../view-models/agreement/file.ts';
import { agreementParagraph } from '../view-models/agreement/paragraph.ts';
import {
  coderName,
  definitionOf,
  definitionsOf,
  type AgreementContext,
} from '../view-models/agreement/words.ts';
import { formatsOf } from '../view-models/formats.ts';
import { route, type ApiRoute } from './route.ts';
import {
  agreementAnswer,
  agreementQuery,
  disagreementPart,
  type AgreementQuery,
} from './schemas-agreement.ts';
import { projectParams } from './schemas.ts';

const FILES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;

/** Why κ has no interval, by unit. */
const NO_INTERVAL: Readonly<Record<AgreementAsked['unit'], string | null>> = {
  characters: 'agreement.no-interval',
  turns: null,
  segments: 'agreement.no-interval-of-passages',
};

/** How far coders agree; where they do not comes first. */
export const agreementRoutes = (services: Services): ApiRoute[] => [
  route({
    method: 'get',
    path: '/projects/:p/analysis/agreement',
    summary: 'Where coders differ, and how far they agree: by theme, pair of coders and pooled',
    params: projectParams,
    query: agreementQuery.extend(disagreementPart.shape),
    response: agreementAnswer,
    handle: async ({ params, query, res }) => {
      const { t, language } = localsOf(res);
      const { project } = await read(services, params.p);
      const context = contextOf(project, query, t, language);
      const { asked, found } = context;
      const reason = NO_INTERVAL[asked.unit];
      return {
        definition: definitionOf(context),
        definitions: definitionsOf(context),
        unit: asked.unit,
        coders: asked.coderIds.map((id) => ({ id, name: coderName(context, id) })),
        transcripts: found.texts.map(({ transcript, text }) => ({
          ...{ id: transcript.id, title: transcript.title },
          ...{ units: text.length, coders: text.coderIds },
        })),
        disagreements: found.disagreements.slice(query.from, query.from + query.limit),
        disagreementCount: found.disagreements.length,
        themes: found.themes.map(({ theme, figures }) => ({
          ...{ id: theme.id, name: theme.name },
          figures: figuresJson(figures, asked.unit === 'turns'),
        })),
        pooled: figuresJson(found.pooled, asked.unit === 'turns'),
        intervalReason: reason === null ? null : t(reason),
        paragraph: agreementParagraph(context),
        revision: project.revision,
      };
    },
  }),
  ...(['xlsx', 'csv', 'txt'] as const).map((extension) => fileRoute(services, extension)),
];

const read = async ({ workspace }: Services, p: ProjectId) => ({
  project: await workspace.read(p),
});

function contextOf(
  project: AgreementContext['project'],
  query: AgreementQuery,
  t: Translate,
  language: AgreementContext['formats']['language'],
): AgreementContext {
  const asked = agreementAsked(project, query);
  ensureTwoCoders(asked);
  const found = projectAgreement(project, asked);
  return { project, asked, found, t, formats: formatsOf(language) };
}

/** Characters are not independent of each other: an interval over them would be far too narrow. */
function figuresJson(figures: AgreementFigures, hasIntervals: boolean): object {
  if (figures.kind === 'segments' || hasIntervals) return figures;
  const { agreement } = figures;
  const pairs = agreement.pairs.map((pair) => ({ ...pair, interval95: null }));
  return { ...figures, agreement: { ...agreement, pairs } };
}

const fileRoute = (services: Services, extension: keyof typeof FILES): ApiRoute =>
  route({
    method: 'get',
    path: `/projects/:p/analysis/agreement.${extension}`,
    summary:
      extension === 'txt'
        ? 'The agreement of coders as a paragraph for the chapter on methods'
        : `The agreement of coders as ${extension}`,
    params: projectParams,
    query: agreementQuery,
    produces: FILES[extension],
    handle: async ({ params, query, res }) => {
      const { project } = await read(services, params.p);
      const { name, language } = project.settings;
      const context = contextOf(project, query, services.translate(language), language);
      asDownload(res, `${name} – ${context.t('nav.agreement')}`, extension);
      res.type(FILES[extension]);
      const { csv, xlsx } = services.chartFiles;
      if (extension === 'txt') res.send(`${agreementParagraph(context)}\n`);
      else if (extension === 'csv') res.send(csv(agreementRows(context), language));
      else res.send(Buffer.from(await xlsx(agreementSheet(context))));
      return undefined;
    },
  });
