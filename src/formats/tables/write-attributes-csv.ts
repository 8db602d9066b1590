import { attributesInOrder, casesInOrder, type Project } from '../../domain/project/project.ts';
import { writeCsv } from '../csv.ts';

/**
 * Every case and what is known of it, as `readTable` and the import of attributes read it again.
 *
 * @param caseColumn what the column of the cases is called
 */
export function writeAttributesCsv(project: Project, caseColumn: string): string {
  const { language } = project.settings;
  const attributes = attributesInOrder(project);
  const header = [caseColumn, ...attributes.map(({ name }) => name)];
  const rows = casesInOrder(project).map((one) => [
    one.name,
    ...attributes.map(({ id }) => {
      const value = one.attributes[id] ?? null;
      const isWritten = typeof value === 'number' && language !== 'en' && value > 0;
      // A spreadsheet in these languages takes 3.5 for text or for a date.
      return isWritten ? String(value).replace('.', ',') : value;
    }),
  ]);
  return writeCsv([header, ...rows], language);
}
