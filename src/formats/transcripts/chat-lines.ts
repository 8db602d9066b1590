/** `15.6.2026 klo 10.02 - `, `[15/06/2026, 10:02:11] `, as WhatsApp opens each message it exports. */
const STAMP =
  /^\u200e?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?(?: klo| kl\.?| at)?\s\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[ap]\.?m\.?)?\]?(?:\s[-–])?\s(?=\S)/gimu;
const FEWEST = 3;
const MOST = 0.5;

/**
 * An exported chat without the date and the time before each message, which leaves `Anna: Hello`;
 * another text as it is. When somebody wrote is not when in an interview they spoke.
 */
export function withoutChatStamps(text: string): string {
  const stamped = text.match(STAMP)?.length ?? 0;
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  return stamped >= FEWEST && stamped >= lines * MOST ? text.replace(STAMP, '') : text;
}
