import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { analysisOf, monthlyRows, waitingTimes } from './builders.ts';
import { chartPng } from './png.server.ts';
import { typefaceFiles, unpackTypeface } from '#platform/typeface.server';

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

describe('the unpacked typeface', () => {
  const among = makeTemporaryFolder('typeface');
  afterAll(() => fs.rmSync(among, { recursive: true, force: true }));

  test('lies in one folder for every process, which no other account may enter', () => {
    const files = unpackTypeface(among);
    expect(unpackTypeface(among)).toEqual(files);
    expect(fs.readdirSync(among).filter((name) => name.startsWith('cairn'))).toHaveLength(1);
    const [folder = ''] = files.map((file) => path.dirname(file));
    expect(fs.readdirSync(folder)).toHaveLength(4);
    expect(fs.statSync(folder).mode & (process.platform === 'win32' ? 0 : 0o077)).toBe(0);
  });

  test('is unpacked again where a part was cleared away', () => {
    const [file = ''] = unpackTypeface(among);
    const before = fs.readFileSync(file);
    fs.rmSync(file);
    unpackTypeface(among);
    expect(fs.readFileSync(file)).toEqual(before);
  });

  test.skipIf(process.platform === 'win32')(
    'does not lie where others may write, or lead elsewhere',
    () => {
      const [file = ''] = unpackTypeface(among);
      const folder = path.dirname(file);
      fs.chmodSync(folder, 0o777);
      expect(path.dirname(unpackTypeface(among)[0] ?? '')).not.toBe(folder);
      fs.rmSync(folder, { recursive: true });
      const elsewhere = path.join(among, 'elsewhere');
      fs.mkdirSync(elsewhere, { mode: 0o700 });
      fs.symlinkSync(elsewhere, folder);
      unpackTypeface(among);
      expect(fs.readdirSync(elsewhere)).toEqual([]);
    }
  );
});
