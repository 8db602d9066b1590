import { attributesInOrder, casesInOrder, type Project } from '../../project/project.ts';
import type { Attribute, Measure } from '../../project/records.ts';
import { measureStatistics, type MeasureStatistics } from './measure-statistics.ts';

export interface ProjectMeasure {
  readonly attribute: Attribute;
  readonly measure: Measure;
  readonly statistics: MeasureStatistics;
}

/** Every measure of the project, over all its cases in their order. */
export const measuresOf = (project: Project): ProjectMeasure[] =>
  attributesInOrder(project).flatMap((attribute) => {
    const { id, measure } = attribute;
    if (!measure) return [];
    const answers = casesInOrder(project).map(({ attributes }) => attributes[id]);
    return [{ attribute, measure, statistics: measureStatistics(measure, answers) }];
  });
