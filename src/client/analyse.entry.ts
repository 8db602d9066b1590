import { listenForQuotes } from './analyse/quotes.ts';
import { listenForTables } from './analyse/tables.ts';
import { sendOnChange } from './send-on-change.ts';

sendOnChange();
listenForTables();
listenForQuotes();
