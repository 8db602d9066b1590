import { listenForForms } from './live-forms.ts';
import { listenForRowKeys } from './row-keys.ts';
import { letThemesBeDragged } from './theme-drag.ts';

listenForForms();
listenForRowKeys();
letThemesBeDragged();
