import { api, Refused } from './api.ts';
import { h } from './dom.ts';
import { toast } from './toast.ts';
import { t } from './words.ts';

interface Overwritten {
  readonly step: number;
  readonly entity: string;
  readonly field: string;
  readonly title: string;
  readonly by: string | null;
  readonly theirs: string;
}

const told = new Set<string>();
/** What was written in this window: writing on at one's own words overwrites nobody's. */
const own = new Set<string>();

/** Words sent from here. */
export function rememberOwn(words: unknown): void {
  if (typeof words === 'string' && words.trim() !== '') own.add(words.trim());
}

/** Tells whose words a change just took the place of, and offers to bring them back. */
export async function tellOverwritten(since: number): Promise<void> {
  const answer = await api<{ overwritten: Overwritten[] }>(
    'GET',
    `/overwritten?since=${since}`,
  ).catch(() => null);
  for (const one of answer?.overwritten ?? []) {
    const key = `${one.step} ${one.field}`;
    if (told.has(key) || own.has(one.theirs.trim())) continue;
    told.add(key);
    show(one);
  }
}

function show({ step, title, by, theirs }: Overwritten): void {
  const shelf = document.getElementById('toasts');
  const close = (): void => box.remove();
  const what = title ? `${title}: ` : '';
  const said = by ? t('overwritten.by', { who: by }) : t('overwritten.elsewhere');
  const box = h(
    'div',
    { class: 'toast bad overwritten' },
    h('div', {}, h('p', {}, said), h('blockquote', {}, what + theirs)),
    button(t('overwritten.back'), () => {
      close();
      void bringBack(step);
    }),
    button(t('overwritten.keep'), close),
  );
  shelf?.append(box);
}

async function bringBack(step: number): Promise<void> {
  try {
    await api('POST', '/undo', { step });
    toast(t('overwritten.brought'));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    toast(error.message, { bad: true });
  }
}

const button = (name: string, run: () => void): HTMLElement =>
  h('button', { type: 'button', onclick: run }, name);
