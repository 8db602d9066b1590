/** Whether a field differs from how the page was drawn. */
export function isTouched(field: Element): boolean {
  if (isTicked(field)) return field.checked !== field.defaultChecked;
  if (isWritten(field)) return field.value !== field.defaultValue;
  return (
    field instanceof HTMLSelectElement &&
    [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected) &&
    field.value !== valueAsDrawn(field)
  );
}

/** Where no option is marked, the first one stands. */
const valueAsDrawn = ({ options }: HTMLSelectElement): string | undefined =>
  ([...options].find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value;

/**
 * The fields of a form as a browser sends them. Of a form marked `data-changes` what nobody touched
 * is left out: others may have changed it since the page was drawn.
 */
export function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): string {
  const fields = new URLSearchParams();
  const touched = new Set(
    [...form.elements].filter((field) => !isPicked(field) || isTouched(field)).map(nameOf),
  );
  for (const [name, value] of new FormData(form, submitter))
    if (typeof value === 'string' && (form.dataset['changes'] === undefined || touched.has(name)))
      fields.append(name, value);
  return fields.toString();
}

/** Puts what was touched in a form into the same one of a page that was drawn anew. */
export function fillIn(now: HTMLFormElement, old: HTMLFormElement): void {
  const touched = new Set([...old.elements].filter(isTouched).map(nameOf));
  const written = new FormData(old);
  for (const field of now.elements)
    if (isPicked(field) && touched.has(field.name)) putIn(field, written);
}

function putIn(field: Picked, written: FormData): void {
  if (isTicked(field)) field.checked = written.getAll(field.name).includes(field.value);
  else {
    const value = written.get(field.name);
    if (typeof value === 'string') field.value = value;
  }
}

type Picked = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const nameOf = (field: Element): string => field.getAttribute('name') ?? '';

/** A field somebody writes in or chooses from; hidden ones and buttons are not. */
const isPicked = (field: Element): field is Picked =>
  field instanceof HTMLSelectElement || (isWritten(field) && field.type !== 'hidden');

const isTicked = (field: Element): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

const isWritten = (field: Element): field is HTMLInputElement | HTMLTextAreaElement =>
  field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
