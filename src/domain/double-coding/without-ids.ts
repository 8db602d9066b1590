/**
 * A value of plain data without what names certain ids: left out of lists and of what is kept by
 * id, null in a field. The value itself where it names none.
 */
export function withoutIds<T>(value: T, isLeftOut: (id: string) => boolean): T {
  if (Array.isArray(value)) return without(value, isLeftOut) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value as Record<string, unknown>);
  const kept = fields.flatMap(([key, field]): [string, unknown][] =>
    isLeftOut(key) ? [] : [[key, isId(field, isLeftOut) ? null : withoutIds(field, isLeftOut)]],
  );
  const isSame =
    kept.length === fields.length && kept.every(([, one], i) => one === fields[i]?.[1]);
  return isSame ? value : (Object.fromEntries(kept) as T);
}

function without(list: readonly unknown[], isLeftOut: (id: string) => boolean): unknown[] {
  const kept = list.filter((one) => !isId(one, isLeftOut)).map((one) => withoutIds(one, isLeftOut));
  return kept.length === list.length && kept.every((one, i) => one === list[i])
    ? (list as unknown[])
    : kept;
}

const isId = (value: unknown, isLeftOut: (id: string) => boolean): boolean =>
  typeof value === 'string' && isLeftOut(value);
