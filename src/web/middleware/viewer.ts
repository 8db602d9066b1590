import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';
import type { Viewer } from '../../app/workspace.ts';
import { keptName, personOf } from '../person.ts';
import type { Services } from '../services.ts';
import { identityOf } from './identify.ts';

const viewers = new AsyncLocalStorage<Viewer>();

/** Work of the app itself sees everything. */
const everything: Viewer = () => null;

/** Through whose eyes the request that is being answered sees projects. */
export const currentViewer = (): Viewer => viewers.getStore() ?? everything;

/** All that a request reads of projects, it reads as the person who asks. */
export const asViewer =
  (services: Pick<Services, 'translate'>): RequestHandler =>
  (req, res, next) => {
    const { actor } = identityOf(res);
    const viewer: Viewer = ({ settings }) =>
      actor && personOf(services, actor, settings.language, keptName(req));
    viewers.run(viewer, next);
  };
