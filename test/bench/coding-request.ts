import { nextCoding, type MadeProject } from './make-project.ts';

/** The body with which a page codes a passage that nobody has coded. */
export const codingBody = (project: MadeProject, nth: number): string =>
  JSON.stringify({ ...nextCoding(project, nth), coder: 'Bench' });

export const excerptsPath = ({ id }: MadeProject): string => `/api/v1/projects/${id}/excerpts`;
