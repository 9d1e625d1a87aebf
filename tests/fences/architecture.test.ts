import fs from 'node:fs';
import { describe, expect, test } from 'vitest';
import { architectureFiles, directly, readRooms, type Room } from '../../scripts/architecture.ts';

const files = await architectureFiles();

describe('the page about the architecture', () => {
  test.each(files)(
    'is as the imports are: run `npm run architecture` ($file)',
    ({ file, text }) => {
      expect(fs.readFileSync(file, 'utf8')).toBe(text);
    }
  );

  test('shows every module that is there', () => {
    const folders = fs
      .readdirSync('src/modules', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(
      readRooms()
        .map(({ name }) => name)
        .toSorted()
    ).toEqual(folders.toSorted());
  });

  test('draws no line that another path makes needless', () => {
    const room = (name: string, rung: number, ...restsOn: string[]): Room => ({
      ...{ name, rung, restsOn },
      says: ''
    });
    const rooms = [room('low', 0), room('middle', 1, 'low'), room('high', 2, 'low', 'middle')];
    expect(rooms.map((one) => directly(one, rooms))).toEqual([[], ['low'], ['middle']]);
  });
});
