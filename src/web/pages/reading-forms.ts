import { permits, type Role } from '../../domain/people/roles.ts';
import { needOf } from '../middleware/gate.ts';

/**
 * A page as a role sees it: what the gate would refuse is not offered. A form that shows something
 * is left to be read, without its buttons; one that only makes or removes something is left out, and
 * so is what was only there to open it. Our forms are never nested, and user text holds no markup.
 *
 * @param base the project's address
 */
export function readingForms(html: string, role: Role, base: string): string {
  if (permits(role, 'own')) return html;
  const read = html.replace(FORM, (form: string, attributes: string, content: string) => {
    const path = projectPath(attributes, base);
    if (path === null || permits(role, needOf('POST', path))) return form;
    return showsSomething(attributes, content) ? asRead(attributes, content) : '';
  });
  return withoutEmptyFolds(read);
}

const FORM = /<form\b([^>]*)>([\s\S]*?)<\/form>/g;
const BUTTON = /<button\b[^>]*>[\s\S]*?<\/button>/g;
const EMPTY_FOLD =
  /<details\b[^>]*>\s*<summary\b[^>]*>(?:(?!<\/summary>)[\s\S])*<\/summary>\s*<\/details>/g;

/** Where a form writes to, below the project; null for one that asks or leads elsewhere. */
function projectPath(attributes: string, base: string): string | null {
  if (!/\bmethod="post"/.test(attributes)) return null;
  const action = /\baction="([^"]*)"/.exec(attributes)?.[1] ?? '';
  return action.startsWith(`${base}/`) ? (action.slice(base.length).split(/[?#]/)[0] ?? '') : null;
}

/** Whether there is anything in it to read. One that is emptied when it was sent makes new things. */
function showsSomething(attributes: string, content: string): boolean {
  if (/\bdata-reset\b|multipart\/form-data/.test(attributes)) return false;
  const fields = content.replace(/<input\b[^>]*\btype="hidden"[^>]*>/g, '');
  return (
    /<textarea\b[^>]*>\s*[^\s<]/.test(fields) ||
    /<input\b[^>]*\bvalue="[^"]*[^"\s][^"]*"/.test(fields) ||
    /<(?:option|input)\b[^>]*\b(?:selected|checked)\b/.test(fields) ||
    /<t[dh]\b/.test(fields)
  );
}

const asRead = (attributes: string, content: string): string =>
  `<form${attributes}><fieldset class="as-read" disabled>${content.replace(BUTTON, '')}</fieldset></form>`;

function withoutEmptyFolds(html: string): string {
  const less = html.replace(EMPTY_FOLD, '');
  return less === html ? html : withoutEmptyFolds(less);
}
