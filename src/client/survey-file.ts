import { captionColumns, holdsCaptions } from '../domain/text/caption-columns.ts';
import { projectId } from './api.ts';
import { h } from './dom.ts';

const TABLE = /\.(?:csv|tsv|xlsx)$/i;
const HEAD_BYTES = 2_000;

/** Whether a table has a row for each stretch of speech, as recognisers write it: a transcript. */
async function isSpeech(file: File): Promise<boolean> {
  const head = await file.slice(0, HEAD_BYTES).text();
  const [header = ''] = head.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  const cells = header.split(/[,;\t]/).map((cell) => cell.replace(/^"|"$/g, ''));
  return holdsCaptions(captionColumns(cells));
}

/** A table among transcripts is a survey's: alone, it is taken to the page that asks what is in it. */
export async function openAsSurvey(files: readonly File[]): Promise<boolean> {
  const [file] = files;
  if (!file || files.length > 1 || !TABLE.test(file.name) || (await isSpeech(file))) return false;
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
