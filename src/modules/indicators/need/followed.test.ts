import { describe, expect, test } from 'vitest';
import { localGap } from './followed.ts';

const followed = (
  gap: number,
  betterWhen: 'high' | 'low' | 'none',
  change: string | null = 'wider'
) =>
  ({
    gap: {
      areaName: 'Trafford',
      latest: { period: '2024/25', gap },
      change: change === null ? null : { change, since: '2023/24' }
    },
    isLocal: true,
    areaName: 'Trafford',
    unit: 'percent',
    decimals: 1,
    betterWhen
  }) as unknown as Parameters<typeof localGap>[0]; // the rest plays no part

describe('a gap is a sign of need', () => {
  test.each([
    [28.8, 'high', 28.8],
    [-4.1, 'low', 4.1],
    [4.1, 'none', 4.1],
    [-4.1, 'none', 4.1],
    // Poorer children do better: they carry no gap.
    [-2.5, 'high', null],
    [2.5, 'low', null],
    // Nothing that the figures could show.
    [0, 'high', null],
    [0.04, 'high', null]
  ] as const)('of %s where %s is better: %s', (gap, better, size) => {
    expect(localGap(followed(gap, better))?.size ?? null).toBe(size);
  });

  test('only of the place itself, with how it moved where that is known', () => {
    expect(localGap({ ...followed(9, 'high'), areaName: 'England' })).toBeNull();
    expect(localGap({ ...followed(9, 'high'), isLocal: false })).toBeNull();
    expect(localGap(followed(9, 'high', null))?.change).toBeNull();
  });
});
