import { listenForForms } from './live-forms.ts';

listenForForms();
