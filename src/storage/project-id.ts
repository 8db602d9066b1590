import type { ProjectId } from '../domain/ids.ts';

const PROJECT_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Whether a string can name a project: nothing in it can lead out of a folder. */
export const isProjectId = (id: string): id is ProjectId => PROJECT_ID.test(id);

/** What a call with an id that can name nothing is answered with. */
export const notAProjectId = (id: string): RangeError =>
  new RangeError(`not a project id: ${JSON.stringify(id)}`);
