import { makeGrid } from './cases/grid.ts';
import { listenForForms } from './live-forms.ts';
import { sendOnChange } from './send-on-change.ts';

listenForForms();
sendOnChange();
makeGrid();
document.addEventListener('teema:redrawn', makeGrid);
