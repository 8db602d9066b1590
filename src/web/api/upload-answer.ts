import type { RowProblem } from '../../app/ports.ts';
import type { UploadResult } from '../../app/upload-transcripts.ts';
import type { ImportedCodings } from '../../app/import-codings.ts';
import { caseNamesIn } from '../../domain/cases/case-of.ts';
import { speakerDoubts } from '../../domain/cases/speaker-doubts.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Translate } from '../i18n.ts';

/** An upload's outcome with its reasons in the user's language. */
export const uploadJson = (project: Project, result: UploadResult, t: Translate): object => ({
  imported: result.imported.map(({ transcript, warnings }) => ({
    id: transcript.id,
    title: transcript.title,
    caseId: transcript.caseId,
    caseName: caseNamesIn(project, transcript).join(', '),
    words: transcript.wordCount,
    turns: transcript.turns.length,
    warnings: warnings.map(({ code, details }) => t(`warnings.${code}`, details)),
  })),
  rejected: result.rejected.map(({ file, rejection }) => ({
    file,
    reason: t(`errors.${rejection.code}`, rejection.details),
    code: rejection.code,
  })),
  /** How much about the speakers of the project a person should look at. */
  speakerDoubts: speakerDoubts(project).length,
  revision: result.revision,
});

export const codingsJson = (
  { misses, warnings, ...counts }: ImportedCodings,
  unreadable: readonly RowProblem[],
  t: Translate,
): object => ({
  ...counts,
  misses: [...unreadable, ...misses].sort((a, b) => a.row - b.row).map(inWords(t)),
  warnings: warnings.map(inWords(t)),
});

const inWords =
  (t: Translate) =>
  ({ row, code, details }: RowProblem): object => ({
    row,
    code,
    reason: t(`errors.${code}`, details),
  });
