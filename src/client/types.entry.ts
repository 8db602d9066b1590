import { listenForForms } from './live-forms.ts';
import { listenForRowKeys } from './row-keys.ts';

listenForForms();
listenForRowKeys();
