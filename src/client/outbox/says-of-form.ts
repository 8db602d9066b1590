/** A form that is being sent, in words: what it belongs to, what was pressed, what was written or chosen. */
export function saysOf(form: HTMLFormElement, submitter: HTMLElement | null): string {
  const pressed = submitter?.getAttribute('aria-label') ?? visibleText(submitter);
  const parts = [headingOf(form), pressed, ...[...form.elements].map(valueOf)];
  return [...new Set(parts.map(inOneLine))].filter(Boolean).join(' – ');
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Without the keys that are shown beside. */
function visibleText(element: Element | null): string {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const key of copy.querySelectorAll('kbd')) key.remove();
  return copy.textContent;
}

/** The heading of the nearest part of the page that has one. */
function headingOf(form: HTMLFormElement): string {
  for (let at: Element | null = form; at; at = at.parentElement) {
    const heading = at.querySelector(':scope > :is(h1, h2, h3), :scope > header :is(h1, h2, h3)');
    if (heading) return heading.textContent;
  }
  return '';
}

/** What differs from how the form was drawn; what was not touched goes without saying. */
function valueOf(field: Element): string {
  if (field instanceof HTMLTextAreaElement)
    return field.value === field.defaultValue ? '' : field.value;
  if (field instanceof HTMLSelectElement) {
    const [option] = field.selectedOptions;
    return option && !option.defaultSelected ? option.text : '';
  }
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return '';
  if (field.type === 'checkbox' || field.type === 'radio')
    return field.checked && !field.defaultChecked ? (field.labels?.[0]?.textContent ?? '') : '';
  return field.value === field.defaultValue ? '' : field.value;
}
