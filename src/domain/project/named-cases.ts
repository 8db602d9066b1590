import { orderAtEnd } from '../codebook/place.ts';
import type { CaseId } from '../ids.ts';
import type { NamedSpeaker } from './commands.ts';
import type { Context } from './decide.ts';
import { DEFAULTS } from './defaults.ts';
import { changeOf, someOf, type ProjectEvent } from './events.ts';
import type { Project } from './project.ts';
import type { Case, Transcript } from './records.ts';

/** Names differ by more than capitals. */
export const caseKey = (name: string): string => name.toLowerCase();

/** Cases by name; those not yet in the project are told as events. */
export class NamedCases {
  readonly #ids = new Map<string, CaseId>();
  readonly #context: Context;
  #nextOrder: number;
  #events: ProjectEvent[] = [];

  constructor(project: Project, context: Context) {
    for (const { id, name } of project.cases.values())
      if (!this.#ids.has(caseKey(name))) this.#ids.set(caseKey(name), id);
    this.#nextOrder = orderAtEnd(project.cases.values());
    this.#context = context;
  }

  has(name: string): boolean {
    return this.#ids.has(caseKey(name));
  }

  idOf(name: string): CaseId {
    return this.#ids.get(caseKey(name)) ?? this.add(name).id;
  }

  /** Calls a case otherwise: by the old name a new one is made. */
  rename(one: Case, name: string): void {
    if (this.#ids.get(caseKey(one.name)) === one.id) this.#ids.delete(caseKey(one.name));
    if (!this.has(name)) this.#ids.set(caseKey(name), one.id);
    this.#events.push(...someOf(changeOf('case', one, { name })));
  }

  /** A case whether or not there is one of that name. */
  add(name: string, id = this.#context.newId() as CaseId): Case {
    const record: Case = { ...DEFAULTS.case, id, name, order: this.#nextOrder++ };
    if (!this.has(name)) this.#ids.set(caseKey(name), id);
    this.#events.push({ kind: 'case-added', record });
    return record;
  }

  /** Of a group, the first speaker's case is the transcript's own. */
  of(
    caseName: string,
    speakers: readonly NamedSpeaker[] = [],
  ): Pick<Transcript, 'caseId' | 'speakerCases'> {
    const speakerCases = speakers.map(({ caseName, ...speaker }) => ({
      ...speaker,
      caseId: this.idOf(caseName),
    }));
    return { caseId: speakerCases[0]?.caseId ?? this.idOf(caseName), speakerCases };
  }

  takeEvents(): ProjectEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }
}
