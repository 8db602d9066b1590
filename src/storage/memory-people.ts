import type { PeopleStore } from '../app/ports.ts';
import { NOBODY, type People } from '../domain/people/people.ts';

/** Accounts for as long as the process lives. */
export class MemoryPeople implements PeopleStore {
  #json = JSON.stringify(NOBODY);

  async load(): Promise<People> {
    return JSON.parse(this.#json) as People;
  }

  async save(people: People): Promise<void> {
    this.#json = JSON.stringify(people);
  }
}
