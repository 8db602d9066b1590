import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../src/storage/memory.ts';
import { apiOf, INTERVIEW } from '../../support/client.ts';
import { startApp, type RunningApp } from '../../support/start-app.ts';
import {
  fixture,
  lie,
  makeDocx,
  makeOdt,
  makeOle,
  makePdf,
  pdfPage,
  wordParagraph,
} from './make-files.ts';

/** Tells what is kept of the files that were sent. */
class WatchedStore extends MemoryStore {
  kept = 0;
  override putText(...put: Parameters<MemoryStore['putText']>): Promise<string> {
    this.kept++;
    return super.putText(...put);
  }
  override putOriginal(...put: Parameters<MemoryStore['putOriginal']>): Promise<string> {
    this.kept++;
    return super.putOriginal(...put);
  }
}

const store = new WatchedStore();
let app: RunningApp;
beforeAll(async () => {
  app = await startApp(store);
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

interface Answer {
  readonly imported: readonly { readonly title: string; readonly warnings: readonly string[] }[];
  readonly rejected: readonly {
    readonly file: string;
    readonly code: string;
    readonly reason: string;
  }[];
}

async function newProject(base = app.base): Promise<string> {
  const made = await apiOf(base).post('/projects', { name: 'Testi' }).expect(201);
  return `${base}/api/v1/projects/${made.body.id}/transcripts`;
}

/** As a browser sends them, with the names as they are: supertest would take the folders off. */
async function send(files: Record<string, string | Uint8Array>, address?: string): Promise<Answer> {
  const form = new FormData();
  for (const [name, content] of Object.entries(files))
    form.append('files', new Blob([content as BlobPart]), name);
  // A connection that lay idle through a slow case may be closed just as it is used again.
  const headers = { 'Accept-Language': 'en', Connection: 'close' };
  const to = address ?? (await newProject());
  const response = await fetch(to, { method: 'POST', headers, body: form });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

const doc = makeDocx(wordParagraph('H1: Kyllä.'));
const pdf = makePdf([pdfPage(['H1: Kylla.'])]);
const LAUGHS = `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]>`;
const FILE_ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const wordXml = (prolog: string, text: string): Uint8Array =>
  makeDocx('', {
    'word/document.xml': strToU8(
      `<?xml version="1.0"?>${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    ),
  });
const trs = (prolog: string, text: string): string =>
  `<?xml version="1.0"?>${prolog}<Trans><Turn startTime="0"><Sync time="0"/>${text}</Turn></Trans>`;
const eaf = (prolog: string, text: string): string =>
  `<?xml version="1.0"?>${prolog}<ANNOTATION_DOCUMENT><TIER TIER_ID="A"><ANNOTATION><ALIGNABLE_ANNOTATION><ANNOTATION_VALUE>${text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>`;

/** A zip with so many empty entries, which holds the number only modulo 65,536. */
const manyEntries = (count: number): Uint8Array => {
  const entries = Array.from({ length: count }, (_, i) => [`a${i}`, new Uint8Array()] as const);
  return zipSync(Object.fromEntries(entries), { level: 0 });
};

const MEGABYTE = 2 ** 20;
/** 400 MB of the letter a in a document that says so. */
const bomb = (): Uint8Array => {
  const inner = deflateRawSync(Buffer.alloc(400 * MEGABYTE, 'a'), { level: 1 });
  const name = Buffer.from('word/document.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(inner.length, 18);
  local.writeUInt32LE(400 * MEGABYTE, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(inner.length, 20);
  entry.writeUInt32LE(400 * MEGABYTE, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + inner.length, 16);
  return Buffer.concat([local, name, inner, entry, name, end]);
};

describe('a bad file is refused in words, nothing of it is kept, and the good one beside it is', () => {
  it.each<[string, string, () => string | Uint8Array, string, RegExp]>([
    ['nothing', 'a.txt', () => '', 'file-empty', /is empty/],
    ['blank lines', 'a.txt', () => '\n \n\t\n', 'file-empty', /is empty/],
    ['a program', 'a.exe', () => 'MZ\0\0', 'file-type', /Accepted: \.txt, /],
    [
      'a password in Word',
      'a.docx',
      () => makeOle(['EncryptionInfo', 'EncryptedPackage']),
      'file-locked-word',
      /password.*in Word.*save.*again/,
    ],
    ['the old Word', 'a.docx', () => makeOle(['WordDocument']), 'file-doc', /old format.*\.docx/],
    ['encrypted parts', 'a.docx', () => lie(doc, { flags: 1 }), 'file-locked', /password/],
    [
      'a password in LibreOffice',
      'a.odt',
      () =>
        makeOdt('x', '', {
          'META-INF/manifest.xml': strToU8('<m><manifest:encryption-data/></m>'),
        }),
      'file-locked',
      /password/,
    ],
    ['a PDF’s password', 'a.pdf', () => fixture('password-needed.pdf'), 'file-locked', /password/],
    [
      'a zip inside',
      'a.docx',
      () => zipSync({ 'b.zip': zipSync({ 'c.docx': doc }) }),
      'file-mismatch',
      /a ZIP file/,
    ],
    ['100,000 entries', 'a.docx', () => manyEntries(100_000), 'file-parts', /more than 2000 parts/],
    [
      'a size that is a lie',
      'a.docx',
      () => lie(doc, { inflatedSize: 5 }),
      'file-damaged',
      /damaged/,
    ],
    ['200 MB inside', 'a.docx', bomb, 'file-inflates', /more than 200 MB/],
    [
      'a part that steps out',
      'a.docx',
      () => makeDocx('x', { '../../evil.xml': strToU8('x') }),
      'file-paths',
      /lead outside/,
    ],
    ['an entity (docx)', 'a.docx', () => wordXml(FILE_ENTITY, '&x;'), 'xml-entities', /entities/],
    [
      'an entity (odt)',
      'a.odt',
      () => makeOdt('<text:p>&x;</text:p>', FILE_ENTITY),
      'xml-entities',
      /entities/,
    ],
    ['an entity (eaf)', 'a.eaf', () => eaf(FILE_ENTITY, '&x;'), 'xml-entities', /entities/],
    ['an entity (trs)', 'a.trs', () => trs(FILE_ENTITY, '&x;'), 'xml-entities', /entities/],
    ['laughs (docx)', 'a.docx', () => wordXml(LAUGHS, '&l9;'), 'xml-entities', /entities/],
    [
      'laughs (odt)',
      'a.odt',
      () => makeOdt('<text:p>&l9;</text:p>', LAUGHS),
      'xml-entities',
      /entities/,
    ],
    ['laughs (eaf)', 'a.eaf', () => eaf(LAUGHS, '&l9;'), 'xml-entities', /entities/],
    ['laughs (trs)', 'a.trs', () => trs(LAUGHS, '&l9;'), 'xml-entities', /entities/],
    [
      '200 MB of text',
      'a.txt',
      () => Buffer.alloc(200 * MEGABYTE, 'sana '),
      'file-too-large',
      /50 MB/,
    ],
    [
      '40 MB of text',
      'a.txt',
      () => Buffer.alloc(40 * MEGABYTE, 'sana '),
      'file-text-long',
      /5 million/,
    ],
    ['no captions', 'a.vtt', () => 'WEBVTT\n\n', 'file-no-cues', /Nothing spoken/],
    [
      'half a document',
      'a.docx',
      () => doc.subarray(0, doc.length >> 1),
      'file-damaged',
      /cut off/,
    ],
    ['half a PDF', 'a.pdf', () => pdf.subarray(0, pdf.length >> 1), 'file-damaged', /cut off/],
    [
      'a picture',
      'a.docx',
      () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      'file-mismatch',
      /a PNG file/,
    ],
    ['a scan', 'a.pdf', () => makePdf([[], []]), 'file-scanned', /picture of paper/],
  ])(
    '%s',
    async (_what, name, content, code, words) => {
      store.kept = 0;
      const { imported, rejected } = await send({ [name]: content(), 'good.txt': INTERVIEW });
      expect(imported.map(({ title }) => title)).toEqual(['good']);
      expect(rejected).toMatchObject([{ file: name, code }]);
      expect(rejected[0]?.reason).toMatch(words);
      expect(rejected[0]?.reason).toContain(name);
      expect(store.kept).toBe(2);
      await apiOf(app.base).get('/health').expect(200);
    },
    60_000,
  );
});

describe('a PDF that is scanned in part', () => {
  it('is taken, and the pages without text are named', async () => {
    const { imported } = await send({ 'a.pdf': makePdf([pdfPage(['H1: Kylla.']), [], []]) });
    expect(imported[0]?.warnings).toEqual([expect.stringMatching(/^Pages 2–3 have no text/)]);
  });
});

describe('names of files', () => {
  const LONG = 'Tosi pitkä nimi '.repeat(19).trim();
  const FLAG = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';

  it.each([
    ['with folders', '../../etc/H1.txt', 'H1', 'H1.txt'],
    ['with folders of Windows', 'C:\\..\\evil\\H1.txt', 'H1', 'H1.txt'],
    ['with marks that turn the text', 'H1\u202etxt.exe\u2066.txt', 'H1txt.exe', 'H1txt.exe.txt'],
    ['in Hebrew', '\u200fראיון 1\u200e.txt', 'ראיון 1', 'ראיון 1.txt'],
    ['with emoji of several signs', `H1 👩‍👩‍👧 ${FLAG}.txt`, `H1 👩‍👩‍👧 ${FLAG}`, `H1 👩‍👩‍👧 ${FLAG}.txt`],
    [
      'with markup',
      '<img src=x onerror=alert(1)>.txt',
      '<img src=x onerror=alert(1)>',
      '<img src=x onerror=alert(1)>.txt',
    ],
    [
      'with gaps of the words',
      '{{file}} $t(errors.file-empty).txt',
      '{{file}} $t(errors.file-empty)',
      '{{file}} $t(errors.file-empty).txt',
    ],
    ['with nothing but an ending', '.txt', 'Transcript', '.txt'],
    ['with decomposed letters', 'pa\u0308iva\u0308.txt', 'päivä', 'päivä.txt'],
    [
      'of 300 letters',
      `${LONG}.txt`,
      `${'Tosi pitkä nimi '.repeat(7)}Tosi…`,
      `${LONG.slice(0, 159)}…${`${LONG}.txt`.slice(-40)}`,
    ],
    [
      'of 300 letters without a space',
      `${'a'.repeat(300)}.txt`,
      `${'a'.repeat(119)}…`,
      `${'a'.repeat(159)}…${'a'.repeat(36)}.txt`,
    ],
    [
      'of families that would be cut in two',
      `${'👩‍👩‍👧'.repeat(40)}.txt`,
      `${'👩‍👩‍👧'.repeat(14)}…`,
      `${'👩‍👩‍👧'.repeat(19)}…${'👩‍👩‍👧'.repeat(4)}.txt`,
    ],
  ])('%s are shown safely and become a title', async (_what, name, title, fileName) => {
    const address = await newProject();
    await send({ [name]: INTERVIEW }, address);
    const { transcripts } = (await (await fetch(address)).json()) as { transcripts: unknown };
    expect(transcripts).toMatchObject([{ title, fileName }]);
    const { rejected } = await send({ [name]: INTERVIEW }, address);
    expect(rejected).toMatchObject([{ code: 'transcript-twice' }]);
    expect(rejected[0]?.reason).toContain(title);
  });

  it('that are refused are shown as safely', async () => {
    const name = `${'\u202e'.repeat(5)}../${'x'.repeat(300)}.exe`;
    const { rejected } = await send({ [name]: 'MZ' });
    const shown = `../${'x'.repeat(156)}…${'x'.repeat(36)}.exe`;
    expect(rejected).toMatchObject([{ file: shown, code: 'file-type' }]);
    expect(rejected[0]?.reason).toContain(shown);
    expect(rejected[0]?.reason).not.toMatch(/[\u202a-\u202e]/);
  });

  it('that are too large are shown as safely', async () => {
    const small = await startApp(undefined, {
      limits: { fileBytes: 50, requestBytes: 100_000, filesPerRequest: 10, jsonBytes: 10_000 },
    });
    const files = { 'H1\u202e.txt': 'a '.repeat(100) };
    const { rejected } = await send(files, await newProject(small.base));
    await small.close();
    expect(rejected).toMatchObject([{ file: 'H1.txt', code: 'file-too-large' }]);
    expect(rejected[0]?.reason).toContain('H1.txt is larger');
  });
});
