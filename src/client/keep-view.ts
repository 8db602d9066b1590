/**
 * Remembers what somebody sees and has selected in a part of the page that is about to be drawn
 * anew; the returned function puts it back into the new part.
 */
export function keepView(old: HTMLElement): (fresh: HTMLElement) => void {
  const back = [keepScrolled(old), keepSelected(old), keepAnchor(old)];
  return (fresh) => {
    for (const put of back) put(fresh);
  };
}

type Put = (fresh: HTMLElement) => void;
const NOTHING: Put = () => undefined;

/** Where an element is found again: by its id, else by its place among its kin. */
function pathOf(element: Element, root: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) {
    if (at.id) return [`#${CSS.escape(at.id)}`, ...steps].join(' > ');
    const nth = [...(at.parentElement?.children ?? [])].indexOf(at) + 1;
    steps.unshift(`${at.localName}:nth-child(${nth})`);
  }
  return [':scope', ...steps].join(' > ');
}

/**
 * What was ever scrolled. Asking every element of a long page where it stands would lay out all that
 * is not on the screen.
 */
const everScrolled = new Set<Element>();
document.addEventListener(
  'scroll',
  ({ target }) => {
    if (target instanceof Element) everScrolled.add(target);
  },
  { capture: true, passive: true },
);

/** What scrolls within the page shows what it showed, though there may be more above it now. */
function keepScrolled(old: HTMLElement): Put {
  for (const one of everScrolled) if (!one.isConnected) everScrolled.delete(one);
  const scrolled = [...everScrolled]
    .filter((one) => old.contains(one) && (one.scrollTop > 0 || one.scrollLeft > 0))
    .map((one) => ({
      path: pathOf(one, old),
      top: one.scrollTop,
      left: one.scrollLeft,
      anchor: anchorIn(one, one.getBoundingClientRect()),
    }));
  return (fresh) => {
    for (const { path, top, left, anchor } of scrolled) {
      const now = fresh.querySelector(path);
      now?.scrollTo(left, top);
      if (now && anchor) holdTo(anchor, now);
    }
  };
}

/** Rows that were never on the screen have their real height only once they are drawn: then again. */
function holdTo(anchor: Anchor, box: Element): void {
  const hold = (): void => {
    box.scrollTop += movedBy(anchor, box.getBoundingClientRect().top);
  };
  hold();
  requestAnimationFrame(() => requestAnimationFrame(hold));
}

interface Anchor {
  readonly id: string;
  /** Below the upper edge of what scrolls. */
  readonly top: number;
}

const LINE_PX = 16;

/**
 * The first thing with a name that begins between the edges. Looked for line by line down the middle
 * of the part, for what is not on the screen costs to measure.
 */
function anchorIn(
  part: Element,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  isMeant: (one: Element) => boolean = () => true,
): Anchor | null {
  const { left, width } = part.getBoundingClientRect();
  for (let y = Math.max(0, top) + 1; y < Math.min(innerHeight, bottom); y += LINE_PX) {
    const named = document.elementFromPoint(left + width / 2, y)?.closest('[id]');
    if (!named || named === part || !part.contains(named)) continue;
    const begins = named.getBoundingClientRect().top;
    if (begins >= top && isMeant(named)) return { id: named.id, top: begins - top };
  }
  return null;
}

function movedBy({ id, top }: Anchor, edge: number): number {
  const now = document.getElementById(id)?.getBoundingClientRect().top;
  return now === undefined ? 0 : now - edge - top;
}

/** What is selected, as places in the text of each element around it, the nearest first. */
function keepSelected(old: HTMLElement): Put {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return NOTHING;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (!anchorNode || !focusNode || !old.contains(anchorNode) || !old.contains(focusNode))
    return NOTHING;
  const text = selection.toString();
  const homes = around(selection.getRangeAt(0).commonAncestorContainer, old).map((home) => ({
    path: home === old ? ':scope' : pathOf(home, old),
    from: placeIn(home, anchorNode, anchorOffset),
    to: placeIn(home, focusNode, focusOffset),
  }));
  return (fresh) => {
    for (const { path, from, to } of homes) {
      const now = path === ':scope' ? fresh : fresh.querySelector(path);
      const start = now && pointIn(now, from);
      const end = now && pointIn(now, to);
      if (!start || !end) continue;
      getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
      if (getSelection()?.toString() === text) return;
    }
    // Other words stand there now: better nothing than something else.
    getSelection()?.removeAllRanges();
  };
}

/** The elements that hold a place, from the nearest one up to the whole. */
function around(node: Node, whole: HTMLElement): Element[] {
  const found: Element[] = [];
  const nearest = node instanceof Element ? node : node.parentElement;
  for (let at = nearest; at; at = at === whole ? null : at.parentElement) found.push(at);
  return found;
}

function placeIn(home: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(home);
  range.setEnd(node, offset);
  return range.toString().length;
}

function pointIn(home: Element, place: number): { node: Node; offset: number } | null {
  const walker = document.createTreeWalker(home, NodeFilter.SHOW_TEXT);
  let left = place;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
  }
  return null;
}

/** The first thing with a name that is in the window stays where it is. */
function keepAnchor(old: HTMLElement): Put {
  if (scrollY === 0) return NOTHING;
  const window = { top: 0, bottom: innerHeight };
  const anchor = anchorIn(old, window, (one) => !movesApart(one, old));
  return () => {
    const moved = anchor && movedBy(anchor, 0);
    if (moved) scrollBy({ top: moved, behavior: 'instant' });
  };
}

/** Whether it stands still while the page scrolls, or lies in something with a scroll bar of its own. */
function movesApart(one: Element, page: Element): boolean {
  for (let at: Element | null = one; at && at !== page; at = at.parentElement) {
    const { position, overflowY } = getComputedStyle(at);
    if (position === 'sticky' || position === 'fixed') return true;
    if (at !== one && overflowY !== 'visible' && at.scrollHeight > at.clientHeight) return true;
  }
  return false;
}
