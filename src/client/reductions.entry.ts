import { listenForForms } from './live-forms.ts';
import { fetchRest } from './rest-of-page.ts';
import { listenForChainKeys } from './reductions/chain-keys.ts';
import { keepPlaceInView } from './reductions/keep-place.ts';
import { letRowsBeRegrouped } from './reductions/regroup.ts';
import { sendOnChange } from './send-on-change.ts';

listenForForms();
fetchRest();
sendOnChange();
listenForChainKeys();
letRowsBeRegrouped();
keepPlaceInView();
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('[data-do="print"]')) window.print();
});
