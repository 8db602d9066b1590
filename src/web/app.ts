import express, { type Express, type RequestHandler } from 'express';
import { api } from './api/api.ts';
import { errors, notFound } from './middleware/errors.ts';
import { projectGate, signedIn } from './middleware/gate.ts';
import { identify } from './middleware/identify.ts';
import { language } from './middleware/language.ts';
import { knownHosts } from './middleware/known-hosts.ts';
import { once } from './middleware/once.ts';
import { asViewer } from './middleware/viewer.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { pages } from './pages/pages.ts';
import type { Services } from './services.ts';

const DAY_MS = 24 * 3600 * 1000;

const noStore: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
};

export function createApp(services: Services): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('views', services.viewsFolder);
  app.set('view engine', 'ejs');
  app.set('view cache', true);
  // A proxy before us speaks HTTPS and says who asks; any other sender of that header is not believed.
  if (services.directory) app.set('trust proxy', 'loopback');
  app.use(language(services.translate));
  app.use(securityHeaders(services.baseUrl));
  app.use(knownHosts(services.allowedHosts));
  app.use(identify(services.directory));
  const gate = projectGate(services.workspace);
  // Behind whatever reads bodies: those forget in whose name they were asked.
  const seen = asViewer(services);
  const onlyPeople = services.directory ? [signedIn] : [];
  // Before the files: an API request need not look for itself on the disk.
  app.use(
    '/api/v1',
    noStore,
    ...onlyPeople,
    express.json({ limit: services.limits.jsonBytes }),
    seen,
    gate,
    once(),
    api(services),
  );
  app.use('/fonts', express.static(`${services.publicFolder}/fonts`, { maxAge: 30 * DAY_MS }));
  app.use(express.static(services.publicFolder, { index: false }));
  app.use(
    ...onlyPeople,
    express.urlencoded({
      extended: false,
      limit: services.limits.jsonBytes,
      // A table of a few hundred rows is one form.
      parameterLimit: 20_000,
    }),
  );
  app.use(seen, gate, once(), pages(services));
  app.use(notFound);
  app.use(errors(services));
  return app;
}
