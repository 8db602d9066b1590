import { letThemesBeDragged } from './codebook/drag.ts';
import { listenForTree } from './codebook/tree.ts';
import { tellTwins } from './codebook/twins.ts';
import { listenForForms } from './live-forms.ts';

listenForForms();
listenForTree();
letThemesBeDragged();
tellTwins();
