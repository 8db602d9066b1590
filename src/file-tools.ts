import path from 'node:path';
import { CODEBOOK_FORMATS } from './formats/codebooks/registry.ts';
import { writeCodingsCsv } from './formats/codings/write-codings-csv.ts';
import { REDUCTION_FORMATS } from './formats/reductions/registry.ts';
import { REPORT_FORMATS } from './formats/reports/registry.ts';
import { FIGURE_FORMATS, SUMMARY_FORMATS } from './formats/tables/registry.ts';
import { writeAttributesCsv } from './formats/tables/write-attributes-csv.ts';
import { readCatalogues } from './system/read-catalogues.ts';
import type { FileTools } from './web/files/make-file.ts';
import { loadWords, type Catalogue } from './web/i18n.ts';
import type { Language } from './domain/project/records.ts';

/**
 * What files of a project are made with, in the app and in its threads alike.
 *
 * @param root of the project: the locales lie below it
 */
export async function composeFileTools(
  root: string,
): Promise<{ tools: FileTools; catalogues: Readonly<Record<Language, Catalogue>> }> {
  const catalogues = await readCatalogues(path.join(root, 'src/locales'));
  const { translate } = await loadWords(catalogues);
  const tools: FileTools = {
    reportFormats: REPORT_FORMATS,
    figureFormats: FIGURE_FORMATS,
    summaryFormats: SUMMARY_FORMATS,
    reductionFormats: REDUCTION_FORMATS,
    codebookFormats: CODEBOOK_FORMATS,
    writeCodings: writeCodingsCsv,
    writeAttributes: writeAttributesCsv,
    translate,
  };
  return { tools, catalogues };
}
