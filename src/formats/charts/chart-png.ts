import { chartSvg } from '../../charts/chart-svg.ts';
import type { Chart } from '../../charts/chart.ts';
import { fileLook } from '../../charts/look.ts';

/** A chart as PNG, as `fileLook` dresses it. The renderer is loaded when first asked for. */
export async function chartPng(chart: Chart): Promise<Uint8Array> {
  const { svgToPng } = await import('./svg-to-png.ts');
  return svgToPng(chartSvg(chart, fileLook()));
}
