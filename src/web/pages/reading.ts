import { Router } from 'express';
import { projectParams } from '../api/schemas.ts';
import { madeFile } from '../files/send-file.ts';
import type { Services } from '../services.ts';

/** The file holds its own styles and nothing that runs. */
const STILL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups";

/** The finished report, to be read and not changed: all that a guest sees. */
export function readingPages(services: Services): Router {
  const router = Router();
  router.get('/projects/:p/read', async (req, res) => {
    const { p } = projectParams.parse(req.params);
    const html = services.reportFormats.find(({ extension }) => extension === 'html')!;
    const task = { kind: 'report', extension: html.extension } as const;
    const { bytes } = await madeFile(services, p, task, res);
    res
      .set({ 'Content-Security-Policy': STILL, 'Cache-Control': 'no-store' })
      .type(html.mime)
      .send(bytes);
  });
  return router;
}
