import { themeTitle } from '../codebook/tree.ts';
import type { Obstacle } from './ensure-applicable.ts';
import { recordsOf, type Project } from './project.ts';
import type { Entity, Records } from './records.ts';

const SHOWN = 60;

/** What a person knows a record by: its name, or the first words of what it says. */
export function recordTitle<E extends Entity>(entity: E, record: Records[E]): string {
  if (entity === 'theme') return themeTitle(record as Records['theme']);
  for (const field of ['name', 'title', 'quote', 'text'] as const) {
    const words = (record as Partial<Record<typeof field, unknown>>)[field];
    if (typeof words === 'string' && words !== '') return shortened(words);
  }
  return '';
}

/** What a person knows the record by; empty for what there is once, and for what is gone. */
export function titleOf(project: Project, { entity, id }: Obstacle): string {
  if (entity === 'report') {
    const theme = recordsOf(project, 'theme').get(id as never);
    return theme ? recordTitle('theme', theme) : '';
  }
  if (entity === 'settings' || entity === 'guide') return '';
  const records: ReadonlyMap<string, Records[Entity]> = recordsOf<Entity>(project, entity);
  const record = records.get(id);
  return record ? recordTitle(entity, record) : '';
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= SHOWN
    ? line
    : `${letters
        .slice(0, SHOWN - 1)
        .join('')
        .trimEnd()}…`;
}
