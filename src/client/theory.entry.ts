import { letConceptsBeChecked } from './concept-checks.ts';
import { letListsBeFiltered } from './filter-list.ts';
import { letOutlinesBeIndented } from './indent-outline.ts';
import { listenForForms } from './live-forms.ts';
import { listenForRowKeys } from './row-keys.ts';

listenForForms();
listenForRowKeys();
letConceptsBeChecked();
letOutlinesBeIndented();
letListsBeFiltered();
