import { join } from 'node:path';
import { Low } from 'lowdb';
import { JournalBroken } from '../../app/errors.ts';
import type { PeopleStore } from '../../app/ports.ts';
import { NOBODY, type People } from '../../domain/people/people.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { DurableJsonFile } from './durable-json-file.ts';
import { readFileOrNull } from './fs-error.ts';

const NAME = 'people.json';

/**
 * Accounts in a file of the data folder. One that is there and cannot be believed stops the start:
 * to take it for none would let anybody set the app up anew.
 */
export class PeopleFile implements PeopleStore {
  readonly #path: string;
  readonly #low: Low<People | null>;

  constructor(dataFolder: string, disk: Disk = nodeDisk) {
    this.#path = join(dataFolder, NAME);
    this.#low = new Low(new DurableJsonFile<People | null>(this.#path, disk), null);
  }

  async load(): Promise<People> {
    await this.#low.read();
    if (this.#low.data) return this.#low.data;
    if ((await readFileOrNull(this.#path)) === null) return NOBODY;
    throw new JournalBroken(NAME, 1, 'it was cut, altered or edited by hand');
  }

  async save(people: People): Promise<void> {
    this.#low.data = people;
    await this.#low.write();
  }
}
