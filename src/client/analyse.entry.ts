import { goOnCounting } from './analyse/counting.ts';
import { keepScroll } from './analyse/keep-scroll.ts';
import { listenForQuotes } from './analyse/quotes.ts';
import { listenForSummaries } from './analyse/summaries.ts';
import { listenForTables } from './analyse/tables.ts';
import { listenForForms } from './live-forms.ts';
import { fetchRest } from './rest-of-page.ts';
import { sendOnChange } from './send-on-change.ts';

listenForForms();
sendOnChange();
listenForTables();
listenForQuotes();
listenForSummaries();
keepScroll();
goOnCounting();
fetchRest();
