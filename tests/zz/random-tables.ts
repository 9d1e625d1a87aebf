/** Made-up tables for the tests and the benchmark of this module, the same every time for the same seed. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // Mulberry32: small, and even enough to make up tables with.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The ways in which counts fall: mostly none, mostly small, middling, and a few large among many small. */
export const densities = {
  sparse: (chance) => (chance() < 0.6 ? 0 : Math.floor(chance() * 12)),
  small: (chance) => Math.floor(chance() * 10),
  dense: (chance) => Math.floor(chance() * 60),
  uneven: (chance) => Math.floor(Math.exp(chance() * 6)) - 1
} as const satisfies Record<string, (chance: () => number) => number>;
export type Density = keyof typeof densities;

export function randomTable(
  height: number,
  width: number,
  density: Density,
  chance: () => number
): number[][] {
  return Array.from({ length: height }, () =>
    Array.from({ length: width }, () => densities[density](chance))
  );
}
