/** Works on so many items at once; the results are in the order of the items. */
export async function mapBounded<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  let next = 0;
  const run = async (): Promise<void> => {
    while (next < items.length) {
      const i = next++;
      try {
        results[i] = await work(items[i] as Item);
      } catch (error) {
        // Nothing more is begun for a call that has failed.
        next = items.length;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, run));
  return results;
}

/** The same of items that are made one by one, each only when its turn has come. */
export async function mapEach<Item, Result>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const source = items[Symbol.iterator]();
  const results: Result[] = [];
  let next = 0;
  const run = async (): Promise<void> => {
    for (let item = source.next(); !item.done; item = source.next()) {
      const i = next++;
      results[i] = await work(item.value);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return results;
}
