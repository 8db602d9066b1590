import type { ExcerptId, ThemeId, TypeId } from '../../domain/ids.ts';
import { sameSpan } from '../../domain/project/decide-excerpts.ts';
import { changeOf, type JournalEvent, type ProjectEvent } from '../../domain/project/events.ts';
import { invert } from '../../domain/project/invert.ts';
import type { Excerpt, Theme, Type } from '../../domain/project/records.ts';
import { DEFAULTS } from '../../domain/project/defaults.ts';
import { nextColour } from '../../domain/codebook/colours.ts';
import type { Span } from '../../domain/text/span.ts';
import { changedExcerpts } from '../../domain/project/changed-excerpts.ts';
import { themeTitle } from '../../domain/codebook/tree.ts';
import { api } from '../api.ts';
import { newId } from '../new-id.ts';
import { outbox } from '../outbox/outbox.ts';
import type { Ending, Write } from '../outbox/write.ts';
import { rememberOwn } from '../overwritten.ts';
import { t } from '../words.ts';
import { model } from './model.ts';
import { pageData, type Count } from './page-data.ts';
import { remember } from './recent.ts';
import { state } from './state.ts';
import { textOf } from './text-pane.ts';

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
 * Codes a passage: shown in the next frame, confirmed behind; without a connection it waits in the
 * outbox. The id is made here, so that trying again cannot code twice.
 *
 * @returns the excerpt's id at once; it changes only when the passage was coded before.
 */
export function code(span: Span, coding: Coding): ExcerptId {
  const newTheme = coding.newThemeName === undefined ? null : themeNamed(coding.newThemeName);
  const themeIds = [...(coding.themeIds ?? []), ...(newTheme ? [newTheme.id] : [])];
  for (const id of [...themeIds, ...(coding.typeIds ?? [])]) remember(id);
  const foreseen = foreseenExcerpt(span, themeIds, coding);
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
  send(
    { method: 'POST', path: '/excerpts', body, events, says: saysOf(span, themeIds, coding) },
    settling(foreseen.id),
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

function foreseenExcerpt(
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

/** @param since of written words: the revision of what the writer had read */
export function change(id: ExcerptId, changes: Changes, since?: number): void {
  const excerpt = model.excerpt(id);
  const event = excerpt && changeOf('excerpt', excerpt, changes);
  if (!event) return;
  for (const words of [changes.memo, changes.reduction, changes.deviantReason]) rememberOwn(words);
  const written = Object.values(changes).filter((value) => typeof value === 'string');
  send(
    {
      method: 'PATCH',
      path: `/excerpts/${id}`,
      body: asDifference(excerpt, changes),
      events: [event],
      says: [quoteOf(excerpt), ...written].join(' – '),
      ...(since !== undefined && { since }),
    },
    settling(id),
  );
}

/** Themes and types as what comes and what goes: others may have added theirs meanwhile. */
function asDifference(old: Excerpt, { themeIds, typeIds, ...changes }: Changes): object {
  const added = <T>(now: readonly T[] = [], before: readonly T[]): T[] =>
    now.filter((id) => !before.includes(id));
  return {
    ...changes,
    ...(themeIds && {
      addThemeIds: added(themeIds, old.themeIds),
      removeThemeIds: added(old.themeIds, themeIds),
    }),
    ...(typeIds && {
      addTypeIds: added(typeIds, old.typeIds),
      removeTypeIds: added(old.typeIds, typeIds),
    }),
  };
}

export function changeTheme(id: ThemeId, changes: Pick<Theme, 'anchorId'>): void {
  const theme = model.project.themes.get(id);
  const event = theme && changeOf('theme', theme, changes);
  if (!event) return;
  send({
    method: 'PATCH',
    path: `/themes/${id}`,
    body: changes,
    events: [event],
    says: themeTitle(theme),
  });
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
  send({
    method: 'DELETE',
    path: `/excerpts/${id}`,
    events: [{ kind: 'excerpt-removed', record }],
    says: t('unsent.removal', { what: quoteOf(record) }),
  });
}

const newest = new Map<ExcerptId, object>();

/**
 * Takes over the server's record only for the newest change of an excerpt: an answer to an older
 * one does not know what was changed since, and would show it undone for a moment.
 */
function settling(id: ExcerptId): (settled: Excerpt) => void {
  const change = {};
  newest.set(id, change);
  return (settled) => {
    if (settled.id !== id) outbox.rename(id, settled.id);
    if (newest.get(id) !== change) return;
    newest.delete(id);
    model.settle(id, settled);
    if (state.current === id) state.set({ current: settled.id });
  };
}

function send(write: Omit<Write, 'id'>, settle?: (settled: Excerpt) => void): void {
  const made = { id: newId(), ...write };
  outbox.add(made, foresee(made, settle));
}

/** Shows a change before the server has it; what the server refuses is taken back. */
function foresee({ events }: Write, settle: (settled: Excerpt) => void = () => undefined): Ending {
  for (const event of events) model.foresee(event);
  return {
    done: (answer) => {
      settle(answer as Excerpt);
      refreshCounts();
    },
    refused: () => {
      for (const event of [...events].reverse()) model.foresee(invert(event));
      return false;
    },
  };
}

/** A change that an earlier page of this browser had not sent, or one that is tried again. */
export const foreseeAgain = (write: Write): Ending =>
  foresee(write, write.path.startsWith('/excerpts') ? settleAgain : undefined);

function settleAgain(settled: Excerpt): void {
  if (settled.transcriptId === pageData.transcriptId) model.settle(settled.id, settled);
}

/** An event of the server may be older than what waits here: that is shown on top of it. */
export function hear(event: JournalEvent): void {
  model.hear(event);
  if (outbox.waiting.length === 0) return;
  const changed = new Set<string>(changedExcerpts(event));
  for (const { events } of outbox.waiting)
    for (const one of events)
      if (one.kind === 'excerpt-changed' && changed.has(one.id)) model.foresee(one);
}

const SHOWN = 80;
const quoteOf = (span: Span): string => {
  const words = textOf(span).replace(/\s+/g, ' ');
  return `”${words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words}”`;
};

function saysOf(span: Span, themeIds: readonly ThemeId[], coding: Coding): string {
  const { themes, types } = model.project;
  const names = [
    ...themeIds.map((id) => themes.get(id)?.name ?? coding.newThemeName),
    ...(coding.typeIds ?? []).map((id) => types.get(id)?.name),
    coding.memo,
    coding.reduction,
  ];
  return [quoteOf(span), ...names.filter(Boolean)].join(' – ');
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
