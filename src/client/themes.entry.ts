import { letThemesBeDragged } from './codebook/drag.ts';
import { listenForTree } from './codebook/tree.ts';
import { tellTwins } from './codebook/twins.ts';
import { listenForForms } from './live-forms.ts';
import { fetchRest } from './rest-of-page.ts';

listenForForms();
fetchRest();
listenForTree();
letThemesBeDragged();
tellTwins();
