/**
 * How many themes each interview brings that none before it had, each theme once.
 *
 * @param interviews the themes of each, in the order in which saturation is asked for: that of the
 *   interviews, unless there is a reason for another. Another order gives other numbers.
 */
export function newThemes(interviews: readonly (readonly string[])[]): number[] {
  const seen = new Set<string>();
  return interviews.map((themeIds) => {
    const before = seen.size;
    for (const id of themeIds) seen.add(id);
    return seen.size - before;
  });
}
