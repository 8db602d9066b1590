import type { JournalEvent } from '../../domain/project/events.ts';
import type { Turn } from '../../domain/text/turns.ts';
import { h } from '../dom.ts';
import { toast } from '../toast.ts';
import { t } from '../words.ts';
import { pageData } from './page-data.ts';
import { scroller, textPane, turnElement } from './text-pane.ts';

/** Shows who speaks as somebody has corrected it; where turns begin elsewhere now, offers the page anew. */
export function hearTurns(event: JournalEvent, changed: () => void): void {
  if (event.kind !== 'transcript-changed' || event.id !== pageData.transcriptId) return;
  const { turns } = event.after;
  if (!turns) return;
  if (!areDividedAlike(turns)) {
    if (document.hidden) openAnew();
    else
      toast(t('code.divided'), {
        stays: true,
        action: { name: t('code.open-anew'), run: openAnew },
      });
    return;
  }
  turns.forEach((turn, i) => {
    name(turn, i);
    pageData.turns[i] = turn;
  });
  changed();
}

const areDividedAlike = (turns: readonly Turn[]): boolean =>
  turns.length === pageData.turns.length &&
  turns.every(({ start, body, end }, i) => {
    const known = pageData.turns[i];
    return known?.start === start && known.body === body && known.end === end;
  });

function name({ speaker, role }: Turn, index: number): void {
  const before = pageData.turns[index];
  if (before?.speaker === speaker && before.role === role) return;
  const element = turnElement(index);
  element?.classList.replace(before?.role ?? '', role);
  const who = element?.querySelector('.who');
  if (speaker === null) who?.remove();
  else if (who) who.textContent = speaker;
  else element?.querySelector('.said')?.before(h('span', { class: 'who' }, speaker));
}

/** The page again, at the turn that is in sight. */
function openAnew(): void {
  const { top } = scroller.getBoundingClientRect();
  const seen = [...textPane.querySelectorAll('.turn')].find(
    (turn) => turn.getBoundingClientRect().bottom > top,
  );
  if (seen) history.replaceState(null, '', `#${seen.id}`);
  location.reload();
}
