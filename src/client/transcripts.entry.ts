import { droppedFiles } from './dropped-files.ts';
import { listenForForms } from './live-forms.ts';
import { isReading } from './reading.ts';
import { openAsSurvey } from './survey-file.ts';
import { Uploads } from './uploads.ts';

listenForForms();

const uploads = new Uploads();
uploads.showIn(document.getElementById('uploads'));
document.addEventListener('teema:redrawn', () => {
  uploads.showIn(document.getElementById('uploads'));
  enhance();
});
enhance();

/** The form that sends files by itself becomes one button. */
function enhance(): void {
  const form = document.getElementById('upload');
  const input = form?.querySelector<HTMLInputElement>('input[type="file"]');
  if (!form || !input) return;
  input.hidden = true;
  const submit = form.querySelector<HTMLButtonElement>('button:not([type="button"])');
  if (submit) submit.hidden = true;
  form.querySelector('.choose')?.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    input.value = '';
    void take(files);
  });
}

const take = async (files: readonly File[]): Promise<void> => {
  if (!(await openAsSurvey(files))) uploads.add(files);
};

const bringsFiles = (event: DragEvent): boolean =>
  (!isReading && event.dataTransfer?.types.includes('Files')) ?? false;

document.addEventListener('dragover', (event) => {
  if (!bringsFiles(event)) return;
  event.preventDefault();
  document.body.classList.add('dropping');
});
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) document.body.classList.remove('dropping');
});
document.addEventListener('drop', (event) => {
  document.body.classList.remove('dropping');
  if (!bringsFiles(event) || !event.dataTransfer) return;
  event.preventDefault();
  void droppedFiles(event.dataTransfer).then(take);
});
