import { readXml } from '../xml.ts';
import { transcriptOfCaptions, type Caption } from './cues.ts';
import { warning, type TranscriptFormat } from './format.ts';

interface Tier {
  readonly id: string;
  readonly speaker: string | null;
  readonly parent: string | undefined;
  readonly captions: Caption[];
}

/** The tier that ELAN makes for every file. */
const UNNAMED_TIER = 'default';

/**
 * ELAN: the annotations that are aligned with time, by time, each its tier's participant's or, where
 * there is none, the tier's. What describes another annotation (translations, divisions into words)
 * would say everything twice and is left out, with the warning `tiers-left-out`.
 */
export const elan: TranscriptFormat = {
  id: 'eaf',
  extensions: ['eaf'],
  kinds: [null],
  parse(fileName, bytes) {
    const { tiers, refers } = readTiers(fileName, bytes);
    const aligned = new Set(tiers.filter((one) => one.captions.length > 0).map(({ id }) => id));
    const own = tiers.filter(({ parent }) => parent === undefined || !aligned.has(parent));
    const captions = own
      .flatMap((tier) => tier.captions)
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    const isLess = refers || tiers.some((one) => one.captions.length > 0 && !own.includes(one));
    const { warnings, ...transcript } = transcriptOfCaptions(fileName, captions);
    return {
      ...transcript,
      warnings: isLess ? [...warnings, warning('tiers-left-out')] : warnings,
    };
  },
};

function readTiers(fileName: string, bytes: Uint8Array): { tiers: Tier[]; refers: boolean } {
  const slots = new Map<string, number | null>();
  const tiers: Tier[] = [];
  let refers = false;
  let time: number | null = null;
  let caption: { start: number | null; end: number | null } | null = null;
  let value: string | null = null;
  const timeOf = (slot: string | undefined): number | null => slots.get(slot ?? '') ?? null;
  readXml(fileName, bytes, {
    open(name, attribute) {
      if (name === 'TIME_SLOT') {
        // A moment that nobody set comes no sooner than the one before it.
        time = millisecondsOf(attribute('TIME_VALUE')) ?? time;
        slots.set(attribute('TIME_SLOT_ID') ?? '', time);
      } else if (name === 'TIER') {
        const id = attribute('TIER_ID')?.trim() ?? '';
        const named = attribute('PARTICIPANT')?.trim() || id;
        const speaker = named === UNNAMED_TIER ? null : named || null;
        tiers.push({ id, speaker, parent: attribute('PARENT_REF'), captions: [] });
      } else if (name === 'ALIGNABLE_ANNOTATION')
        caption = {
          start: timeOf(attribute('TIME_SLOT_REF1')),
          end: timeOf(attribute('TIME_SLOT_REF2')),
        };
      else if (name === 'REF_ANNOTATION') refers = true;
      else if (name === 'ANNOTATION_VALUE' && caption) value = '';
    },
    text(text) {
      if (value !== null) value += text;
    },
    close(name) {
      const tier = tiers.at(-1);
      if (name === 'ANNOTATION_VALUE' && caption && value !== null && tier) {
        if (value.trim() !== '')
          tier.captions.push({ ...caption, speaker: tier.speaker, lines: value.split('\n') });
        value = null;
      } else if (name === 'ALIGNABLE_ANNOTATION') caption = null;
    },
  });
  return { tiers, refers };
}

const millisecondsOf = (value: string | undefined): number | null =>
  /^\d{1,12}$/.test(value ?? '') ? Number(value) / 1_000 : null;
