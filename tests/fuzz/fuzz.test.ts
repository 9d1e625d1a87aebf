import { describe, expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { chanceOf, withOtherBytes } from './mutations.ts';
import { fuzzedReaders } from './readers.ts';

/** A short form of `npm run bench -- fuzz`, with the same files each time. */
const filesEach = 20;

describe('files that nobody would write', () => {
  test.each(fuzzedReaders.map((reader) => ({ reader, name: reader.name })))(
    'of $name end in values or in a sentence',
    async ({ reader }) => {
      const { broken, read, refused } = await fuzz(reader, filesEach, 1);
      expect(broken).toEqual([]);
      expect(read + refused).toBe(filesEach);
    }
  );

  test('some are read and some refused, so that both ways are tried', async () => {
    const [first] = fuzzedReaders;
    if (first === undefined) throw new Error('there is no reader');
    const { read, refused } = await fuzz(first, filesEach, 1);
    expect(Math.min(read, refused)).toBeGreaterThan(0);
  });

  test('a reader that throws is found, by its seed', async () => {
    const throws = { name: '', spoil: () => Promise.resolve(Buffer.from('x')), read: () => Promise.reject(new Error('no')) }; // prettier-ignore
    expect((await fuzz(throws, 2, 7)).broken.map(({ seed }) => seed)).toEqual([7, 8]);
  });

  test('are the same for the same seed', () => {
    const file = Buffer.from('one,two\n1,2\n');
    expect(withOtherBytes(file, chanceOf(3))).toEqual(withOtherBytes(file, chanceOf(3)));
    expect(withOtherBytes(file, chanceOf(3))).not.toEqual(withOtherBytes(file, chanceOf(4)));
  });
});
