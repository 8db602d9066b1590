import type { PastePlan } from '../../domain/cases/plan-paste.ts';
import { h } from '../dom.ts';
import { t } from '../words.ts';
import { faultText } from './cell-editor.ts';
import type { Scheme } from './cells.ts';

const MOST_SHOWN = 50;

/** Shows what of a pasted block does not fit; resolves to what was decided. */
export function askAboutPaste(plan: PastePlan, schemes: readonly Scheme[]): Promise<boolean> {
  const { values, unfit, newChoices, outsideCount } = plan;
  const title = h('h2', { id: 'paste-title' }, t('cases.paste.title'));
  const dialog = h(
    'dialog',
    { class: 'paste-dialog', 'aria-labelledby': 'paste-title' },
    title,
    h('p', {}, t('cases.paste.fits', { count: values.length })),
    newChoices.length > 0 &&
      h(
        'p',
        {},
        t('cases.paste.choices', {
          choices: newChoices.map(({ attribute, choice }) => `${choice} (${attribute})`).join(', '),
        }),
      ),
    outsideCount > 0 && h('p', {}, t('cases.paste.outside', { count: outsideCount })),
    unfit.length > 0 && unfitTable(unfit, schemes),
  );
  return new Promise((resolve) => {
    const button = (name: string, value: string, quiet = false): HTMLButtonElement =>
      h(
        'button',
        { type: 'button', class: quiet ? 'quiet' : '', onclick: () => dialog.close(value) },
        name,
      );
    const buttons = [
      values.length > 0 && button(t('cases.paste.do', { count: values.length }), 'paste'),
      button(t('cases.paste.cancel'), 'cancel', true),
    ];
    dialog.append(h('div', { class: 'actions' }, ...buttons));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'paste');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

function unfitTable(unfit: PastePlan['unfit'], schemes: readonly Scheme[]): HTMLElement {
  const headers = ['case', 'attribute', 'value', 'reason'].map((one) =>
    h('th', { scope: 'col' }, t(`cases.paste.${one}`)),
  );
  const rows = unfit.slice(0, MOST_SHOWN).map((one) => {
    const scheme = schemes.find(({ name }) => name === one.attribute);
    const reason = scheme ? faultText(scheme, one.fault) : '';
    return h(
      'tr',
      {},
      h('th', { scope: 'row' }, one.case),
      ...[one.attribute, one.value, reason].map((text) => h('td', {}, text)),
    );
  });
  return h(
    'div',
    {
      class: 'table-scroll',
      tabindex: 0,
      role: 'region',
      'aria-label': t('cases.paste.unfit', { count: unfit.length }),
    },
    h(
      'table',
      { class: 'list' },
      h('caption', {}, t('cases.paste.unfit', { count: unfit.length })),
      h('thead', {}, h('tr', {}, ...headers)),
      h('tbody', {}, ...rows),
    ),
  );
}
