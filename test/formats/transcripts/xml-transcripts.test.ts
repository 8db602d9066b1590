import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../../src/formats/transcripts/registry.ts';
import { bytesOf, expectSound, read, told } from './told.ts';

const annotation = (from: string, to: string, text: string): string =>
  `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a" TIME_SLOT_REF1="${from}" TIME_SLOT_REF2="${to}"><ANNOTATION_VALUE>${text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`;

const eaf = (tiers: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2023-02-01T10:00:00+02:00" FORMAT="3.0" VERSION="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">
  <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///a.wav" MIME_TYPE="audio/x-wav"/></HEADER>
  <TIME_ORDER>
    <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="500"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2000"/>
    <TIME_SLOT TIME_SLOT_ID="ts3"/><TIME_SLOT TIME_SLOT_ID="ts4" TIME_VALUE="4250"/>
    <TIME_SLOT TIME_SLOT_ID="ts5" TIME_VALUE="9000"/>
  </TIME_ORDER>
  ${tiers}
  <LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="default-lt" TIME_ALIGNABLE="true"/>
</ANNOTATION_DOCUMENT>`;

const trs = (
  turns: string,
  encoding = 'UTF-8',
): string => `<?xml version="1.0" encoding="${encoding}"?>
<!DOCTYPE Trans SYSTEM "trans-14.dtd">
<Trans scribe="mv" audio_filename="a" version="3" version_date="230201">
<Speakers>
<Speaker id="spk1" name="Haastattelija" check="no" dialect="native" accent="" scope="local"/>
<Speaker id="spk2" name="Päivi" check="no" type="female" dialect="native" accent="" scope="local"/>
</Speakers>
<Topics><Topic id="to1" desc="Työ"/></Topics>
<Episode>
<Section type="report" startTime="0" endTime="30">
${turns}
</Section>
</Episode>
</Trans>`;

describe('ELAN', () => {
  it.each([
    {
      name: 'tiers are merged by time, each its participant’s or its own',
      file: eaf(
        `<TIER LINGUISTIC_TYPE_REF="default-lt" TIER_ID="default"/>
         <TIER LINGUISTIC_TYPE_REF="default-lt" PARTICIPANT="Päivi" TIER_ID="P1">${annotation('ts2', 'ts3', 'No, s&amp;m')}${annotation('ts3', 'ts4', 'sattui\nniin.')}</TIER>
         <TIER LINGUISTIC_TYPE_REF="default-lt" TIER_ID="Interviewer">${annotation('ts1', 'ts2', 'Miten?')}${annotation('ts4', 'ts5', '<![CDATA[Ai <niin>?]]>')}${annotation('ts5', 'ts5', ' ')}</TIER>`,
      ),
      turns: [
        '0.5 Interviewer (interviewer) Miten?',
        '2 Päivi (interviewee) No, s&m sattui niin.',
        '4.25 Interviewer (interviewer) Ai <niin>?',
      ],
      warnings: [],
    },
    {
      name: 'what depends on another tier is left out and told',
      file: eaf(
        `<TIER LINGUISTIC_TYPE_REF="default-lt" TIER_ID="Anna">${annotation('ts1', 'ts4', 'Kaksi sanaa.')}</TIER>
         <TIER LINGUISTIC_TYPE_REF="w" PARENT_REF="Anna" TIER_ID="Anna-words">${annotation('ts1', 'ts2', 'Kaksi')}${annotation('ts2', 'ts4', 'sanaa')}</TIER>
         <TIER LINGUISTIC_TYPE_REF="tr" PARENT_REF="Anna" TIER_ID="Anna-en"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="b" ANNOTATION_REF="a"><ANNOTATION_VALUE>Two words.</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>`,
      ),
      turns: ['0.5 Anna (interviewee) Kaksi sanaa.'],
      warnings: ['tiers-left-out'],
    },
    {
      name: 'the tier that every file has names nobody; a tier below an empty one is read',
      file: eaf(
        `<TIER TIER_ID="default">${annotation('ts1', 'ts2', 'Yksi.')}</TIER><TIER TIER_ID="top"/><TIER TIER_ID="__proto__" PARENT_REF="top">${annotation('nowhere', 'ts5', 'Ennen.')}</TIER>`,
      ),
      turns: ['– __proto__ (interviewee) Ennen.', '0.5 – (other) Yksi.'],
      warnings: [],
    },
  ])('$name', async ({ file, turns, warnings }) => {
    const parsed = await read('a.eaf', file);
    expect(told(parsed)).toEqual(turns);
    expect(parsed.warnings.map(({ code }) => code)).toEqual(warnings);
    expectSound(parsed);
  });

  it('is refused where nothing is said', async () => {
    await expect(read('a.eaf', eaf('<TIER TIER_ID="a"/>'))).rejects.toMatchObject({
      code: 'file-no-cues',
    });
  });

  it('reads 100,000 annotations in time', async () => {
    const many = annotation('ts1', 'ts2', 'sana').repeat(100_000);
    const { turns } = await read('a.eaf', eaf(`<TIER TIER_ID="Anna">${many}</TIER>`));
    expect(turns).toHaveLength(1);
  }, 60_000);
});

describe('Transcriber', () => {
  it.each([
    {
      name: 'turns, divided at times, with events left out',
      file: trs(
        `<Turn speaker="spk1" startTime="0" endTime="2.5">\n<Sync time="0"/>\nMiten\n<Event desc="rire" type="noise" extent="instantaneous"/>\nse alkoi?\n</Turn>
         <Turn startTime="2.5" endTime="9" speaker="spk2" mode="spontaneous"><Sync time="2.5"/>No,<Comment desc="x"/> sattumalta.<Sync time="4.1234"/>Niin.</Turn>
         <Turn speaker="spk9" startTime="9" endTime="10"><Sync time="9"/>Ai.</Turn>
         <Turn startTime="10" endTime="11"><Sync time="10"/> </Turn>
         <Turn startTime="11" endTime="12"><Sync time="11"/>Joku muu.</Turn>`,
      ),
      turns: [
        '0 Haastattelija (interviewer) Miten se alkoi?',
        '2.5 Päivi (interviewee) No, sattumalta. Niin.',
        '9 spk9 (interviewee) Ai.',
        '11 – (other) Joku muu.',
      ],
    },
    {
      name: 'two who speak at once',
      file: trs(
        `<Turn speaker="spk1 spk2" startTime="1" endTime="3"><Sync time="1"/><Who nb="1"/>Vai<Who nb="2"/>Niin<Sync time="2"/><Who nb="2"/>niin.<Who nb="7"/>Hm.</Turn>`,
      ),
      turns: [
        '1 Haastattelija (interviewer) Vai',
        '1 Päivi (interviewee) Niin niin.',
        '2 – (other) Hm.',
      ],
    },
  ])('$name', async ({ file, turns }) => {
    const parsed = await read('a.trs', file);
    expect(told(parsed)).toEqual(turns);
    expectSound(parsed);
  });

  it.each([
    'ISO-8859-1',
    'iso-8859-15',
    'windows-1252',
    'UTF-8',
    'utf-16le',
    'cp1257',
    'x-unheard',
  ])('reads the encoding it declares: %s', async (encoding) => {
    const file = trs(
      '<Turn speaker="spk2" startTime="0" endTime="1"><Sync time="0"/>Hyvää yötä.</Turn>',
      encoding,
    );
    const bytes = iconv.encode(file, iconv.encodingExists(encoding) ? encoding : 'utf-8');
    expect(told(await readTranscript('a.trs', bytes))).toEqual([
      '0 Päivi (interviewee) Hyvää yötä.',
    ]);
  });
});

describe('hostile XML', () => {
  const turn = (text: string): string =>
    `<Trans><Turn startTime="0"><Sync time="0"/>${text}</Turn></Trans>`;
  const laughs = Array.from(
    { length: 12 },
    (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
  ).join('');

  it.each<[string, string, string]>([
    [
      'entities of entities',
      `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]>${turn('&l12;')}`,
      'xml-entities',
    ],
    [
      'a file as entity',
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${turn('&x;')}`,
      'xml-entities',
    ],
    [
      'a parameter entity',
      `<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]>${turn('a')}`,
      'xml-entities',
    ],
    ['an entity nobody defined', turn('&x;'), 'xml-broken'],
    ['an end that is missing', '<Trans><Turn startTime="0">Hei', 'xml-broken'],
    ['nesting without end', '<a>'.repeat(200_000), 'xml-broken'],
    ['no XML', 'Dear all, a < b', 'xml-broken'],
    ['a control character', turn('a\u0008b'), 'xml-broken'],
    ['another document', '<html><body>Hei</body></html>', 'file-no-cues'],
    [
      'times that are none',
      '<Trans><Turn><Sync time="NaN"/></Turn><Who nb="x"/></Trans>',
      'file-no-cues',
    ],
  ])('is refused: %s', async (_, file, code) => {
    await expect(read('a.trs', file)).rejects.toMatchObject({ name: 'Rejection', code });
  });

  it.each(['constructor', '__proto__', 'hex', 'base64', 'utf-7', 'UTF-32'])(
    'may declare the encoding %s',
    async (encoding) => {
      const file = bytesOf(`<?xml version="1.0" encoding="${encoding}"?>${turn('Hei')}`);
      const outcome = await Promise.resolve(readTranscript('a.trs', file)).catch(
        (error: unknown) => error,
      );
      expect(outcome instanceof Error ? outcome.name : 'read').toMatch(/^(?:read|Rejection)$/);
    },
  );

  it('reads a document type that defines elements only', async () => {
    const parsed = await read(
      'a.trs',
      `<!DOCTYPE Trans [<!ELEMENT Trans ANY>]>\n${turn('Hei &lt;')}`,
    );
    expect(told(parsed)).toEqual(['0 – (other) Hei <']);
  });
});
