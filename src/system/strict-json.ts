// Readers of parsed JSON. Each takes the place the value has, which its error names.

export type Fields = Readonly<Record<string, unknown>>;

/** @throws {Error} always: the place and what is wrong there. */
export function fail(at: string, why: string): never {
  throw new Error(`${at} ${why}`);
}

export function objectOf(value: unknown, at: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    fail(at, 'an object is expected');
  return value as Fields;
}

/** An object with all the required fields and none but these. */
export function fieldsOf(
  value: unknown,
  at: string,
  required: readonly string[],
  optional: readonly string[] = [],
): Fields {
  const fields = objectOf(value, at);
  for (const name of required) if (!Object.hasOwn(fields, name)) fail(at, `“${name}” is missing`);
  for (const name of Object.keys(fields))
    if (!required.includes(name) && !optional.includes(name)) fail(at, `“${name}” is not known`);
  return fields;
}

/** A list with something in it, each read at its own place. */
export function listOf<T>(value: unknown, at: string, read: (one: unknown, at: string) => T): T[] {
  if (!Array.isArray(value) || value.length === 0) fail(at, 'a list that is not empty is expected');
  return value.map((one, i) => read(one, `${at}[${i}]`));
}

/** A text with neither nothing nor white space at its ends. */
export function textOf(value: unknown, at: string): string {
  if (typeof value !== 'string') fail(at, 'a text is expected');
  if (value === '' || value !== value.trim()) fail(at, 'the text is empty or has spaces around it');
  return value;
}
