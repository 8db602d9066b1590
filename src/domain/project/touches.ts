import type { ProjectEvent } from './events.ts';
import type { Obstacle } from './ensure-applicable.ts';

/** Whether an event is about the record, or about the text there is once. */
export function touches(event: ProjectEvent, { entity, id }: Obstacle): boolean {
  switch (event.kind) {
    case 'project-created':
    case 'project-changed':
      return entity === 'settings';
    case 'report-changed':
      return entity === 'report';
    case 'report-entry-changed':
      return entity === 'report' && (id === '' || event.key === id);
    case 'guide-changed':
      return entity === 'guide';
    case 'excerpts-changed':
      return entity === 'excerpt' && event.ids.some((one) => one === id);
    default:
      return (
        event.kind.slice(0, event.kind.lastIndexOf('-')) === entity &&
        ('record' in event ? event.record.id : event.id) === id
      );
  }
}
