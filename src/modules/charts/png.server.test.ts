import { describe, expect, test } from 'vitest';
import { analysisOf, monthlyRows, waitingTimes } from './builders.ts';
import { chartPng } from './png.server.ts';
import { typefaceFiles } from './typeface.server.ts';

const analysis = analysisOf({
  type: 'i',
  xKind: 'date',
  points: monthlyRows(waitingTimes),
  unit: 'days'
});

describe('a chart as PNG', () => {
  test('has the size asked for, times the scale', () => {
    const png = Buffer.from(chartPng(analysis, { width: 400, height: 300, title: 'Waiting' }, 2));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(800);
    expect(png.readUInt32BE(20)).toBe(2 * (300 + 32));
  });

  test('is painted with words, which need the typeface', () => {
    const named = chartPng(analysis, { title: 'A long title that is painted' }, 1);
    const short = chartPng(analysis, { title: 'A' }, 1);
    expect(named.length).toBeGreaterThan(short.length + 500);
  });

  test('unpacks the typeface once', () => {
    expect(typefaceFiles()).toHaveLength(4);
    expect(typefaceFiles()).toBe(typefaceFiles());
  });
});
