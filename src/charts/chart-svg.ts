import { drawnBars } from './bars.ts';
import type { Chart } from './chart.ts';
import { drawnCurve } from './curve.ts';
import { drawnEmpty, framed, type Drawn } from './frame.ts';
import { drawnHeat } from './heat-map.ts';
import type { Look } from './look.ts';
import { drawnNetwork } from './network.ts';
import { drawnTimeline } from './timeline.ts';
import { drawnTree } from './tree.ts';

/**
 * A chart as SVG: the same model always gives the same text. What is told apart is told apart by
 * place, pattern or lightness, never by colour alone. Without items it holds the sentence that says
 * so.
 */
export const chartSvg = (chart: Chart, look: Look): string =>
  framed(chart, look, isEmpty(chart) ? drawnEmpty(chart.empty, look) : drawn(chart, look));

function isEmpty(chart: Chart): boolean {
  switch (chart.kind) {
    case 'bars':
    case 'curve':
      return chart.items.length === 0;
    case 'heat':
      return chart.rows.length === 0 || chart.columns.length === 0;
    case 'network':
      return chart.nodes.length === 0;
    case 'timeline':
      return chart.rows.length === 0;
    case 'tree':
      return chart.names.length === 0;
  }
}

function drawn(chart: Chart, look: Look): Drawn {
  switch (chart.kind) {
    case 'bars':
      return drawnBars(chart, look);
    case 'heat':
      return drawnHeat(chart, look);
    case 'network':
      return drawnNetwork(chart, look);
    case 'curve':
      return drawnCurve(chart, look);
    case 'timeline':
      return drawnTimeline(chart, look);
    case 'tree':
      return drawnTree(chart, look);
  }
}
