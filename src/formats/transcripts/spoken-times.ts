const MINUTES = String.raw`(\d{1,3}) (?:min|minutes?|minuuttia?|minuter|minut|Minuten?)`;
const SECONDS = String.raw`(\d{1,2}) (?:s|sec|seconds?|sekuntia?|sekunder|sekund|sek|Sekunden?)`;
const HOURS = String.raw`(?:(\d{1,2}) (?:h|hours?|tuntia?|timmar|timme|Stunden?) )?`;
const SPOKEN = `${HOURS}(?:${MINUTES} )?${SECONDS}`;
const NAME_AND_TIME = new RegExp(String.raw`^(?<name>\S.{0,79}?) ${SPOKEN}$`, 'u');
const ONLY_TIME = new RegExp(String.raw`^(?:${SPOKEN})?\s*(?:(?:\d{1,2}:)?\d{1,2}:\d{2})?$`, 'u');
const FEWEST = 2;

/**
 * A transcript that was copied from the pane of Teams or Stream tells each time in figures and, for
 * screen readers, in words: `Anna 1 minute 3 seconds`. It becomes one that tells it once, in a line
 * above what is said, `Anna  1:03`; another text stays as it is.
 */
export function withoutSpokenTimes(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const headings = lines.map((line) => (line.length > 140 ? null : NAME_AND_TIME.exec(line)));
  const found = headings.filter((one) => one !== null).length;
  if (found < FEWEST) return text;
  const names = new Set(headings.map((one) => one?.groups?.name));
  const isTime = lines.map((line) => line !== '' && line.length < 60 && ONLY_TIME.test(line));
  return lines
    .flatMap((line, i) => {
      const heading = headings[i];
      if (heading && !isTime[i]) return headingOf(heading);
      const isDouble = names.has(line) && (isTime[i + 1] || Boolean(headings[i + 1]));
      return isTime[i] || isDouble ? [] : line;
    })
    .join('\n');
}

const headingOf = ({
  1: name = '',
  2: hours = '0',
  3: minutes = '0',
  4: seconds = '0',
}: string[]) => `${name}  ${hours}:${minutes.padStart(2, '0')}:${seconds.padStart(2, '0')}`;
