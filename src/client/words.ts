type Words = { readonly [key: string]: string | Words };

const words = JSON.parse(document.getElementById('words')?.textContent ?? '{}') as Words;
const plurals = new Intl.PluralRules(document.documentElement.lang);

/** The words of the page's language, below `client.` in the locales; `count` chooses the plural. */
export function t(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const { count } = values;
  const form = typeof count === 'number' ? at(`${key}_${plurals.select(count)}`) : undefined;
  const text = form ?? at(key);
  if (text === undefined) throw new RangeError(`no words for ${key}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

function at(key: string): string | undefined {
  let here: string | Words | undefined = words;
  for (const part of key.split('.')) here = typeof here === 'object' ? here[part] : undefined;
  return typeof here === 'string' ? here : undefined;
}
