// Runs in the page before its own scripts; times are milliseconds since the navigation began.

/** @param {(time: number) => void} then called once the next frame has been painted */
const afterPaint = (then) =>
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  });

/**
 * @param {() => unknown} holds looked at before every frame
 * @returns {Promise<number>} when the first frame in which it holds has been painted
 */
const firstFrame = (holds) =>
  new Promise((resolve) => {
    const look = () => {
      if (holds()) afterPaintOfThisFrame(resolve);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

/** @param {(time: number) => void} then */
const afterPaintOfThisFrame = (then) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => then(performance.now());
  port2.postMessage(null);
};

/**
 * The first frame in which an element is on the screen. Only observed: asking for its place would
 * make the browser lay out the page before it wants to, and the page slower than it is.
 *
 * @param {string} selector
 * @returns {Promise<number>}
 */
const seen = async (selector) => {
  await firstFrame(() => document.querySelector(selector));
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      afterPaintOfThisFrame(resolve);
    });
    for (const element of document.querySelectorAll(selector)) observer.observe(element);
  });
};

const isThere = (/** @type {string} */ selector) =>
  firstFrame(() => document.querySelector(selector));

/** @param {Promise<number>[]} times */
const lastOf = async (times) => Math.max(...(await Promise.all(times)));

/** The text can be read, its passages coloured. */
const readable = lastOf([seen('#t-1 .said'), isThere('#text mark')]);
/** The script has drawn its part too: the names in the margin and the codebook. */
const ready = lastOf([readable, isThere('#themes .entry'), isThere('.stripes [data-e]')]);
/** The tree of themes can be read: its first rows are on the screen. */
const codebookReadable = seen('#themes .row');
/** All rows a page has are in it, those that follow its first part too. */
const whole = (/** @type {string} */ rows) =>
  firstFrame(() => document.querySelector(rows) && !document.querySelector('a[data-rest]'));
const codebookWhole = whole('#themes .row');
const chainReadable = seen('.chain textarea');
const chainWhole = whole('.chain textarea');
const reportReadable = seen('.sheet h1');
const reportWhole = whole('#sections .theme-section');
const loaded = new Promise((resolve) => addEventListener('load', () => afterPaint(resolve)));

const MARGIN = 10;

/** Selects some words in a turn that no mark covers yet; a marked turn has such words too. */
const selectIn = (/** @type {number} */ turn) => {
  const said = document.querySelector(`#t-${turn} .said`);
  const bare = [...(said?.childNodes ?? [])].find(
    (node) => node instanceof Text && node.length > 3 * MARGIN,
  );
  if (!(bare instanceof Text)) return false;
  bare.parentElement?.scrollIntoView({ block: 'center' });
  document.getElementById('text')?.focus({ preventScroll: true });
  const end = Math.min(bare.length - MARGIN, 5 * MARGIN);
  getSelection()?.setBaseAndExtent(bare, MARGIN, bare, end);
  return true;
};

/** @param {string} selector */
const idsIn = (selector) =>
  new Set([...document.querySelectorAll(selector)].map((mark) => mark.getAttribute('data-e')));

/**
 * From the next key that is pressed to the frame in which something holds.
 *
 * @param {() => unknown} holds
 */
const fromKey = (holds) =>
  new Promise((resolve) =>
    addEventListener(
      'keydown',
      ({ timeStamp }) => void firstFrame(holds).then((time) => resolve(time - timeStamp)),
      { capture: true, once: true },
    ),
  );

const palette = () => fromKey(() => document.getElementById('palette')?.hidden === false);
const nothing = () => fromKey(() => true);

/**
 * How long the scripts take that hear of the next event of a kind, from the first to the last.
 *
 * @param {string} kind
 */
const script = (kind) =>
  new Promise((resolve) =>
    addEventListener(
      kind,
      () => {
        const begun = performance.now();
        addEventListener(kind, () => resolve(performance.now() - begun), { once: true });
      },
      { capture: true, once: true },
    ),
  );

/** @param {number} turn */
const newMark = (turn) => {
  const marks = `#t-${turn} .said mark`;
  const before = idsIn(marks);
  return fromKey(() => [...idsIn(marks)].some((id) => !before.has(id)));
};

/** The longest time the page could not answer, since it was last asked. */
const longestTask = (() => {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ entryTypes: ['longtask'] });
  return () => {
    const was = longest;
    longest = 0;
    return was;
  };
})();

const nextFrames = () => new Promise((resolve) => afterPaint(() => afterPaint(resolve)));

Object.assign(globalThis, {
  bench: {
    readable,
    ready,
    codebookReadable,
    codebookWhole,
    chainReadable,
    chainWhole,
    reportReadable,
    reportWhole,
    loaded,
    selectIn,
    palette,
    newMark,
    nothing,
    script,
    longestTask,
    nextFrames,
  },
});
