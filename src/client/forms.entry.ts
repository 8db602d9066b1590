import { listenForForms } from './live-forms.ts';

// For pages that have no script of their own.
listenForForms();
