import {
  equivalenceClasses,
  LEAST_CLASS_SIZE,
} from '../../analysis/anonymity/equivalence-classes.ts';
import { attributesInOrder, casesInOrder } from '../../project/project.ts';
import type { CheckedReport } from './checked-report.ts';
import type { Finding } from './report-check.ts';

/** As many names as a reader of the check takes in. */
const LISTED = 12;

/**
 * Interviewees whose attributes together are shared by fewer than three: one finding for all of them.
 * Measures are answers, not what others know of a person.
 */
export function rareAttributeFindings({ project }: CheckedReport): Finding[] {
  const cases = casesInOrder(project);
  const told = attributesInOrder(project).filter(
    ({ id, kind }) => kind !== 'measure' && cases.some((one) => id in one.attributes),
  );
  if (told.length === 0) return [];
  const { small } = equivalenceClasses(
    cases.map(({ attributes }) =>
      told.map(({ id }) => (id in attributes ? String(attributes[id]) : null)),
    ),
  );
  const rare = small.flatMap(({ records }) => [...records]).sort((a, b) => a - b);
  if (rare.length === 0) return [];
  const names = rare.slice(0, LISTED).map((i) => cases[i]?.name ?? '');
  return [
    {
      kind: 'rare-attributes',
      level: project.report.settings.appendices.includes('interviews') ? 'warning' : 'note',
      about: 'cases',
      facts: {
        attributes: told.map(({ name }) => name).join(', '),
        names: names.join(', ') + (rare.length > LISTED ? ', …' : ''),
        caseCount: rare.length,
        leastSize: LEAST_CLASS_SIZE,
      },
    },
  ];
}
