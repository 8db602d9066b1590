import type { ReportWords } from './report-format.ts';

/** The same words, each phrase looked up once: a report asks for "(H2)" ten thousand times. */
export function remembered(words: ReportWords): ReportWords {
  const known = new Map<string, string>();
  return (key, values) => {
    const id = values ? key + JSON.stringify(values) : key;
    let phrase = known.get(id);
    if (phrase === undefined) known.set(id, (phrase = words(key, values)));
    return phrase;
  };
}
