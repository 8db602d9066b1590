import { isPaletteOpen } from './palette.ts';
import { state } from './state.ts';
import { selectedSpan, textPane } from './text-pane.ts';

/**
 * Takes over what is selected in the text. Called when the browser says that the selection changed,
 * and before a key is acted on, because the browser says so a moment late.
 */
export function readSelection(): void {
  if (isPaletteOpen()) return;
  const passage = selectedSpan();
  if (passage?.start === state.passage?.start && passage?.end === state.passage?.end) return;
  // Going to a field or a button drops the selection; what was selected is still meant.
  const inText = document.activeElement === textPane || document.activeElement === document.body;
  if (!passage && !inText) return;
  state.set({ passage, ...(passage && !state.movingEnds ? { current: null } : {}) });
}
