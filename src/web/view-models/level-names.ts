import { OUTSIDE } from '../../domain/codebook/notes.ts';
import { LEVELS, type Settings } from '../../domain/project/records.ts';
import type { Translate } from '../i18n.ts';

const isUsual = (level: string): boolean => (LEVELS as readonly string[]).includes(level);

/** What the project calls a level: its own word for it, the usual one, or the level's own. */
export const levelName = (level: string, settings: Settings, t: Translate): string =>
  settings.levelNames[level] ??
  (isUsual(level) || level === OUTSIDE ? t(`levels.${level}`) : level);

/** The levels to choose from: the usual ones, and those that themes of the project have. */
export const levelsOf = (used: Iterable<string | null>, approachHasOutside: boolean): string[] => [
  ...new Set([
    ...LEVELS,
    ...(approachHasOutside ? [OUTSIDE] : []),
    ...[...used].filter((level) => level !== null),
  ]),
];
