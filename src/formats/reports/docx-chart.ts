import { ImageRun, Paragraph, type FileChild } from 'docx';
import { sectionBars } from '../../charts/section-bars.ts';
import type { ReportModel } from '../../domain/reports/report-model.ts';
import { chartPng } from '../charts/chart-png.ts';
import { element, paragraph, run, XmlBlock, xmlText } from './docx-xml.ts';
import type { ReportWords } from './report-format.ts';
import { sectionTitle } from './wording.ts';

/** The charts of a report as pictures, by the id of the section they stand in. */
export type Pictures = ReadonlyMap<string, Picture>;

interface Picture {
  readonly png: Uint8Array;
  readonly number: number;
  /** What the chart shows: its caption, and what is read out in its stead. */
  readonly text: string;
}

/** Drawn before the document is written: the renderer works in threads of its own. */
export async function picturesOf(model: ReportModel, words: ReportWords): Promise<Pictures> {
  const drawn = model.sections.map(async (section): Promise<[string, Picture][]> => {
    const { figure, id } = section;
    if (figure?.kind !== 'chart') return [];
    const title = sectionTitle(section, words);
    const chart = sectionBars(figure, title, words, model.language);
    const png = await chartPng(chart);
    const values = chart.items.map(({ name, values: [value = 0] }) => `${name}: ${value}`);
    const text = words('report.chart.caption', { theme: title });
    return [[id, { png, number: figure.number, text: [text, ...values].join('. ') }]];
  });
  return new Map((await Promise.all(drawn)).flat());
}

/** Pixels of 96 to the inch between the margins of an upright page. */
const TEXT_WIDTH = 604;
/** Taller charts are made smaller: a page holds them with their caption. */
const TEXT_HEIGHT = 820;
/** The picture has so many pixels for one of the drawing. */
const SCALE = 2;

/** A chart with its numbered caption below it, on one page. */
export function docxChart(
  { png, number, text }: Picture,
  caption: string,
  words: ReportWords,
): FileChild[] {
  const name = words('report.chart.name');
  const field = element('w:fldSimple', [run(String(number))], {
    'w:instr': ` SEQ ${name} \\* ARABIC `,
  });
  const picture = new ImageRun({
    type: 'png',
    data: png,
    transformation: sizeOf(png),
    altText: { name: `${name} ${number}`, title: xmlText(caption), description: xmlText(text) },
  });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 200, after: 80 }, children: [picture] }),
    new XmlBlock(
      paragraph('Caption', [run(`${name} `), field, run(`. ${caption}`)], { after: 240 }),
    ),
  ];
}

/** As large as it was drawn, and no larger than the page. */
function sizeOf(png: Uint8Array): { readonly width: number; readonly height: number } {
  const header = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const width = header.getUint32(16) / SCALE;
  const height = header.getUint32(20) / SCALE;
  const share = Math.min(1, TEXT_WIDTH / width, TEXT_HEIGHT / height);
  return { width: Math.round(width * share), height: Math.round(height * share) };
}
