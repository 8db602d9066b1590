import { projectId } from './api.ts';
import { h } from './dom.ts';

const TABLE = /\.(?:csv|tsv|xlsx)$/i;

/** A table among transcripts is a survey's: alone, it is taken to the page that asks what is in it. */
export function openAsSurvey(files: readonly File[]): boolean {
  const [file] = files;
  if (!file || files.length > 1 || !TABLE.test(file.name)) return false;
  const input = h('input', { type: 'file', name: 'file' });
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  const action = `/projects/${projectId}/survey`;
  const form = h('form', { method: 'post', action, enctype: 'multipart/form-data' }, input);
  form.hidden = true;
  document.body.append(form);
  form.submit();
  return true;
}
