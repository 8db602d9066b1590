/** Lets others' requests be answered first. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
