import { expect, test } from 'vitest';
import { inThread } from './worker.server.ts';

const file = '../tests/support/endless-work.ts';

async function heardOf(wanted: string, seconds = 20): Promise<string[]> {
  const heard: string[] = [];
  await inThread(file, wanted, (message: string) => void heard.push(message), { seconds });
  return heard;
}

test('a work that does not end is stopped, and those beside and after it are not', async () => {
  const endless = expect(heardOf('never-ends', 0.5)).rejects.toMatchObject({ reason: 'too-long' });
  const beside = await heardOf('ends');
  expect(beside).toEqual(['began: ends']);
  await endless;
  expect(await heardOf('ends')).toEqual(['began: ends']);
});

test('more works than there are threads take their turns', async () => {
  const works = Array.from({ length: 9 }, () => heardOf('ends'));
  expect(await Promise.all(works)).toEqual(works.map(() => ['began: ends']));
});

test('a work that throws says so', async () => {
  await expect(heardOf('throws')).rejects.toMatchObject({ reason: 'threw' });
});

test('whatever the hearer throws stops the thread and comes out', async () => {
  const hear = () => Promise.reject(new Error('not wanted'));
  await expect(inThread(file, 'ends', hear, { seconds: 20 })).rejects.toThrow('not wanted');
});
