import type { ExcerptId, ThemeId, TypeId } from '../../domain/ids.ts';
import { sameSpan } from '../../domain/project/decide-excerpts.ts';
import { changeOf, type ProjectEvent } from '../../domain/project/events.ts';
import { invert } from '../../domain/project/invert.ts';
import type { Excerpt, Theme, Type } from '../../domain/project/records.ts';
import { DEFAULTS } from '../../domain/project/defaults.ts';
import { nextColour } from '../../domain/codebook/colours.ts';
import type { Span } from '../../domain/text/span.ts';
import { api, Refused } from '../api.ts';
import { newId } from '../new-id.ts';
import { whileSaving } from '../status.ts';
import { toast } from '../toast.ts';
import { t } from '../words.ts';
import { model } from './model.ts';
import { pageData, type Count } from './page-data.ts';
import { remember } from './recent.ts';
import { state } from './state.ts';

/** What a passage is coded with. */
export interface Coding {
  readonly themeIds?: readonly ThemeId[];
  readonly typeIds?: readonly TypeId[];
  readonly newThemeName?: string;
  readonly memo?: string;
  readonly reduction?: string;
  readonly deviant?: boolean;
}

/**
 * Codes a passage: shown in the next frame, confirmed behind. A failure takes it back, says so and
 * offers to try again; the id is made here, so that trying again cannot code twice.
 *
 * @returns the excerpt's id at once; it changes only when the passage was coded before.
 */
export function code(span: Span, coding: Coding): ExcerptId {
  const newTheme = coding.newThemeName === undefined ? null : themeNamed(coding.newThemeName);
  const themeIds = [...(coding.themeIds ?? []), ...(newTheme ? [newTheme.id] : [])];
  for (const id of [...themeIds, ...(coding.typeIds ?? [])]) remember(id);
  const foreseen = foresee(span, themeIds, coding);
  const events: ProjectEvent[] = [
    ...(newTheme ? [{ kind: 'theme-added', record: newTheme } as const] : []),
    foreseen.event,
  ];
  const body = {
    id: foreseen.isNew ? foreseen.id : undefined,
    transcriptId: pageData.transcriptId,
    ...span,
    themeIds: coding.themeIds ?? [],
    typeIds: coding.typeIds ?? [],
    newTheme: newTheme
      ? { id: newTheme.id, name: newTheme.name, colour: newTheme.colour }
      : undefined,
    coder: pageData.coder,
    memo: coding.memo,
    reduction: coding.reduction,
    deviant: coding.deviant,
  };
  void attempt(
    events,
    () => api<Excerpt>('POST', '/excerpts', body),
    settling(foreseen.id, (settled: Excerpt) => {
      model.settle(foreseen.id, settled);
      if (state.current === foreseen.id) state.set({ current: settled.id });
    }),
  );
  return foreseen.id;
}

function themeNamed(name: string): Theme {
  const themes = [...model.project.themes.values()];
  return {
    id: newId<ThemeId>(),
    name,
    ...DEFAULTS.theme,
    parentId: null,
    order: Math.max(0, ...themes.map(({ order }) => order)) + 1,
    colour: nextColour(themes),
    origin: 'inductive',
  };
}

function foresee(
  span: Span,
  themeIds: readonly ThemeId[],
  coding: Coding,
): { id: ExcerptId; isNew: boolean; event: ProjectEvent } {
  const coderId = model.myCoderId() ?? ('' as Excerpt['coderId']);
  const old = sameSpan(model.project, { ...span, coderId, transcriptId: pageData.transcriptId });
  if (old) {
    const change = changeOf('excerpt', old, {
      themeIds: [...new Set([...old.themeIds, ...themeIds])],
      typeIds: [...new Set([...old.typeIds, ...(coding.typeIds ?? [])])],
    });
    return {
      id: old.id,
      isNew: false,
      event: change ?? { kind: 'excerpt-changed', id: old.id, before: {}, after: {} },
    };
  }
  const record: Excerpt = {
    id: newId<ExcerptId>(),
    transcriptId: pageData.transcriptId,
    coderId,
    ...span,
    quote: '',
    prefix: '',
    suffix: '',
    status: 'anchored',
    themeIds,
    typeIds: coding.typeIds ?? [],
    reduction: coding.reduction ?? null,
    memo: coding.memo ?? null,
    stance: null,
    deviant: coding.deviant ?? false,
    deviantReason: null,
    question: null,
    createdAt: new Date().toISOString(),
    appliedAt: null,
  };
  return { id: record.id, isNew: true, event: { kind: 'excerpt-added', record } };
}

export type Changes = Partial<
  Pick<
    Excerpt,
    'themeIds' | 'typeIds' | 'reduction' | 'memo' | 'deviant' | 'deviantReason' | 'start' | 'end'
  >
>;

export function change(id: ExcerptId, changes: Changes): void {
  const excerpt = model.excerpt(id);
  const event = excerpt && changeOf('excerpt', excerpt, changes);
  if (!event) return;
  void attempt(
    [event],
    () => api<Excerpt>('PATCH', `/excerpts/${id}`, changes),
    settling(id, (settled: Excerpt) => model.settle(id, settled)),
  );
}

export function changeTheme(id: ThemeId, changes: Pick<Theme, 'anchorId'>): void {
  const theme = model.project.themes.get(id);
  const event = theme && changeOf('theme', theme, changes);
  if (!event) return;
  void attempt(
    [event],
    () => api('PATCH', `/themes/${id}`, changes),
    () => undefined,
  );
}

/** Takes a theme or a type off an excerpt; the last one takes the excerpt with it, unless it has a memo. */
export function takeOff(id: ExcerptId, what: ThemeId | TypeId): void {
  const excerpt = model.excerpt(id);
  if (!excerpt) return;
  const themeIds = excerpt.themeIds.filter((theme) => theme !== what);
  const typeIds = excerpt.typeIds.filter((type) => type !== what);
  if (themeIds.length + typeIds.length === 0 && !excerpt.memo) uncode(id);
  else change(id, { themeIds, typeIds });
}

export function uncode(id: ExcerptId): void {
  const record = model.excerpt(id);
  if (!record) return;
  void attempt(
    [{ kind: 'excerpt-removed', record }],
    () => api('DELETE', `/excerpts/${id}`),
    () => undefined,
  );
}

const newest = new Map<ExcerptId, object>();

/**
 * Takes over the server's record only for the newest change of an excerpt: an answer to an older
 * one does not know what was changed since, and would show it undone for a moment.
 */
function settling(id: ExcerptId, settle: (settled: Excerpt) => void): (settled: Excerpt) => void {
  const change = {};
  newest.set(id, change);
  return (settled) => {
    if (newest.get(id) !== change) return;
    newest.delete(id);
    settle(settled);
  };
}

async function attempt<T>(
  events: readonly ProjectEvent[],
  send: () => Promise<T>,
  settle: (answer: T) => void,
): Promise<void> {
  for (const event of events) model.foresee(event);
  try {
    settle(await whileSaving(send()));
    refreshCounts();
  } catch (error) {
    for (const event of [...events].reverse()) model.foresee(invert(event));
    if (!(error instanceof Refused)) throw error;
    const retry = { name: t('retry'), run: () => void attempt(events, send, settle) };
    toast(error.message, { bad: true, action: retry });
  }
}

let counting: ReturnType<typeof setTimeout> | undefined;
const REST_MS = 150;

/** Counts come from the server, which alone sees every transcript; asked for once things calm down. */
export function refreshCounts(): void {
  clearTimeout(counting);
  counting = setTimeout(() => {
    void Promise.all([
      api<{ themes: (Theme & Count)[] }>('GET', '/themes'),
      api<{ types: (Type & Count)[] }>('GET', '/types'),
    ])
      .then(([{ themes }, { types }]) =>
        model.setCounts(Object.fromEntries([...themes, ...types].map((one) => [one.id, one]))),
      )
      .catch(() => undefined);
  }, REST_MS);
}
