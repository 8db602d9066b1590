import type { Response } from 'express';
import { countWithin } from '../../app/words-of.ts';
import type { ProjectId } from '../../domain/ids.ts';
import { localsOf } from '../middleware/language.ts';
import type { Services } from '../services.ts';
import { render } from './render.ts';

/** So long words are counted before the page says that they are. */
const COUNTING_MS = 700;

/**
 * Whether the words of a project are counted. Where that takes longer than a moment the page says how
 * far it is and asks again for the rest: who has gone elsewhere asks no more.
 */
export async function areWordsCounted(
  services: Services,
  p: ProjectId,
  tab: 'words' | 'concordance',
  res: Response,
): Promise<boolean> {
  const counted = await countWithin(services.workspace, p, COUNTING_MS);
  if (counted.done === counted.total) return true;
  const frame = {
    title: localsOf(res).t(`nav.${tab}`),
    project: await services.workspace.read(p),
    place: 'analyse' as const,
    tab,
    styles: ['pages', 'analyse', 'charts'],
    scripts: ['analyse'],
  };
  res.set('Refresh', '0');
  render(services, res, 'analyse-counting', frame, { page: counted });
  return false;
}
