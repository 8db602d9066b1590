import { Router } from 'express';
import type { Services } from '../services.ts';
import { agreementRoutes } from './agreement.ts';
import { roundRoutes } from './rounds.ts';
import { attributeRoutes } from './attributes.ts';
import { attributeFileRoutes } from './attribute-files.ts';
import { caseRoutes } from './cases.ts';
import { surveyRoutes } from './surveys.ts';
import { chartRoutes } from './charts.ts';
import { codebookFileRoutes } from './codebook-files.ts';
import { codebookRoutes } from './codebook.ts';
import { conceptRoutes } from './concepts.ts';
import { excerptRoutes } from './excerpts.ts';
import { frameworkRoutes } from './frameworks.ts';
import { frequencyRoutes } from './frequencies.ts';
import { guideRoutes } from './guide.ts';
import { historyRoutes } from './history.ts';
import { hitRoutes } from './hits.ts';
import { importRoutes } from './imports.ts';
import { openApi } from './openapi.ts';
import { peopleRoutes } from './people.ts';
import { projectRoutes } from './projects.ts';
import { reductionRoutes } from './reductions.ts';
import { reportRoutes } from './report.ts';
import { reportCheckRoutes } from './report-checks.ts';
import { interviewRoutes } from './interviews.ts';
import { speakerRoutes } from './speakers.ts';
import { matrixRoutes } from './matrix.ts';
import { mount, route, type ApiRoute } from './route.ts';
import { themeWorkRoutes } from './theme-work.ts';
import { meetingRoutes } from './meetings.ts';
import { reviewFileRoutes } from './review-files.ts';
import { reviewRoutes } from './reviews.ts';
import { auditRoutes } from './audit.ts';
import { sourceRoutes } from './sources.ts';
import { transcriptRoutes } from './transcripts.ts';
import { typificationRoutes } from './typification.ts';
import { versionRoutes } from './versions.ts';

export const apiRoutes = (services: Services): ApiRoute[] => [
  // Routes are tried in this order: what is asked most comes first.
  ...excerptRoutes(services),
  ...codebookRoutes(services),
  ...themeWorkRoutes(services),
  ...versionRoutes(services),
  ...transcriptRoutes(services),
  ...speakerRoutes(services),
  ...interviewRoutes(services),
  ...caseRoutes(services),
  ...attributeRoutes(services),
  ...attributeFileRoutes(services),
  ...surveyRoutes(services),
  ...projectRoutes(services),
  ...historyRoutes(services),
  ...reportRoutes(services),
  ...chartRoutes(services),
  ...frequencyRoutes(services),
  ...matrixRoutes(services),
  ...typificationRoutes(services),
  ...importRoutes(services),
  ...codebookFileRoutes(services),
  ...frameworkRoutes(services),
  ...conceptRoutes(services),
  ...sourceRoutes(services),
  ...guideRoutes(services),
  ...reductionRoutes(services),
  ...reportCheckRoutes(services),
  ...reviewRoutes(services),
  ...agreementRoutes(services),
  ...auditRoutes(services),
  ...hitRoutes(services),
  ...roundRoutes(services),
  ...meetingRoutes(services),
  ...reviewFileRoutes(services),
  ...peopleRoutes(services),
];

export function api(services: Services): Router {
  const router = Router();
  const routes = apiRoutes(services);
  let document: object | undefined;
  routes.push(
    route({
      method: 'get',
      path: '/openapi.json',
      summary: 'This document',
      handle: () => (document ??= openApi(routes, services.version)),
    }),
  );
  mount(router, routes);
  return router;
}
