import { projectId } from './api.ts';
import { listenForHistory } from './history.ts';
import { showWhoIsHere } from './here.ts';
import { holdPageWhileOffline } from './hold-page.ts';
import { keepPageLive } from './live-page.ts';
import { listenForMode } from './mode.ts';
import { startOutbox } from './outbox/start-outbox.ts';

listenForMode();
if (projectId) {
  listenForHistory();
  showWhoIsHere();
  // Once the scripts of the page have said what they do themselves.
  window.addEventListener('load', holdPageWhileOffline);
  // The coding page redraws only what a change touches.
  if (document.body.dataset['place'] !== 'code') {
    keepPageLive();
    startOutbox();
  }
}
