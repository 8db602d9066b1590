const INDENT = '  ';

/**
 * In a field for outlines Enter keeps the indent of the line. Tab stays what leads out of the field:
 * nobody is caught in it.
 */
export function letOutlinesBeIndented(): void {
  document.addEventListener('keydown', (event) => {
    const { target: field, key } = event;
    if (!(field instanceof HTMLTextAreaElement) || field.dataset['indent'] === undefined) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.isComposing;
    if (key === 'Enter' && plain && !event.altKey) keepIndent(event, field);
    if (plain && event.altKey && key === 'ArrowRight') shift(event, field, 1);
    if (plain && event.altKey && key === 'ArrowLeft') shift(event, field, -1);
  });
}

const lineStart = ({ value, selectionStart }: HTMLTextAreaElement): number =>
  value.lastIndexOf('\n', selectionStart - 1) + 1;

function keepIndent(event: Event, field: HTMLTextAreaElement): void {
  const line = field.value.slice(lineStart(field), field.selectionStart);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  if (indent === '') return;
  event.preventDefault();
  put(field, `\n${indent}`, field.selectionStart, field.selectionEnd, 'end');
}

function shift(event: Event, field: HTMLTextAreaElement, by: 1 | -1): void {
  event.preventDefault();
  const start = lineStart(field);
  const has = field.value.startsWith(INDENT, start);
  if (by > 0) put(field, INDENT, start, start, 'preserve');
  else if (has) put(field, '', start, start + INDENT.length, 'preserve');
}

function put(
  field: HTMLTextAreaElement,
  text: string,
  from: number,
  to: number,
  caret: SelectionMode,
): void {
  field.setRangeText(text, from, to, caret);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
