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

function keepScrolled(old: HTMLElement): Put {
  for (const one of everScrolled) if (!one.isConnected) everScrolled.delete(one);
  const scrolled = [...everScrolled]
    .filter((one) => old.contains(one) && (one.scrollTop > 0 || one.scrollLeft > 0))
    .map((one) => ({ path: pathOf(one, old), top: one.scrollTop, left: one.scrollLeft }));
  return (fresh) => {
    for (const { path, top, left } of scrolled) fresh.querySelector(path)?.scrollTo(left, top);
  };
}

/** What is selected, as places in the text of the nearest element that can be found again. */
function keepSelected(old: HTMLElement): Put {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return NOTHING;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (!anchorNode || !focusNode || !old.contains(anchorNode) || !old.contains(focusNode))
    return NOTHING;
  const around = selection.getRangeAt(0).commonAncestorContainer;
  const element = around instanceof Element ? around : around.parentElement;
  const home = element?.closest('[id]') ?? old;
  if (!old.contains(home)) return NOTHING;
  const path = home === old ? ':scope' : pathOf(home, old);
  const from = placeIn(home, anchorNode, anchorOffset);
  const to = placeIn(home, focusNode, focusOffset);
  const text = selection.toString();
  return (fresh) => {
    const now = path === ':scope' ? fresh : fresh.querySelector(path);
    const start = now && pointIn(now, from);
    const end = now && pointIn(now, to);
    if (!start || !end) return;
    getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
    // Other words stand there now: better nothing than something else.
    if (getSelection()?.toString() !== text) getSelection()?.removeAllRanges();
  };
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

const LINE_PX = 16;

/** The first thing with a name that begins in the window stays where it is. */
function keepAnchor(old: HTMLElement): Put {
  if (scrollY === 0) return NOTHING;
  const seen = firstNamedInView(old);
  if (!seen) return NOTHING;
  const { top } = seen.getBoundingClientRect();
  return () => {
    const now = document.getElementById(seen.id)?.getBoundingClientRect().top;
    if (now !== undefined && now !== top) scrollBy({ top: now - top, behavior: 'instant' });
  };
}

/** Looked for line by line down the middle of the part, for what is not on the screen costs to measure. */
function firstNamedInView(part: HTMLElement): Element | null {
  const { left, width } = part.getBoundingClientRect();
  for (let y = 0; y < innerHeight; y += LINE_PX) {
    const named = document.elementFromPoint(left + width / 2, y)?.closest('[id]');
    const isInPart = named && named !== part && part.contains(named);
    if (isInPart && named.getBoundingClientRect().top >= 0) return named;
  }
  return null;
}
