/**
 * A title that no transcript has: files of one name are told apart by their endings, `H5 (docx)`, and
 * by a number where that does not do.
 */
export function titleApart(title: string, fileName: string, taken: ReadonlySet<string>): string {
  if (!taken.has(title)) return title;
  const ending = /\.(?<ending>[\p{L}\p{N}]{1,8})$/u.exec(fileName)?.groups?.['ending'];
  const named = ending === undefined ? title : `${title} (${ending.toLowerCase()})`;
  for (let n = 1; ; n++) {
    const apart = n === 1 ? named : `${title} (${n})`;
    if (!taken.has(apart)) return apart;
  }
}
