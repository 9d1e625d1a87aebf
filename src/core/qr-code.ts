import { err, ok, type Result } from './result.ts';

/**
 * QR codes (ISO/IEC 18004) for links: bytes, error correction level M (a seventh of it may be damaged), versions 1 to 10.
 * `qr-code.test.ts` holds the squares beside those of two independent implementations.
 */

/** Rows of squares from the top; true is dark. Without the quiet border. */
export type QrSquares = readonly (readonly boolean[])[];

type Blocks = readonly { readonly count: number; readonly data: number }[];

/** For each version: correction codewords of a block, and the blocks with their data codewords (Table 9, level M). */
const versions: readonly { readonly correction: number; readonly blocks: Blocks }[] = [
  { correction: 10, blocks: [{ count: 1, data: 16 }] },
  { correction: 16, blocks: [{ count: 1, data: 28 }] },
  { correction: 26, blocks: [{ count: 1, data: 44 }] },
  { correction: 18, blocks: [{ count: 2, data: 32 }] },
  { correction: 24, blocks: [{ count: 2, data: 43 }] },
  { correction: 16, blocks: [{ count: 4, data: 27 }] },
  { correction: 18, blocks: [{ count: 4, data: 31 }] },
  {
    correction: 22,
    blocks: [
      { count: 2, data: 38 },
      { count: 2, data: 39 }
    ]
  },
  {
    correction: 22,
    blocks: [
      { count: 3, data: 36 },
      { count: 2, data: 37 }
    ]
  },
  {
    correction: 26,
    blocks: [
      { count: 4, data: 43 },
      { count: 1, data: 44 }
    ]
  }
];

/** Where the centres of the alignment patterns stand, for each version (Annex E). */
const alignment: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50]
];

/**
 * The squares of a QR code for a text, in UTF-8.
 * Refuses: more than 213 bytes, which no link of ours has.
 *
 * @example
 * qrSquares('https://cairn.example/s/abc') // 29 rows of 29: version 3
 */
export function qrSquares(
  text: string
): Result<QrSquares, { readonly kind: 'qr-too-long'; readonly bytes: number }> {
  const bytes = new TextEncoder().encode(text);
  const place = versions.findIndex(
    ({ blocks }, index) => bytes.length + (index < 9 ? 2 : 3) <= dataCount(blocks)
  );
  const found = versions[place];
  if (found === undefined) return err({ kind: 'qr-too-long', bytes: bytes.length });
  const version = place + 1;
  const codewords = interleaved(dataCodewords(bytes, version, dataCount(found.blocks)), found);
  const blank = withPatterns(version);
  const filled = withData(blank, codewords);
  const masked = masks.map((_, mask) => withMask(filled, blank, mask, version));
  const [best] = masked.toSorted((one, other) => penaltyOf(one) - penaltyOf(other));
  return ok(best ?? []);
}

const dataCount = (blocks: Blocks): number =>
  blocks.reduce((sum, { count, data }) => sum + count * data, 0);

/** Mode, length, bytes, the end, and padding, as codewords of eight bits. */
function dataCodewords(bytes: Uint8Array, version: number, room: number): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number): void => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, room * 8 - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  const codewords: number[] = [];
  for (let start = 0; start < bits.length; start += 8) {
    codewords.push(bits.slice(start, start + 8).reduce((sum, bit) => sum * 2 + bit, 0));
  }
  for (let pad = 0; codewords.length < room; pad += 1) codewords.push(pad % 2 === 0 ? 236 : 17);
  return codewords;
}

/** Data and correction codewords of all blocks, taken in turn. */
function interleaved(
  data: readonly number[],
  { correction, blocks }: { readonly correction: number; readonly blocks: Blocks }
): number[] {
  const generator = generatorOf(correction);
  const parts: number[][] = [];
  let start = 0;
  for (const { count, data: length } of blocks) {
    for (let block = 0; block < count; block += 1) {
      parts.push(data.slice(start, start + length));
      start += length;
    }
  }
  const corrections = parts.map((part) => remainderOf(part, generator));
  return [...inTurn(parts), ...inTurn(corrections)];
}

function inTurn(parts: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: longest }, (_, place) =>
    parts.flatMap((part) => part[place] ?? [])
  ).flat();
}

// The field of 256 elements in which corrections are worked out, by powers of 2 (polynomial 285).
const powers: number[] = [];
const logarithms: number[] = [];
for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
  powers[exponent] = value;
  logarithms[value] = exponent;
  value = value * 2 > 255 ? (value * 2) ^ 285 : value * 2;
}

function product(one: number, other: number): number {
  if (one === 0 || other === 0) return 0;
  return powers[((logarithms[one] ?? 0) + (logarithms[other] ?? 0)) % 255] ?? 0;
}

/** The generator polynomial of a degree, its leading one left out. */
function generatorOf(degree: number): number[] {
  let polynomial = [1];
  for (let root = 0; root < degree; root += 1) {
    const next = [...polynomial, 0];
    polynomial.forEach((factor, place) => {
      next[place + 1] = (next[place + 1] ?? 0) ^ product(factor, powers[root] ?? 0);
    });
    polynomial = next;
  }
  return polynomial.slice(1);
}

function remainderOf(data: readonly number[], generator: readonly number[]): number[] {
  const rest = generator.map(() => 0);
  for (const codeword of data) {
    const factor = codeword ^ (rest.shift() ?? 0);
    rest.push(0);
    generator.forEach((one, place) => {
      rest[place] = (rest[place] ?? 0) ^ product(one, factor);
    });
  }
  return rest;
}

/** Squares while they are being laid; null is free for data. */
type Grid = (boolean | null)[][];

function withPatterns(version: number): Grid {
  const size = version * 4 + 17;
  const grid: Grid = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
  const set = (row: number, column: number, dark: boolean): void => {
    const line = grid[row];
    if (line !== undefined && column >= 0 && column < size) line[column] = dark;
  };
  for (let place = 8; place < size - 8; place += 1) {
    set(6, place, place % 2 === 0);
    set(place, 6, place % 2 === 0);
  }
  const finders = [
    [3, 3],
    [3, size - 4],
    [size - 4, 3]
  ] as const;
  for (const [row, column] of finders) {
    around(4, (down, right, ring) => set(row + down, column + right, ring !== 2 && ring !== 4));
  }
  const centres = alignment[version - 1] ?? [];
  const last = size - 7;
  for (const row of centres) {
    for (const column of centres) {
      const isFinder =
        (row === 6 && (column === 6 || column === last)) || (row === last && column === 6);
      if (isFinder) continue;
      around(2, (down, right, ring) => set(row + down, column + right, ring !== 1));
    }
  }
  for (const [row, column] of formatPlaces(size)) set(row, column, false);
  set(size - 8, 8, true);
  if (version >= 7) {
    const bits = (version << 12) | checkBits(version, 0x1f25, 12);
    for (let bit = 0; bit < 18; bit += 1) {
      const [far, near] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
      const dark = ((bits >> bit) & 1) === 1;
      set(far, near, dark);
      set(near, far, dark);
    }
  }
  return grid;
}

/** Every square at most `reach` away from a centre, with its ring: the larger of its two distances. */
function around(reach: number, visit: (down: number, right: number, ring: number) => void): void {
  for (let down = -reach; down <= reach; down += 1) {
    for (let right = -reach; right <= reach; right += 1) {
      visit(down, right, Math.max(Math.abs(down), Math.abs(right)));
    }
  }
}

/** Where the fifteen format bits stand, both times, the first bit first. */
function formatPlaces(size: number): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  for (let bit = 0; bit < 15; bit += 1) {
    if (bit < 6) places.push([bit, 8]);
    else if (bit < 8) places.push([bit + 1, 8]);
    else if (bit === 8) places.push([8, 7]);
    else places.push([8, 14 - bit]);
  }
  for (let bit = 0; bit < 15; bit += 1) {
    places.push(bit < 8 ? [8, size - 1 - bit] : [size - 15 + bit, 8]);
  }
  return places;
}

/** The remainder that guards a short number (BCH), `length` bits. */
function checkBits(value: number, polynomial: number, length: number): number {
  let rest = value;
  for (let bit = 0; bit < length; bit += 1) {
    rest = (rest << 1) ^ ((rest >> (length - 1)) * polynomial);
  }
  return rest;
}

/** Lays the bits in columns of two, upwards and downwards in turn, from the right. */
function withData(blank: Grid, codewords: readonly number[]): boolean[][] {
  const size = blank.length;
  const filled = blank.map((row) => row.map((dark) => dark ?? false));
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    // The column of the timing pattern is stepped over.
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      for (const column of [right, right - 1]) {
        const isUpwards = ((right + 1) & 2) === 0;
        const row = isUpwards ? size - 1 - step : step;
        if (blank[row]?.[column] !== null) continue;
        const codeword = codewords[bit >> 3] ?? 0;
        const line = filled[row];
        if (line !== undefined) line[column] = ((codeword >> (7 - (bit & 7))) & 1) === 1;
        bit += 1;
      }
    }
  }
  return filled;
}

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0
];

/** The squares under a mask, with the format that names it. Level M is written as 00. */
function withMask(
  filled: readonly (readonly boolean[])[],
  blank: Grid,
  mask: number,
  version: number
): boolean[][] {
  const flips = masks[mask];
  const squares = filled.map((row, down) =>
    row.map((dark, right) =>
      blank[down]?.[right] === null && flips?.(down, right) === true ? !dark : dark
    )
  );
  const bits = ((mask << 10) | checkBits(mask, 0x537, 10)) ^ 0x5412;
  const size = version * 4 + 17;
  formatPlaces(size).forEach(([row, column], place) => {
    const line = squares[row];
    if (line !== undefined) line[column] = ((bits >> (place % 15)) & 1) === 1;
  });
  return squares;
}

/** How hard a pattern is to read: long runs, blocks, what looks like a finder, and too much of one colour (7.8.3). */
function penaltyOf(squares: readonly (readonly boolean[])[]): number {
  const size = squares.length;
  const columns = Array.from({ length: size }, (_, right) =>
    squares.map((row) => row[right] ?? false)
  );
  const lines = [...squares, ...columns];
  const inLines = lines.reduce((sum, line) => sum + runPenalty(line) + finderPenalty(line), 0);
  let blocks = 0;
  let dark = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const colour = squares[row]?.[column];
      if (colour === true) dark += 1;
      const isBlock =
        row + 1 < size &&
        column + 1 < size &&
        colour === squares[row]?.[column + 1] &&
        colour === squares[row + 1]?.[column] &&
        colour === squares[row + 1]?.[column + 1];
      if (isBlock) blocks += 1;
    }
  }
  const share = (dark * 100) / (size * size);
  return inLines + blocks * 3 + Math.floor(Math.abs(share - 50) / 5) * 10;
}

function runPenalty(line: readonly boolean[]): number {
  let penalty = 0;
  let length = 0;
  for (const [place, dark] of line.entries()) {
    length = dark === line[place - 1] ? length + 1 : 1;
    if (length === 5) penalty += 3;
    else if (length > 5) penalty += 1;
  }
  return penalty;
}

const finderLike = [
  [true, false, true, true, true, false, true, false, false, false, false],
  [false, false, false, false, true, false, true, true, true, false, true]
];

function finderPenalty(line: readonly boolean[]): number {
  let found = 0;
  for (let start = 0; start + 11 <= line.length; start += 1) {
    for (const pattern of finderLike) {
      if (pattern.every((dark, place) => dark === line[start + place])) found += 1;
    }
  }
  return found * 40;
}

/**
 * A QR code as an SVG of its own, black on white with its quiet border, whatever the colours of the page: cameras need the contrast.
 * `label` is read aloud in its place.
 */
export function qrSvg(squares: QrSquares, label: string): string {
  const border = 4;
  const size = squares.length + 2 * border;
  const path = squares
    .flatMap((row, down) =>
      row.flatMap((dark, right) => (dark ? `M${right + border} ${down + border}h1v1h-1z` : []))
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escaped(label)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
