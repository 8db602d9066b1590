import { projectId } from './api.ts';
import { listenForHistory } from './history.ts';
import { keepPageLive } from './live-page.ts';
import { listenForMode } from './mode.ts';

listenForMode();
if (projectId) {
  listenForHistory();
  // The coding page redraws only what a change touches.
  if (document.body.dataset['place'] !== 'code') keepPageLive();
}
