import type { GroupLabel } from '../domain/cases/groups-of-attribute.ts';
import type { Attribute, Language } from '../domain/project/records.ts';
import type { AttributeValue } from '../domain/cases/attribute-value.ts';
import type { Translate } from './i18n.ts';

/** A value of an attribute as people of the language write it: 3,5 and 8.12.2022. */
export function valueName(
  { kind }: Pick<Attribute, 'kind'>,
  value: AttributeValue,
  language: Language,
): string {
  if (typeof value === 'number')
    return value.toLocaleString(language, { maximumFractionDigits: 12, useGrouping: 'min2' });
  return kind === 'date' ? dateName(value, language) : value;
}

function dateName(iso: string, language: Language): string {
  const [year, month, day] = iso.split('-').map(Number);
  return language === 'fi' ? `${day}.${month}.${year}` : iso;
}

/** What a group of cases is called in a table. */
export function groupName(
  attribute: Pick<Attribute, 'kind'>,
  label: GroupLabel,
  language: Language,
  t: Translate,
): string {
  const named = (value: AttributeValue): string => valueName(attribute, value, language);
  switch (label.kind) {
    case 'value':
      return named(label.value);
    case 'year':
      return label.year;
    case 'measure':
      return t(`measures.groups.${label.group}`);
    case 'missing':
      return t('measures.groups.missing');
    case 'range': {
      const from = label.from === null ? null : named(label.from);
      const to = label.to === null ? null : named(label.to);
      if (from !== null && to !== null) return t('measures.ranges.between', { from, to });
      if (from !== null) return t('measures.ranges.over', { from });
      return to === null ? t('measures.ranges.all') : t('measures.ranges.upTo', { to });
    }
  }
}
