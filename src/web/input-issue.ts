import type * as z from 'zod';
import type { Translate } from './i18n.ts';

/** Why what somebody sent was not taken, in their words. */
export function issueWords(issue: z.core.$ZodIssue, t: Translate): string {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) <= 1) return t('input.empty');
      return t(`input.${scaleOf(issue.origin)}.least`, { least: Number(issue.minimum) });
    case 'too_big':
      return t(`input.${scaleOf(issue.origin)}.most`, { most: Number(issue.maximum) });
    case 'invalid_value':
      return t('input.choices', { choices: issue.values.map(String).join(', ') });
    case 'invalid_type':
      return t(issue.message.endsWith('received undefined') ? 'input.missing' : 'input.kind');
    default:
      return issue.message;
  }
}

/** What is counted of a value: its characters, its entries or itself. */
function scaleOf(origin: string): 'characters' | 'entries' | 'number' {
  if (origin === 'string') return 'characters';
  return ['array', 'set', 'map', 'object'].includes(origin) ? 'entries' : 'number';
}
