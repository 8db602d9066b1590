import { strToU8, zipSync, type Zippable } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARCHIVE_LIMITS, filesInArchive } from '../../../src/formats/transcripts/archive.ts';
import { DEFAULT_LIMITS } from '../../../src/web/services.ts';
import { apiOf, INTERVIEW } from '../../support/client.ts';
import { startApp, type RunningApp } from '../../support/start-app.ts';
import { lie, makeDocx, makeOle, makePdf, pdfPage, wordParagraph } from './make-files.ts';

const textOf = (who: string): Uint8Array => strToU8(`Haastattelija: Miksi?\n\n${who}: Siksi.`);
const doc = makeDocx(wordParagraph('I: Miksi?') + wordParagraph('H2: Siksi.'));

/** A zip with one entry, whose name is these bytes, be they what they may. */
function zipNamed(name: Uint8Array, flags = 0): Uint8Array {
  const zip = Buffer.from(zipSync({ ['x'.repeat(name.length)]: textOf('H1') }));
  const entry = zip.readUInt32LE(zip.length - 22 + 16);
  zip.writeUInt16LE(flags, entry + 8);
  zip.set(name, 30);
  zip.set(name, entry + 46);
  return zip;
}

const namesIn = (zip: Uint8Array): string[] =>
  (filesInArchive('a.zip', zip) ?? []).map(({ name }) => name);

describe('the files in an archive', () => {
  it.each<[string, Uint8Array, readonly string[]]>([
    ['in its order', zipSync({ 'b.txt': doc, 'a.txt': doc }), ['b.txt', 'a.txt']],
    ['without folders', zipSync({ x: { y: { 'a.txt': doc } }, 'z/': doc }), ['a.txt']],
    [
      'without what systems leave there',
      zipSync({
        '__MACOSX/._a.txt': doc,
        'x/.DS_Store': doc,
        'Thumbs.db': doc,
        'x/desktop.ini': doc,
        '~$H1.docx': doc,
        '.txt': doc,
        'a.txt': doc,
      }),
      ['a.txt'],
    ],
    [
      'by their last name, which says nothing of where they want to go',
      zipSync({ '../../etc/a.txt': doc, '/b.txt': doc, 'C:\\x\\c.txt': doc, '..\\d.txt': doc }),
      ['a.txt', 'b.txt', 'c.txt', 'd.txt'],
    ],
    ['named in UTF-8', zipNamed(strToU8('päivä 😀.txt'), 0x0800), ['päivä 😀.txt']],
    ['named in UTF-8 that nobody declared', zipNamed(strToU8('päivä.txt')), ['päivä.txt']],
    ['named by DOS', zipNamed(iconv.encode('päiväÅÖ.txt', 'cp437')), ['päiväÅÖ.txt']],
    [
      'named a second time in UTF-8',
      zipSync({
        'p_.txt': [
          doc,
          { extra: { 0x7075: Uint8Array.from([1, 0, 0, 0, 0, ...strToU8('pä.txt')]) } },
        ],
      }),
      ['pä.txt'],
    ],
  ])('come %s', (_what, zip, names) => {
    expect(namesIn(zip)).toEqual(names);
  });

  it('are unpacked one by one', async () => {
    const files = filesInArchive(
      'a.ZIP',
      zipSync({ 'a.txt': textOf('H1'), 'b.txt': [doc, { level: 0 }] }),
    );
    expect(await files?.[0]?.unpack()).toEqual(Buffer.from(textOf('H1')));
    expect(await files?.[1]?.unpack()).toEqual(doc);
  });

  it('are those of a .zip only', () => {
    expect(filesInArchive('a.docx', doc)).toBeNull();
    expect(filesInArchive('zip', doc)).toBeNull();
  });

  it.each<[string, () => Uint8Array, string]>([
    ['has nothing in it', () => zipSync({}), 'archive-empty'],
    ['has only folders in it', () => zipSync({ 'x/': strToU8('') }), 'archive-empty'],
    ['is empty', () => new Uint8Array(), 'file-empty'],
    ['is text', () => textOf('H1'), 'file-damaged'],
    ['is a picture', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'file-mismatch'],
    ['is a document of Word', () => doc, 'file-mismatch'],
    ['is cut', () => doc.subarray(0, -20), 'file-damaged'],
    ['has a bomb in it', () => zipSync({ 'a.txt': new Uint8Array(6_000_000) }), 'file-unsafe'],
    [
      'says it is huge',
      () => lie(zipSync({ 'a.txt': doc }), { inflatedSize: 0xfffffff0 }),
      'file-inflates',
    ],
    [
      'has too many files',
      () =>
        zipSync(
          Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.txt`, new Uint8Array()])),
        ),
      'archive-many',
    ],
    [
      'has far too many entries',
      () =>
        zipSync(
          Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`.${i}`, new Uint8Array()])),
        ),
      'file-parts',
    ],
  ])('are not read where it %s', (_what, zip, code) => {
    expect(() => filesInArchive('a.zip', zip())).toThrow(
      expect.objectContaining({
        code,
        details: expect.objectContaining({ file: 'a.zip' }) as object,
      }) as Error,
    );
  });

  it('may be as many and as large as those of an upload', () => {
    expect(ARCHIVE_LIMITS).toEqual({
      files: DEFAULT_LIMITS.filesPerRequest,
      fileBytes: DEFAULT_LIMITS.fileBytes,
    });
  });
});

describe('an archive that is uploaded', () => {
  let app: RunningApp;
  let api: ReturnType<typeof apiOf>;
  beforeAll(async () => {
    app = await startApp();
    api = apiOf(app.base);
  });
  afterAll(async () => {
    await app.close();
    expect(app.logged).toEqual([]);
  });

  const upload = async (files: Record<string, Zippable | Uint8Array>) => {
    const { body: made } = await api.post('/projects', { name: 'Testi' });
    const address = `/projects/${made.id}/transcripts`;
    const buffers = Object.entries(files).map(([name, content]): [string, Buffer] => [
      name,
      Buffer.from(content instanceof Uint8Array ? content : zipSync(content)),
    ]);
    const { body } = await api
      .upload(address, Object.fromEntries(buffers))
      .set('Accept-Language', 'en')
      .expect(200);
    const { transcripts } = (await api.get(address)).body;
    const rejected = body.rejected as { file: string; code: string; reason: string }[];
    return { imported: body.imported, rejected, transcripts };
  };

  it('has each of its files read as if it came by itself, and each bad one told', async () => {
    const { imported, rejected, transcripts } = await upload({
      'first.txt': textOf('H0'),
      'Haastattelut.zip': {
        'Haastattelut/H1.txt': textOf('H1'),
        'Haastattelut/H2.docx': doc,
        'Haastattelut/H3.doc': makeOle(['WordDocument']),
        'Haastattelut/H4.pdf': makePdf([pdfPage(['I: Miksi?', '', 'H4: Siksi.', 'Niin.']), []]),
        'Haastattelut/H5.vtt': strToU8('WEBVTT\n\n'),
        'Haastattelut/H6.mp3': strToU8('ID3'),
        'Haastattelut/vanhat.zip': zipSync({ 'H7.txt': textOf('H7') }),
        'Haastattelut/H1 kopio.txt': textOf('H1'),
        'Haastattelut/tyhja.txt': new Uint8Array(),
        '../H8.txt': textOf('H8'),
        '__MACOSX/._H1.txt': strToU8('x'),
      },
      'last.txt': textOf('H9'),
    });
    expect(imported.map(({ title }: { title: string }) => title)).toEqual([
      ...['first', 'H1', 'H2', 'H4', 'last'],
    ]);
    expect(imported[3].warnings).toEqual([expect.stringMatching(/^Page 2 has no text/)]);
    expect(transcripts.map(({ fileName }: { fileName: string }) => fileName)).toEqual([
      ...['first.txt', 'H1.txt', 'H2.docx', 'H4.pdf', 'last.txt'],
    ]);
    expect(rejected.map(({ file, code }) => [file, code])).toEqual([
      ['Haastattelut.zip › H3.doc', 'file-doc'],
      ['Haastattelut.zip › H5.vtt', 'file-no-cues'],
      ['Haastattelut.zip › H6.mp3', 'file-type'],
      ['Haastattelut.zip › vanhat.zip', 'archive-nested'],
      ['Haastattelut.zip › H1 kopio.txt', 'transcript-twice'],
      ['Haastattelut.zip › tyhja.txt', 'file-empty'],
      ['Haastattelut.zip › H8.txt', 'archive-path'],
    ]);
    for (const { file, code, reason } of rejected)
      if (code !== 'transcript-twice') expect(reason).toContain(file);
  });

  it('is told when the same file comes again, alone or in it', async () => {
    const { imported, rejected } = await upload({
      'H1.txt': textOf('H1'),
      'a.zip': { 'H1.txt': textOf('H1') },
      'b.zip': { 'x.txt': textOf('H1'), 'H2.txt': textOf('H2') },
    });
    expect(imported).toHaveLength(2);
    expect(rejected.map(({ file, code }) => [file, code])).toEqual([
      ['a.zip › H1.txt', 'transcript-twice'],
      ['b.zip › x.txt', 'transcript-twice'],
    ]);
  });

  it('costs the others nothing when it is bad', async () => {
    const { imported, rejected } = await upload({
      'a.zip': textOf('H1'),
      'locked.zip': lie(zipSync({ 'H1.txt': textOf('H1') }), { flags: 1 }),
      'lying.zip': lie(zipSync({ 'H1.txt': textOf('H1') }), { inflatedSize: 3 }),
      'large.zip': { 'a.txt': [Buffer.alloc(51 * 2 ** 20, 'sana '), { level: 0 }] },
      'H1.txt': strToU8(INTERVIEW),
    });
    expect(imported).toHaveLength(1);
    expect(rejected.map(({ file, code }) => [file, code])).toEqual([
      ['a.zip', 'file-damaged'],
      ['locked.zip › H1.txt', 'file-locked'],
      ['lying.zip › H1.txt', 'file-damaged'],
      ['large.zip', 'file-too-large'],
    ]);
  });
});
