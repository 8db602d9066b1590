import { once } from 'node:events';
import type { Response } from 'express';
import { auditTrail, type AuditStep } from '../../app/audit-trail.ts';
import { verifyJournal } from '../../app/verify-journal.ts';
import { auditChange, type AuditChange } from '../../domain/audit/audit-change.ts';
import type { ProjectId } from '../../domain/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import { actorName, changeWords, kindName } from '../audit-words.ts';
import { localsOf } from '../middleware/language.ts';
import type { Translate } from '../i18n.ts';
import { asDownload } from '../files/send-file.ts';
import type { Services } from '../services.ts';
import { route, type ApiRoute } from './route.ts';
import * as audit from './schemas-audit.ts';
import { projectParams } from './schemas.ts';

/** So many records of a step are told. */
const TOLD_CHANGES = 20;
const ROWS = 500;

/** Who did what and when, read from the journal. */
export function auditRoutes(services: Services): ApiRoute[] {
  const { workspace } = services;
  return [
    route({
      method: 'get',
      path: '/projects/:p/audit',
      summary: 'Who did what and when, newest first; by person, kind, day or record',
      params: projectParams,
      query: audit.auditQuery,
      response: audit.auditAnswer,
      handle: async ({ params: { p }, query: { before, limit, ...filter }, res }) => {
        const { t } = localsOf(res);
        const from = before === undefined ? { limit } : { limit, before };
        const { steps, next } = await auditTrail(workspace, p, audit.auditFilter(filter), from);
        const project = await workspace.read(p);
        return { steps: steps.map((step) => stepJson(services, project, step, t)), next };
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/audit.csv',
      summary: 'The same as a table, all of it',
      params: projectParams,
      query: audit.auditExportQuery,
      produces: 'text/csv; charset=utf-8',
      handle: async ({ params: { p }, query, res }) => {
        await sendTable(services, p, audit.auditFilter(query), res);
        return undefined;
      },
    }),
    route({
      method: 'get',
      path: '/projects/:p/audit/verify',
      summary: 'Read the journal anew and check its chain of hashes',
      params: projectParams,
      response: audit.verifyAnswer,
      handle: async ({ params: { p } }) => {
        await workspace.read(p);
        return verifyJournal(workspace.store, p);
      },
    }),
  ];
}

function stepJson(services: Services, project: Project, step: AuditStep, t: Translate): object {
  const { first, last, at, actor, command, undoes, redoes, isUndone } = step;
  return {
    ...{ revision: first, at, kind: command, undoes, redoes, isUndone },
    person: { id: actor, name: actorName(services, actor, t) },
    changeCount: last - first + 1,
    changes: changesOf(project, step, TOLD_CHANGES),
  };
}

/** What a step changed, as far as it is told. */
const changesOf = (project: Project, { events }: AuditStep, most: number): AuditChange[] =>
  events.slice(0, most).map((event) => auditChange(project, event));

/** Sent page by page, so that a long journal does not have to be held. */
async function sendTable(
  services: Services,
  p: ProjectId,
  filter: ReturnType<typeof audit.auditFilter>,
  res: Response,
): Promise<void> {
  const { t, language } = localsOf(res);
  const project = await services.workspace.read(p);
  const head = ['when', 'person', 'kind', 'state', 'count', 'changes', 'revision'].map((column) =>
    t(`audit.column.${column}`),
  );
  asDownload(res, `${project.settings.name} ${t('nav.audit')}`, 'csv');
  res.type('text/csv; charset=utf-8').write(services.chartFiles.csv([head], language));
  for (let before: number | null = Infinity; before !== null && !res.destroyed;) {
    const trail = await auditTrail(services.workspace, p, filter, { before, limit: ROWS });
    const rows = trail.steps.map((step) => tableRow(services, project, step, t));
    // The byte order mark is the file's, not each part's.
    const part = rows.length > 0 ? services.chartFiles.csv(rows, language).slice(1) : '';
    if (part !== '' && !res.write(part))
      await Promise.race([once(res, 'drain'), once(res, 'close')]);
    before = trail.next;
  }
  res.end();
}

function tableRow(
  services: Services,
  project: Project,
  step: AuditStep,
  t: Translate,
): (string | number)[] {
  const { first, last, at, actor, command } = step;
  const changes = changesOf(project, step, TOLD_CHANGES).map((one) => changeWords(one, t));
  return [
    at,
    actorName(services, actor, t),
    kindName(command, t),
    stateWords(step, t),
    last - first + 1,
    changes.join('\n'),
    first,
  ];
}

/** "taken back", "takes back change 12", "does change 12 again"; empty for what stands. */
function stateWords({ undoes, redoes, isUndone }: AuditStep, t: Translate): string {
  return [
    undoes === null ? '' : t('audit.undoes', { revision: undoes }),
    redoes === null ? '' : t('audit.redoes', { revision: redoes }),
    isUndone ? t('audit.undone') : '',
  ]
    .filter(Boolean)
    .join(', ');
}
