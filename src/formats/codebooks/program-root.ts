import type { CodebookSet, Loss } from '../../domain/codebook/codebook-file.ts';
import type { Draft } from './draft.ts';
import { folded } from './terms.ts';

/** What NVivo in its languages, and programs after it, call the root that holds all codes. */
const ROOT_NAMES = ['nodes', 'codes', 'knoten', 'codierungen', 'nodos', 'códigos', 'nœuds', 'nós'];

/** The themes without a root that only a program needs; that it is left out is told. */
export function withoutProgramRoot(
  themes: Draft[],
  sets: readonly CodebookSet[],
  losses: Loss[],
): Draft[] {
  const [root] = themes;
  if (!root || themes.length > 1 || !isProgramRoot(root, sets)) return themes;
  losses.push({ row: null, code: 'qdc-root-left-out', details: { theme: root.name } });
  return root.children;
}

const isProgramRoot = (root: Draft, sets: readonly CodebookSet[]): boolean =>
  !root.codable &&
  root.children.length > 0 &&
  ROOT_NAMES.includes(folded(root.name)) &&
  root.definition === null &&
  sets.every(({ memberGuids }) => root.guid === null || !memberGuids.includes(root.guid));
