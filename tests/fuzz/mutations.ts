import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Files as nobody would write them: good ones with bytes, cells or their structure changed. The same seed changes them alike. */

export type Chance = () => number;

/** Numbers from 0 up to 1, the same for the same seed: mulberry32, by Tommy Ettinger. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const below = (chance: Chance, end: number) => Math.floor(chance() * end);
const oneOf = <Value>(chance: Chance, all: readonly Value[]): Value => {
  const found = all[below(chance, all.length)];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
};

/** Texts that have broken readers before, here or elsewhere. */
const oddTexts = [
  '',
  ' ',
  '"',
  '""',
  ',',
  ';;;;',
  '\t',
  '\u0000',
  '\ufeff',
  '\u202e',
  '=1+1',
  '-',
  '1e999',
  '-1e308',
  '0x10',
  'NaN',
  'Infinity',
  '1,2,3',
  '1.204,5',
  '99999999999999999999',
  '__proto__',
  'constructor',
  'toString',
  '2024-02-30',
  '0000',
  '202425',
  'E92000001',
  '358',
  'é'.repeat(300),
  '('.repeat(500),
  'a '.repeat(2000),
  '9'.repeat(5000),
  '1 '.repeat(2000),
  '💥',
  '\ud800'
] as const;

/** Changes some bytes: one is another, some are gone, some come twice, or the end is missing. */
export function withOtherBytes(file: Buffer, chance: Chance): Buffer {
  const times = 1 + below(chance, 8);
  let bytes = Buffer.from(file);
  for (let time = 0; time < times; time += 1) {
    const at = below(chance, bytes.length + 1);
    const length = below(chance, 40);
    switch (below(chance, 5)) {
      case 0:
        if (at < bytes.length) bytes[at] = below(chance, 256);
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
        break;
      case 2:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          bytes.subarray(at, at + length),
          bytes.subarray(at)
        ]);
        break;
      case 3:
        bytes = Buffer.from(bytes.subarray(0, at));
        break;
      default:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          Buffer.from(oneOf(chance, oddTexts)),
          bytes.subarray(at)
        ]);
    }
  }
  return bytes;
}

/** Changes some cells of a table, and sometimes its rows and columns. */
export function withOtherCells(rows: readonly (readonly string[])[], chance: Chance): string[][] {
  const cells = rows.map((row) => [...row]);
  const times = 1 + below(chance, 6);
  for (let time = 0; time < times; time += 1) {
    const row = below(chance, cells.length);
    const line = cells[row] ?? [];
    const column = below(chance, line.length + 2);
    switch (below(chance, 8)) {
      case 0:
        cells.splice(row, 1);
        break;
      case 1:
        cells.splice(row, 0, [...(cells[below(chance, cells.length)] ?? [])]);
        break;
      case 2:
        for (const each of cells) each.splice(column, 1);
        break;
      case 3:
        for (const each of cells) each.splice(column, 0, oneOf(chance, oddTexts));
        break;
      case 4:
        cells.splice(
          row,
          0,
          Array.from({ length: below(chance, 300) }, () => oneOf(chance, oddTexts))
        );
        break;
      default:
        line[column] = oneOf(chance, oddTexts);
        cells[row] = Array.from(line, (cell) => cell ?? '');
    }
  }
  return cells;
}

/** Cells as a CSV file, parted by one sign and ended in one way, or in several. */
export function csvOf(rows: readonly (readonly string[])[], chance: Chance): Buffer {
  const separator = oneOf(chance, [',', ',', ';', '\t']);
  const ends = chance() < 0.8 ? ['\n'] : ['\n', '\r\n', '\r'];
  const quoted = (cell: string) =>
    chance() < 0.95 && /["\n\r,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = rows.map((row) => row.map(quoted).join(separator) + oneOf(chance, ends)).join('');
  const bytes = Buffer.from(text, chance() < 0.1 ? 'utf16le' : 'utf8');
  return chance() < 0.2 ? withOtherBytes(bytes, chance) : bytes;
}

type Part = { readonly name: string; readonly bytes: Buffer };

/** The parts of an archive as plain writers make it: each local header gives its sizes. */
function partsOf(archive: Buffer): Part[] {
  const parts: Part[] = [];
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) return parts;
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < archive.readUInt16LE(end + 10); entry += 1) {
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + size);
    parts.push({
      name: archive.toString('utf8', at + 46, at + 46 + (name ?? 0)),
      bytes: method === 8 ? inflateRawSync(packed) : Buffer.from(packed)
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

/** An archive of some parts, packed. Sizes and checksums are as they should be, but for those that chance changes. */
function archiveOf(parts: readonly Part[], chance: Chance): Buffer {
  const locals: Buffer[] = [];
  const heads: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const packed = deflateRawSync(bytes);
    const lie = chance() < 0.03 ? below(chance, 2 ** 31) : null;
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    for (const [buffer, from] of [
      [local, 4],
      [head, 6]
    ] as const) {
      buffer.writeUInt16LE(20, from);
      buffer.writeUInt16LE(8, from + 4);
      buffer.writeUInt32LE(crcOf(bytes), from + 10);
      buffer.writeUInt32LE(packed.length, from + 14);
      buffer.writeUInt32LE(lie ?? bytes.length, from + 18);
      buffer.writeUInt16LE(title.length, from + 22);
    }
    head.writeUInt32LE(offset, 42);
    locals.push(local, title, packed);
    heads.push(head, title);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Changes a workbook: bytes of the archive, or the XML of its parts, or which parts there are. */
export function withOtherParts(workbook: Buffer, chance: Chance): Buffer {
  if (chance() < 0.3) return withOtherBytes(workbook, chance);
  const parts = partsOf(workbook);
  const at = below(chance, parts.length);
  const part = parts[at];
  if (part === undefined) return workbook;
  switch (below(chance, 4)) {
    case 0:
      parts.splice(at, 1);
      break;
    case 1:
      parts.push({ name: chance() < 0.5 ? part.name : `../${part.name}`, bytes: part.bytes });
      break;
    case 2: {
      const text = part.bytes.toString('utf8');
      const from = oneOf(chance, [
        '<row',
        '</row>',
        '<c ',
        '<v>',
        't="s"',
        'r="',
        '</sheetData>',
        '<si>'
      ]);
      const to = oneOf(chance, [...oddTexts, '<row r="99999999">', '<c r="ZZZ1">', 't="x"', '&lol;', '<![CDATA[']); // prettier-ignore
      parts[at] = { ...part, bytes: Buffer.from(text.replaceAll(from, to)) };
      break;
    }
    default:
      parts[at] = { ...part, bytes: withOtherBytes(part.bytes, chance) };
  }
  return archiveOf(parts, chance);
}

/** Changes a JSON value somewhere inside it: a field is gone, of another kind, or comes many times. */
export function withOtherFields(json: unknown, chance: Chance): unknown {
  const copy: unknown = structuredClone(json);
  const places: { readonly within: Record<string, unknown>; readonly key: string }[] = [];
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    const within = value as Record<string, unknown>; // lists have keys too
    for (const key of Object.keys(within)) {
      places.push({ within, key });
      walk(within[key]);
    }
  };
  walk(copy);
  for (let time = 0; time <= below(chance, 4) && places.length > 0; time += 1) {
    const { within, key } = oneOf(chance, places);
    const others: readonly unknown[] = [null, -1, 1e308, [], {}, true, [[]], { type: 'Polygon' }, ...oddTexts]; // prettier-ignore
    const old = within[key];
    if (chance() < 0.2) within[key] = [old, old, [old]];
    else within[key] = oneOf(chance, others);
  }
  return copy;
}
