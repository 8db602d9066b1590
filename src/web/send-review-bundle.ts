import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Response } from 'express';
import { textsOf } from '../app/texts-of.ts';
import type { ProjectId } from '../domain/ids.ts';
import { Rejection } from '../domain/rejection.ts';
import type { Language } from '../domain/project/records.ts';
import { reviewQueue, type QueueFilter } from '../domain/reviews/queue.ts';
import { scriptJson } from './script-json.ts';
import { asDownload } from './files/send-file.ts';
import type { Services } from './services.ts';
import { formatsOf } from './view-models/formats.ts';
import { reviewBundle } from './view-models/review-bundle.ts';

const SCRIPT = 'js/review-file.js';
const STYLES = ['css/base.css', 'css/review.css', 'css/review-file.css'];

/**
 * Sends the excerpts of a queue as one page that needs neither account nor network, in the project's
 * own language.
 *
 * @param reviewer whose queue it is; empty: the file is for whoever opens it
 */
export async function sendReviewBundle(
  services: Services,
  p: ProjectId,
  filter: QueueFilter,
  reviewer: string,
  res: Response,
): Promise<void> {
  const { workspace, translate, version } = services;
  const [texts, script, style] = await Promise.all([
    textsOf(workspace, p),
    scriptOf(services),
    styleOf(services),
  ]);
  const project = await workspace.read(p);
  const { language, name } = project.settings;
  const t = translate(language);
  const formats = formatsOf(language);
  const madeAt = workspace.now();
  const items = reviewQueue(project, reviewer, filter, madeAt);
  if (items.length === 0) throw new Rejection('invalid', 'review-file-empty');
  const bundle = reviewBundle(
    project,
    items,
    (id) => texts.get(id) ?? '',
    { id: workspace.newId(), madeAt, reviewer },
    t,
    formats,
  );
  const model = {
    ...{ t, language, version, bundle, scriptJson },
    made: formats.moment(madeAt),
    words: wordsOf(services, language),
    policy: policyOf(script, style),
    styleHtml: `<style>${style}</style>`,
    scriptHtml: `<script type="module">${script}</script>`,
  };
  const html = await rendered(res, model);
  asDownload(res, `${name} – ${t('review-file.file-name')}`, 'html');
  res.type('html').send(html);
}

const rendered = (res: Response, model: object): Promise<string> =>
  new Promise((resolve, reject) =>
    res.render('review-file', model, (error: Error | null, html: string) => {
      if (error) reject(error);
      else resolve(html);
    }),
  );

/** Nothing but these very words of script and style; no address is ever asked. */
const policyOf = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const hashOf = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;

async function scriptOf({ publicFolder }: Services): Promise<string> {
  const script = await readFile(path.join(publicFolder, SCRIPT), 'utf8').catch(() => {
    throw new Rejection('not-found', 'review-file-unbuilt');
  });
  // Its source map lies beside it, and would be looked for where the file is opened.
  return script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '').replace(/<\/(?=script)/gi, '<\\/');
}

/** The pages' own look; their fonts stay behind, and the system's stand in. */
async function styleOf({ publicFolder }: Services): Promise<string> {
  const sheets = await Promise.all(
    STYLES.map((file) => readFile(path.join(publicFolder, file), 'utf8')),
  );
  return sheets.join('\n').replace(/@font-face\s*\{[^}]*\}\s*/g, '');
}

/** What the page's script says, as `client/words.ts` reads it. */
const wordsOf = ({ clientWords }: Services, language: Language): Record<string, unknown> => {
  const { 'review-file': own, verdict } = clientWords(language);
  return { 'review-file': own, verdict };
};
