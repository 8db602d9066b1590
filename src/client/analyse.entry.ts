import { sendOnChange } from './send-on-change.ts';

sendOnChange();
