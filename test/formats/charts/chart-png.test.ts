import { describe, expect, it } from 'vitest';
import { chartPng } from '../../../src/formats/charts/chart-png.ts';
import { bars, heat } from '../../charts/some-charts.ts';

const sizeOf = (png: Uint8Array): [number, number] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe('a chart as PNG', () => {
  it('is a picture of twice the drawing’s size', async () => {
    const png = await chartPng(bars(3));
    expect([...png.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    expect(sizeOf(png)[0]).toBe(2 * (720 + 32));
  });

  it('is bounded where the chart is not', async () => {
    expect(Math.max(...sizeOf(await chartPng(heat(300))))).toBeLessThanOrEqual(8_000);
  });

  it('holds letters: another name is another picture', async () => {
    const named = (name: string) => chartPng({ ...bars(1), items: [{ name, values: [1] }] });
    const [one, other] = await Promise.all([named('Äiti'), named('Isä!')]);
    expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).not.toBe(0);
  });
});
