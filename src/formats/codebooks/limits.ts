import { MOST_LEVELS } from '../../domain/project/theme-levels.ts';
import { Rejection } from '../../domain/rejection.ts';
import type { TextField } from '../../domain/codebook/codebook-file.ts';

/** What a file of a codebook may hold. Longer texts are cut and told, all else is refused. */
export const CODEBOOK_LIMITS = {
  megabytes: 20,
  themes: 20_000,
  /** A top theme is of level 1. */
  levels: MOST_LEVELS,
  /** Characters (UTF-16 code units), as in the project itself. */
  name: 200,
  text: 20_000,
} as const;

export const TEXT_LIMITS: Readonly<Record<TextField, number>> = {
  label: 40,
  level: 40,
  definition: CODEBOOK_LIMITS.text,
  include: CODEBOOK_LIMITS.text,
  exclude: CODEBOOK_LIMITS.text,
  example: CODEBOOK_LIMITS.text,
  memo: CODEBOOK_LIMITS.text,
  concept: CODEBOOK_LIMITS.name,
  citation: CODEBOOK_LIMITS.text,
  rationale: CODEBOOK_LIMITS.text,
  relationNote: CODEBOOK_LIMITS.text,
  questions: CODEBOOK_LIMITS.text,
  features: CODEBOOK_LIMITS.text,
};

/** @throws Rejection `codebook-too-large` {file, megabytes}, `file-empty` {file} */
export function ensureFits(file: string, bytes: Uint8Array): void {
  const { megabytes } = CODEBOOK_LIMITS;
  if (bytes.length > megabytes * 1024 * 1024)
    throw new Rejection('invalid', 'codebook-too-large', { file, megabytes });
  if (bytes.length === 0) throw new Rejection('invalid', 'file-empty', { file });
}

/** @throws Rejection `codebook-too-many` {file, most} */
export function ensureFew(file: string, themeCount: number): void {
  const { themes } = CODEBOOK_LIMITS;
  if (themeCount > themes)
    throw new Rejection('invalid', 'codebook-too-many', { file, most: themes });
}

/** @throws Rejection `codebook-too-deep` {file, levels} */
export function ensureShallow(file: string, level: number): void {
  const { levels } = CODEBOOK_LIMITS;
  if (level > levels) throw new Rejection('invalid', 'codebook-too-deep', { file, levels });
}
