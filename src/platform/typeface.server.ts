/**
 * The typeface for pictures: resvg reads TrueType files only, the package holds compressed WOFF.
 * It is unpacked into one folder that nobody else may read or write. The folder stays, and serves every process of this account.
 */
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

export const typefaceName = 'Atkinson Hyperlegible Next';

const packageName = '@fontsource/atkinson-hyperlegible-next';
// Latin holds English; the extension holds Welsh and Gaelic letters. The file of weight 600 calls
// itself another family, so the next heavier one stands in for it.
const faces = [
  'latin-400-normal',
  'latin-700-normal',
  'latin-ext-400-normal',
  'latin-ext-700-normal'
];

let unpacked: readonly string[] | null = null;

/** Paths of the unpacked TrueType files. */
export function typefaceFiles(): readonly string[] {
  // What lies among temporary files long enough may be cleared away.
  if (unpacked?.every((file) => fs.existsSync(file)) === true) return unpacked;
  unpacked = unpackTypeface(os.tmpdir());
  return unpacked;
}

/** Unpacks what is not unpacked yet, into this account's folder among the temporary files of `among`; answers the paths. */
export function unpackTypeface(among: string): readonly string[] {
  const require = createRequire(import.meta.url);
  const home = path.dirname(require.resolve(`${packageName}/package.json`));
  const folder = folderOfOurs(among);
  return faces.map((face) => {
    const packed = fs.readFileSync(
      path.join(home, 'files', `atkinson-hyperlegible-next-${face}.woff`)
    );
    const file = path.join(folder, `${nameOf(packed)}.ttf`);
    if (!fs.existsSync(file)) {
      // Complete under its name, or not there: another process may look for it at this moment.
      const unfinished = `${file}.${randomUUID()}`;
      fs.writeFileSync(unfinished, unpackWoff(packed));
      fs.renameSync(unfinished, file);
    }
    return file;
  });
}

/** A file is known by what it holds, so that another version of the package has files of its own. */
const nameOf = (packed: Buffer): string =>
  createHash('sha256').update(packed).digest('hex').slice(0, 16);

/**
 * The folder of this account, made when it is not there. Where somebody else has taken its name, or others may write to it, a new one
 * under a name that nobody can know.
 */
function folderOfOurs(among: string): string {
  const account = process.getuid?.();
  const folder = path.join(among, `cairn-typeface-${account ?? 'own'}`);
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
  } catch {
    // Something of this name is there.
  }
  const found = fs.lstatSync(folder);
  // Where accounts have no numbers, each has a folder for temporary files of its own.
  const isOurs = account === undefined || (found.uid === account && (found.mode & 0o077) === 0);
  return found.isDirectory() && isOurs ? folder : fs.mkdtempSync(`${folder}-`);
}

interface FontTable {
  readonly tag: Buffer;
  readonly checksum: number;
  readonly data: Buffer;
}

/**
 * A WOFF 1.0 file as the TrueType or OpenType file it was made from.
 * Source: W3C, WOFF File Format 1.0; OpenType specification, table directory.
 */
function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF file');
  const flavour = woff.readUInt32BE(4);
  const count = woff.readUInt16BE(12);
  const tables: FontTable[] = [];
  for (let i = 0; i < count; i++) {
    const entry = 44 + i * 20;
    const offset = woff.readUInt32BE(entry + 4);
    const packedLength = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const packed = woff.subarray(offset, offset + packedLength);
    tables.push({
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.readUInt32BE(entry + 16),
      data: packedLength < length ? inflateSync(packed) : packed
    });
  }
  const selector = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + count * 16);
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** selector * 16, 6);
  head.writeUInt16BE(selector, 8);
  head.writeUInt16BE(count * 16 - 2 ** selector * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  tables.forEach(({ tag, checksum, data }, i) => {
    const entry = 12 + i * 16;
    tag.copy(head, entry);
    head.writeUInt32BE(checksum, entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(data.length, entry + 12);
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
    parts.push(data, padding);
    offset += data.length + padding.length;
  });
  return Buffer.concat(parts);
}
