import type { ConceptId } from '../ids.ts';
import type { NewConcept } from '../project/framework-commands.ts';

type Outlined = NewConcept & { readonly id: ConceptId };

/**
 * Concepts as people type them: one a line, what is indented stands below the line above it that is
 * indented less. Tabs and spaces count one each; a bullet before the name is left out.
 */
export function conceptOutline(text: string, newId: () => ConceptId): Outlined[] {
  const above: { readonly width: number; readonly id: ConceptId }[] = [];
  return text.split(/\r\n?|\n/).flatMap((line): Outlined[] => {
    const [, indent = '', name = ''] = /^(\s*)(?:[-*•–]\s+)?(.*?)\s*$/u.exec(line) ?? [];
    if (name === '') return [];
    while ((above.at(-1)?.width ?? -1) >= indent.length) above.pop();
    const concept = { id: newId(), name, parentId: above.at(-1)?.id ?? null };
    above.push({ width: indent.length, id: concept.id });
    return [concept];
  });
}
