import type { ExcerptId } from '../domain/ids.ts';
import { foreseeAgain, hear, refreshCounts } from './code/actions.ts';
import { drawCaret } from './code/caret.ts';
import { keepCodedShare } from './code/coded-share.ts';
import { drawCodebook } from './code/codebook-pane.ts';
import { drawSoon } from './code/draw.ts';
import { drawPanel, refreshThreads, whenMovingEnds } from './code/excerpt-panel.ts';
import { goToUncoded, open, openAt } from './code/excerpts.ts';
import { openFind, startFind } from './code/find.ts';
import { listenForKeys, openKeys } from './code/keys.ts';
import { model } from './code/model.ts';
import { pageData } from './code/page-data.ts';
import { openPalette } from './code/palette.ts';
import { hearRounds } from './code/rounds.ts';
import { readSelection } from './code/selection.ts';
import { state } from './code/state.ts';
import { drawAll, startStripes } from './code/stripes.ts';
import { select, selectedSpan, scroller, textPane } from './code/text-pane.ts';
import { hearThreads } from './code/threads.ts';
import { hearTurns } from './code/turns.ts';
import { follow } from './live.ts';
import { startOutbox } from './outbox/start-outbox.ts';
import { isReading } from './reading.ts';

model.onChange((touched) => {
  if (state.current && !model.excerpt(state.current)) state.set({ current: null });
  drawPanel();
  drawSoon(touched);
});

state.onChange(() => {
  drawPanel();
  drawSoon({});
});

document.addEventListener('selectionchange', () => {
  drawCaret();
  readSelection();
});

let pressed: { x: number; y: number } | null = null;
textPane.addEventListener('pointerdown', ({ clientX: x, clientY: y }) => (pressed = { x, y }));

/** A drag that ends opens the palette; a click opens the excerpt under it. */
document.addEventListener('pointerup', (event) => {
  if (!pressed || event.button !== 0) return;
  pressed = null;
  const where = event.target instanceof Element ? event.target : null;
  // The browser settles the selection after this event.
  setTimeout(() => {
    const passage = selectedSpan();
    if (!passage) clickOn(where);
    else if (state.movingEnds) state.set({ passage });
    else {
      state.set({ passage, current: null });
      if (!isReading) openPalette(passage);
    }
  });
});

function clickOn(where: Element | null): void {
  if (where?.closest('.stripes, a')) return;
  const ids: string[] = [];
  for (let mark = where?.closest('mark'); mark; mark = mark.parentElement?.closest('mark'))
    ids.push(mark.getAttribute('data-e') ?? '');
  if (ids.length > 0) openAt(ids);
  else if (where && textPane.contains(where)) state.set({ current: null, passage: null });
}

whenMovingEnds((excerpt) => {
  textPane.focus({ preventScroll: true });
  select(excerpt.start, excerpt.end);
});

const buttons: Readonly<Record<string, () => void>> = {
  find: openFind,
  keys: openKeys,
  'next-uncoded': goToUncoded,
};
for (const [name, run] of Object.entries(buttons))
  document.querySelector(`[data-do="${name}"]`)?.addEventListener('click', run);

/** `#e-<id>` opens an excerpt, as links in the report do. */
function openFromAddress(): void {
  const id = /^#e-(.+)$/.exec(location.hash)?.[1];
  if (id) open(decodeURIComponent(id) as ExcerptId);
}
window.addEventListener('hashchange', openFromAddress);
scroller.addEventListener('scroll', drawCaret, { passive: true });

startFind();
listenForKeys();
drawCodebook();
startStripes(open);
keepCodedShare();
openFromAddress();
follow(pageData.revision, (event) => {
  hear(event);
  hearTurns(event, drawAll);
  hearThreads(event, () => {
    drawAll();
    refreshThreads();
  });
  hearRounds(event);
  refreshCounts();
});
startOutbox(foreseeAgain);
