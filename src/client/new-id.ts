/** An id as the server makes them: the time first, so that it sorts, then chance (UUID v7). */
export function newId<T extends string>(): T {
  const time = Date.now().toString(16).padStart(12, '0');
  const chance = crypto.randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(15)}` as T;
}
