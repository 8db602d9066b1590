import { mergePreview } from '../../domain/codebook/preview.ts';
import { themeTitle } from '../../domain/codebook/tree.ts';
import type { ThemeId } from '../../domain/ids.ts';
import { changedExcerpts } from '../../domain/project/changed-excerpts.ts';
import type { ProjectEvent } from '../../domain/project/events.ts';
import { found } from '../../domain/project/found.ts';
import type { Services } from '../services.ts';
import { themeJson } from './answers.ts';
import { route, type ApiRoute } from './route.ts';
import * as codebook from './schemas-codebook.ts';
import * as schema from './schemas.ts';

/** Merging, splitting and confirming themes: each is one step that can be undone. */
export function themeWorkRoutes({ workspace }: Services): ApiRoute[] {
  return [
    route({
      method: 'get',
      path: '/projects/:p/themes/:id/merge-preview',
      summary: 'What would move if the theme were merged into another',
      params: schema.themeParams,
      query: codebook.themeMerge,
      response: codebook.mergePreviewAnswer,
      handle: async ({ params: { p, id }, query: { into } }) => {
        const preview = mergePreview(await workspace.read(p), id, into);
        return {
          ...preview,
          subThemes: preview.subThemes.map((theme) => ({
            id: theme.id,
            title: themeTitle(theme),
          })),
          types: preview.types.map(({ id, name }) => ({ id, name })),
        };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/themes/:id/merge',
      summary: 'Merge a theme into another: codings, sub-themes, features of types, report text',
      params: schema.themeParams,
      body: codebook.themeMerge,
      response: codebook.movedAnswer,
      handle: async ({ params: { p, id }, body: { into }, actor, expectedRevision }) => {
        const command = { kind: 'merge-theme', id, into } as const;
        const outcome = await workspace.execute(p, command, actor, expectedRevision);
        return { revision: outcome.revision, moved: excerptsIn(outcome.events) };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/themes/:id/split',
      summary: 'Move chosen excerpts of a theme to a new theme, right after it',
      params: schema.themeParams,
      body: codebook.themeSplit,
      response: schema.themeAnswer,
      status: 201,
      handle: async ({ params: { p, id }, body, actor, expectedRevision }) => {
        const { excerptIds, ...rest } = body;
        const theme = { ...rest, id: rest.id ?? workspace.newId<ThemeId>() };
        const command = { kind: 'split-theme', id, theme, excerptIds } as const;
        const { revision } = await workspace.execute(p, command, actor, expectedRevision);
        const { themes } = await workspace.read(p);
        return { ...themeJson(found(themes, theme.id, 'theme')), revision };
      },
    }),
    route({
      method: 'post',
      path: '/projects/:p/themes/:id/confirm',
      summary:
        'Say that excerpts coded under an older definition still fit; all where none are named',
      params: schema.themeParams,
      body: codebook.confirmation,
      response: codebook.movedAnswer,
      handle: async ({ params: { p, id }, body, actor, expectedRevision }) => {
        const command = { kind: 'confirm-codings', id, ...body } as const;
        const outcome = await workspace.execute(p, command, actor, expectedRevision);
        return { revision: outcome.revision, moved: excerptsIn(outcome.events) };
      },
    }),
  ];
}

const excerptsIn = (events: readonly ProjectEvent[]): number =>
  events.reduce((count, event) => count + changedExcerpts(event).length, 0);
