import type { CoderId, ExcerptId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import type { Anchor } from '../text/quote.ts';
import type { AddExcerpts, Command, ExcerptChanges, NewExcerpt } from './commands.ts';
import type { Context } from './decide.ts';
import { reviewsGone } from './decide-reviews.ts';
import { newThemes } from './decide-themes.ts';
import { newTypes } from './decide-types.ts';
import { changeOf, type ProjectEvent } from './events.ts';
import { found } from './found.ts';
import { spanKey, type Project } from './project.ts';
import type { Coder, Excerpt } from './records.ts';
import { withTimes } from './recode.ts';
import { pointersTo, replacePointers } from './references.ts';

type ExcerptCommand = Extract<
  Command,
  { kind: 'add-excerpts' | 'import-codings' | 'change-excerpt' | 'remove-excerpt' }
>;

export function decideExcerpts(
  project: Project,
  command: ExcerptCommand,
  context: Context,
): ProjectEvent[] {
  switch (command.kind) {
    case 'add-excerpts':
    case 'import-codings':
      return addExcerpts(project, command, context);
    case 'change-excerpt':
      return changeExcerpt(
        project,
        found(project.excerpts, command.id, 'excerpt'),
        command.changes,
        context.at,
      );
    case 'remove-excerpt':
      return removeExcerpt(project, found(project.excerpts, command.id, 'excerpt'));
  }
}

const removeExcerpt = (project: Project, record: Excerpt): ProjectEvent[] => [
  ...reviewsGone(project, new Set([record.id])),
  ...pointersTo(project, 'excerpt', new Set([record.id])),
  { kind: 'excerpt-removed', record },
];

function addExcerpts(project: Project, command: AddExcerpts, context: Context): ProjectEvent[] {
  const themesAdded = newThemes(project, command.newThemes ?? [], context);
  const typesAdded = newTypes(project, command.newTypes ?? [], context);
  const coders = new Coders(project, context);
  const known = {
    themes: new Set<string>((command.newThemes ?? []).map((theme) => theme.id)),
    types: new Set<string>((command.newTypes ?? []).map((type) => type.id)),
  };
  const batch = new Batch(project, context.at);
  for (const added of command.excerpts) {
    checkAnchor(project, added.transcriptId, added.textHash, added.anchor);
    for (const id of added.themeIds) if (!known.themes.has(id)) found(project.themes, id, 'theme');
    for (const id of added.typeIds) if (!known.types.has(id)) found(project.types, id, 'type');
    batch.add(excerptOf(added, coders.idOf(added.coder ?? command.coder), context));
  }
  return [...themesAdded, ...typesAdded, ...coders.events, ...batch.events()];
}

function checkAnchor(
  project: Project,
  id: Excerpt['transcriptId'],
  textHash: string | undefined,
  { start, end }: Anchor,
): void {
  const transcript = found(project.transcripts, id, 'transcript');
  if (transcript.textHash !== textHash)
    throw new Rejection('conflict', 'text-changed', { title: transcript.title });
  if (!(start >= 0 && start < end && end <= transcript.length))
    throw new Rejection('invalid', 'span-outside', { start, end, length: transcript.length });
}

function excerptOf(added: NewExcerpt, coderId: CoderId, context: Context): Excerpt {
  const excerpt: Excerpt = {
    id: added.id ?? (context.newId() as ExcerptId),
    transcriptId: added.transcriptId,
    coderId,
    ...added.anchor,
    status: 'anchored',
    themeIds: [...new Set(added.themeIds)],
    typeIds: [...new Set(added.typeIds)],
    reduction: added.reduction ?? null,
    memo: added.memo || null,
    stance: added.stance ?? null,
    deviant: added.deviant ?? false,
    deviantReason: added.deviantReason ?? null,
    question: added.question ?? null,
    createdAt: context.at,
    appliedAt: null,
  };
  return carriesSomething(excerpt);
}

function carriesSomething(excerpt: Excerpt): Excerpt {
  if (excerpt.themeIds.length === 0 && excerpt.typeIds.length === 0 && !excerpt.memo)
    throw new Rejection('invalid', 'excerpt-empty');
  return excerpt;
}

/** What coding `added` over `old` makes of it: nothing of the old is taken away. */
const extended = (old: Excerpt, added: Excerpt): Excerpt => ({
  ...old,
  themeIds: union(old.themeIds, added.themeIds),
  typeIds: union(old.typeIds, added.typeIds),
  reduction: added.reduction ?? old.reduction,
  memo: joined(old.memo, added.memo),
  stance: added.stance ?? old.stance,
  deviant: old.deviant || added.deviant,
  deviantReason: added.deviantReason ?? old.deviantReason,
  question: added.question ?? old.question,
});

const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

/** Both memos, one below the other; what is said there already is not said twice. */
const joined = (a: string | null, b: string | null): string | null =>
  a && b && !`\n${a}\n`.includes(`\n${b}\n`) ? `${a}\n${b}` : a || b;

/** The excerpts a command adds, those that meet an excerpt of the same coder and span extending it. */
class Batch {
  readonly #project: Project;
  readonly #added = new Map<string, Excerpt>();
  readonly #extended = new Map<ExcerptId, Excerpt>();
  readonly #ids = new Set<ExcerptId>();
  readonly #at: string;

  constructor(project: Project, at: string) {
    this.#project = project;
    this.#at = at;
  }

  add(excerpt: Excerpt): void {
    const key = `${excerpt.transcriptId} ${spanKey(excerpt)}`;
    const pending = this.#added.get(key);
    if (pending) {
      this.#added.set(key, extended(pending, excerpt));
      return;
    }
    const old = sameSpan(this.#project, excerpt);
    if (old) {
      this.#extended.set(old.id, extended(this.#extended.get(old.id) ?? old, excerpt));
      return;
    }
    if (this.#project.excerpts.has(excerpt.id) || this.#ids.has(excerpt.id))
      throw new Rejection('conflict', 'excerpt-exists', { id: excerpt.id });
    this.#ids.add(excerpt.id);
    this.#added.set(key, excerpt);
  }

  events(): ProjectEvent[] {
    const events: ProjectEvent[] = [];
    for (const [id, excerpt] of this.#extended) {
      const old = found(this.#project.excerpts, id, 'excerpt');
      const change = changeOf('excerpt', old, withTimes(old, excerpt, this.#at));
      if (change) events.push(change);
    }
    for (const record of this.#added.values()) events.push({ kind: 'excerpt-added', record });
    return events;
  }
}

/** The excerpt of the same coder over the same span, if there is one. */
export function sameSpan(
  project: Project,
  span: Pick<Excerpt, 'transcriptId' | 'coderId' | 'start' | 'end'>,
): Excerpt | undefined {
  const id = project.excerptsBySpan.get(span.transcriptId)?.get(spanKey(span));
  return id && project.excerpts.get(id);
}

function changeExcerpt(
  project: Project,
  excerpt: Excerpt,
  { anchor, textHash, ...given }: ExcerptChanges,
  at: string,
): ProjectEvent[] {
  const changes = wholeLists(excerpt, given);
  for (const id of changes.themeIds ?? []) found(project.themes, id, 'theme');
  for (const id of changes.typeIds ?? []) found(project.types, id, 'type');
  if (anchor) checkAnchor(project, excerpt.transcriptId, textHash, anchor);
  const changed = withTimes(excerpt, changedBy(excerpt, changes, anchor), at);
  const twin = sameSpan(project, changed);
  if (twin && twin.id !== excerpt.id) {
    const change = changeOf('excerpt', twin, withTimes(twin, extended(twin, changed), at));
    return [
      ...(change ? [change] : []),
      ...replacePointers(project, 'excerpt', excerpt.id, twin.id),
      { kind: 'excerpt-removed', record: excerpt },
    ];
  }
  const change = changeOf('excerpt', excerpt, changed);
  return change ? [change] : [];
}

type Carried = Partial<Omit<Excerpt, keyof Anchor>>;

/** The changes with every theme and type the excerpt will carry. */
function wholeLists(
  { themeIds, typeIds }: Excerpt,
  {
    addThemeIds,
    removeThemeIds,
    addTypeIds,
    removeTypeIds,
    ...changes
  }: Omit<ExcerptChanges, 'anchor' | 'textHash'>,
): Carried {
  const list = <T>(
    now: readonly T[],
    add: readonly T[] | undefined,
    remove: readonly T[] | undefined,
  ): readonly T[] | undefined =>
    add || remove ? union(now, add ?? []).filter((id) => !remove?.includes(id)) : undefined;
  const themes = list(changes.themeIds ?? themeIds, addThemeIds, removeThemeIds);
  const types = list(changes.typeIds ?? typeIds, addTypeIds, removeTypeIds);
  return { ...changes, ...(themes && { themeIds: themes }), ...(types && { typeIds: types }) };
}

function changedBy(excerpt: Excerpt, changes: Carried, anchor: Anchor | undefined): Excerpt {
  const changed = {
    ...excerpt,
    ...defined(changes),
    ...(anchor && { ...anchor, status: 'anchored' as const }),
  };
  return carriesSomething({
    ...changed,
    themeIds: [...new Set(changed.themeIds)],
    typeIds: [...new Set(changed.typeIds)],
    memo: changed.memo || null,
  });
}

const defined = <T extends object>(changes: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as Partial<T>;

/** Coders by name, those not yet in the project told as events. */
class Coders {
  readonly events: ProjectEvent[] = [];
  readonly #context: Context;
  readonly #byName = new Map<string, CoderId>();

  constructor(project: Project, context: Context) {
    this.#context = context;
    for (const coder of project.coders.values()) this.#byName.set(coder.name, coder.id);
  }

  idOf(name: string): CoderId {
    const known = this.#byName.get(name);
    if (known) return known;
    const record: Coder = { id: this.#context.newId() as CoderId, name };
    this.#byName.set(name, record.id);
    this.events.push({ kind: 'coder-added', record });
    return record.id;
  }
}
