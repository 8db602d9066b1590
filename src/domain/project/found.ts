import { Rejection } from '../rejection.ts';

/**
 * The record of that id.
 *
 * @throws Rejection `<what>-not-found` where there is none.
 */
export function found<K extends string, T>(records: ReadonlyMap<K, T>, id: K, what: string): T {
  const record = records.get(id);
  if (record === undefined) throw new Rejection('not-found', `${what}-not-found`, { id });
  return record;
}
