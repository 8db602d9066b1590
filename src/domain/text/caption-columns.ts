/** What a column of a table of captions may tell. */
export type CaptionColumn = 'start' | 'end' | 'speaker' | 'text';

/** What recognisers of speech call their columns. */
const NAMES: Readonly<Record<CaptionColumn, RegExp>> = {
  start: /^(?:start|begin|from|alku|alkaa)(?:[ _-]?(?:time|timestamp|ms))?$/i,
  end: /^(?:end|stop|to|loppu|päättyy)(?:[ _-]?(?:time|timestamp|ms))?$/i,
  speaker: /^(?:speaker|speaker[ _-]?(?:name|label|id)|puhuja|talare)$/i,
  text: /^(?:text|transcription|transcript|content|speech|teksti|puhe|litterointi)$/i,
};

/** Which column of a table tells what, by its place. */
export function captionColumns(header: readonly string[]): Map<CaptionColumn, number> {
  const columns = new Map<CaptionColumn, number>();
  for (const name of Object.keys(NAMES) as CaptionColumn[]) {
    const at = header.findIndex((cell) => NAMES[name].test(cell.trim()));
    if (at >= 0) columns.set(name, at);
  }
  return columns;
}

/** Whether a table holds what was said and when: others hold answers or attributes. */
export const holdsCaptions = (columns: ReadonlyMap<CaptionColumn, number>): boolean =>
  columns.has('text') && columns.has('start');
