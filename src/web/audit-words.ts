import type { AuditChange, AuditField, AuditValue } from '../domain/audit/audit-change.ts';
import { accountOf, type AccountId } from '../domain/people/people.ts';
import type { Translate } from './i18n.ts';
import type { Services } from './services.ts';

/** Fields that are told by name; of others it is only told that something changed. */
const FIELDS: ReadonlySet<string> = new Set([
  ...['name', 'title', 'label', 'definition', 'include', 'exclude', 'memo', 'level', 'colour'],
  ...['parentId', 'order', 'themeIds', 'typeIds', 'reduction', 'stance', 'deviant'],
  ...['deviantReason', 'question', 'quote', 'verdict', 'text', 'resolvedBy', 'caseId', 'retired'],
  ...['conceptId', 'relation', 'origin', 'note', 'citation', 'description', 'date', 'place'],
  ...['pages', 'durationSeconds', 'notes', 'people', 'approach', 'language', 'researchQuestions'],
  ...['kind', 'choices', 'anchorId', 'coderId', 'texts', 'answers', 'introduction'],
]);

/** Who did something: an account by its name, whoever was at the keyboard in local mode by the computer. */
export function actorName({ directory }: Services, id: string, t: Translate): string {
  if (id === 'local') return t('audit.this-computer');
  const account = directory && accountOf(directory.people, id as AccountId);
  return account?.name ?? t('audit.removed-account');
}

/** What was done, e.g. "coding"; the bare kind where a later version wrote it. */
export const kindName = (kind: string, t: Translate): string =>
  orElse(() => t(`client.commands.${kind}`), kind);

/** "Theme 4.1 Trust: name: Trust → Reliance" */
export function changeWords(change: AuditChange, t: Translate): string {
  const { what, record, name, fields, alike } = change;
  const head = t(`audit.record.${record}`);
  const about = name === '' ? head : t('audit.about', { record: head, name });
  const done = what === 'changed' ? '' : ` (${t(`audit.what.${what}`)})`;
  const more = alike > 0 ? ` ${t('audit.alike', { count: alike })}` : '';
  const details = fields.filter(({ field }) => FIELDS.has(field)).map((one) => fieldWords(one, t));
  return [`${about}${done}${more}`, ...details].join('; ');
}

export function fieldWords({ field, before, after }: AuditField, t: Translate): string {
  const name = t(`audit.field.${field}`);
  if (before === null && after === null) return t('audit.field-changed', { field: name });
  const side = (value: AuditValue): string => valueWords(field, value, t);
  return t('audit.field-from-to', { field: name, before: side(before), after: side(after) });
}

/** What is shown of a change: the fields that have words. */
export const toldFields = ({ fields }: AuditChange): readonly AuditField[] =>
  fields.filter(({ field }) => FIELDS.has(field));

function valueWords(field: string, value: AuditValue, t: Translate): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  const told = String(value);
  switch (field) {
    case 'verdict':
      return orElse(() => t(`review.verdict.${told}`), told);
    case 'origin':
      return orElse(() => t(`origins.${told}`), told);
    case 'relation':
      return orElse(() => t(`relations.${told}`), told);
    case 'approach':
      return orElse(() => t(`approaches.${told}`), told);
    default:
      return told;
  }
}

function orElse(words: () => string, otherwise: string): string {
  try {
    return words();
  } catch {
    return otherwise;
  }
}
