/** What a zip is by the names of its entries, where it is not what its ending says. */
export function officeKind(names: readonly string[]): string {
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  if (has('word/')) return 'DOCX';
  if (has('xl/')) return 'XLSX';
  if (has('ppt/')) return 'PPTX';
  if (has('content.xml')) return 'OpenDocument';
  if (has('META-INF/container.xml')) return 'EPUB';
  return 'ZIP';
}
