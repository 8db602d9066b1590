import { projectId } from './api.ts';
import { listenForHistory } from './history.ts';
import { showWhoIsHere } from './here.ts';
import { keepPageLive } from './live-page.ts';
import { listenForMode } from './mode.ts';
import { outbox } from './outbox/outbox.ts';
import { showUnsent } from './outbox/panel.ts';

listenForMode();
if (projectId) {
  listenForHistory();
  showWhoIsHere();
  // The coding page redraws only what a change touches.
  if (document.body.dataset['place'] !== 'code') {
    keepPageLive();
    showUnsent(() => ({}));
    void outbox.takeOver(() => ({}));
  }
}
